import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from './start/project-root.ts';

const Uris = z.array(z.string()).default([]);
const MediaTopics = z.object({
  dateReleased: z.string(),
  conceptSet: z.array(
    z.object({
      qcode: z.string().startsWith('medtop:'),
      broader: Uris,
      exactMatch: Uris,
      prefLabel: z.object({ 'en-GB': z.string() }),
    }),
  ),
});
const SubjectCodes = z.record(z.string().regex(/^\d{8}$/), z.string());

/**
 * Writes `libs/newscodes/src/data.ts` from what the IPTC publishes of its NewsCodes: the Media Topics as JSON of their
 * server (`cptall-x-all`), and the subject codes with their names. Called by hand when the IPTC has a new release:
 *
 *   npm run newscodes -- MEDIA_TOPICS.json SUBJECT_CODES.json
 */
const [mediaTopics, subjectCodes] = process.argv.slice(2);
if (mediaTopics === undefined || subjectCodes === undefined) {
  console.error('usage: npm run newscodes -- MEDIA_TOPICS.json SUBJECT_CODES.json');
  process.exitCode = 2;
} else {
  const path = join(projectRoot(), 'libs/newscodes/src/data.ts');
  writeFileSync(path, dataModule(json(mediaTopics), json(subjectCodes)));
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function dataModule(mediaTopics: unknown, subjectCodes: unknown): string {
  const { dateReleased, conceptSet } = MediaTopics.parse(mediaTopics);
  const topics = conceptSet.map(({ qcode, broader, exactMatch, prefLabel }) => {
    const matches = exactMatch.filter((uri) => uri.includes('/subjectcode/')).map(lastPart);
    return [qcode.slice('medtop:'.length), broader.map(lastPart).join(), matches.join(), prefLabel['en-GB']];
  });
  const subjects = Object.entries(SubjectCodes.parse(subjectCodes)).map(([code, name]) => [
    code,
    name.replace(/-DEPRECATED$/, ''),
  ]);
  return [
    `// Written by cli/newscodes.ts. IPTC NewsCodes, Media Topics of ${dateReleased.slice(0, 10)} and subject codes:`,
    '// (c) International Press Telecommunications Council (https://iptc.org), CC BY 4.0; see ../LICENSE.md.',
    '',
    '/** A line each: code, broader code, subject codes with the same meaning, English name; tabs between. */',
    `export const MEDIA_TOPICS = \`\n${table(topics)}\n\`;`,
    '',
    '/** A line each: code, English name; a tab between. */',
    `export const SUBJECT_CODES = \`\n${table(subjects)}\n\`;`,
    '',
  ].join('\n');
}

function table(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.join('\t')).sort();
  const unfit = lines.find((line) => /[`\\$\r\n]/.test(line));
  if (unfit !== undefined) throw new Error(`not fit for a template literal: ${unfit}`);
  return lines.join('\n');
}

function lastPart(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}
