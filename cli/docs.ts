import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeApi } from '../apps/ingest/src/openapi.ts';
import { alertManifest } from './docs/alert-manifest.ts';
import { asyncApi } from './docs/asyncapi.ts';
import { conformance } from './docs/conformance.ts';
import { environmentFiles } from './docs/environment.ts';
import { type GeneratedFile, jsonText } from './docs/generated-file.ts';
import { importGraph } from './docs/import-graph.ts';
import { jsonSchemas } from './docs/json-schemas.ts';
import { kafkaManifests } from './docs/kafka-manifests.ts';
import { lossTables } from './docs/losses.ts';
import { withSection } from './docs/marked-section.ts';
import { problemTable } from './docs/problem-table.ts';
import { projectRoot } from './start/project-root.ts';

/** `docs`: writes every file that is made from the code. `docs --check`: names those that differ, and exits with 1. */
const root = projectRoot();
const files = await generatedFiles();
const changed = files.filter(({ path, text }) => read(path) !== text);
if (process.argv.includes('--check')) {
  for (const { path } of changed) process.stderr.write(`${path} is not what the code says: npm run docs\n`);
  process.exitCode = changed.length > 0 ? 1 : 0;
} else {
  for (const { path, text } of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    process.stdout.write(`${path}\n`);
  }
}

async function generatedFiles(): Promise<GeneratedFile[]> {
  const openApi = { path: 'docs/openapi.json', text: jsonText(await describeApi()) };
  const pages = [
    page('docs/architecture.md', 'imports', importGraph(root)),
    page('docs/formats.md', 'problems', problemTable()),
    page('docs/outputs.md', 'losses', lossTables()),
  ];
  return [
    ...jsonSchemas(),
    asyncApi(),
    openApi,
    conformance(root),
    ...environmentFiles(),
    ...pages,
    ...kafkaManifests(),
    alertManifest(root),
  ];
}

/** A page written by hand, with the part of it that is made from the code. */
function page(path: string, section: string, content: string): GeneratedFile {
  return { path, text: withSection(read(path) ?? '', section, content) };
}

function read(path: string): string | undefined {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
