import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { KafkaEnv } from '#kafka';
import { describeEnv } from '#service';
import { projectRoot } from '../start/project-root.ts';
import { markdownTable } from './generated-file.ts';
import { withSection } from './marked-section.ts';
import { SERVICES } from './services.ts';

const source = (path: string): string => readFileSync(join(projectRoot(), path), 'utf8');

describe('what the documentation says of programs that run when they are imported', () => {
  test.each(['enrichment', 'image-caption', 'indexing'])('the port of %s is that of its source', (name) => {
    const [, port] = /port: (\d+)/.exec(source(`apps/${name}/src/main.ts`)) ?? [];
    const env = SERVICES.find((service) => service.name === name)?.env;
    expect(describeEnv(env ?? KafkaEnv).find((row) => row.name === 'PORT')?.default).toBe(port);
  });

  test('the port of ingest is that of its source', () => {
    const [, port] = /PORT = (\d+)/.exec(source('apps/ingest/src/ingest-options.ts')) ?? [];
    const env = SERVICES.find(({ name }) => name === 'ingest')?.env;
    expect(describeEnv(env ?? KafkaEnv).find((row) => row.name === 'PORT')?.default).toBe(port);
  });
});

describe('a generated section', () => {
  const text = 'before\n<!-- imports -->\nold\n<!-- /imports -->\nafter\n';

  test('replaces what is between its markers, and nothing else', () => {
    expect(withSection(text, 'imports', 'new')).toBe('before\n<!-- imports -->\n\nnew\n\n<!-- /imports -->\nafter\n');
  });

  test('written twice is the same', () => {
    const once = withSection(text, 'imports', 'new');
    expect(withSection(once, 'imports', 'new')).toBe(once);
  });

  test.each(['', '<!-- imports -->\n', '<!-- /imports -->\n<!-- imports -->\n'])(
    'is missed where %j has no place for it',
    (page) => {
      expect(() => withSection(page, 'imports', 'new')).toThrow('<!-- imports -->');
    },
  );
});

test('a pipe does not end the cell of a table', () => {
  expect(markdownTable(['key'], [['a|b']])).toBe('| key |\n| --- |\n| a\\|b |');
});
