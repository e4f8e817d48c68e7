import { execFile } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { Article } from '#contracts';

const PAGE = 'libs/formats/src/page-text/fixtures/full.txt';

type Run = { readonly code: number; readonly lines: { [member: string]: unknown }[]; readonly stderr: string };

function normalize(...args: string[]): Promise<Run> {
  const node = ['--conditions=source', '--disable-warning=ExperimentalWarning', 'cli/normalize.ts', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, node, { env: { ...process.env, NODE_OPTIONS: '' } }, (error, stdout, stderr) => {
      const lines = stdout.split('\n').filter((line) => line !== '');
      resolve({ code: Number(error?.code ?? 0), lines: lines.map((line) => JSON.parse(line)), stderr });
    });
  });
}

describe('normalize', () => {
  test('prints a line for each file in order, and exits 0 though some can not be read', async () => {
    const { code, lines } = await normalize('--provider', 'enb', PAGE, 'no-such-file', 'package.json');
    expect(code).toBe(0);
    expect(lines.map(({ file }) => file)).toEqual([PAGE, 'no-such-file', 'package.json']);
    const [page, missing, other] = lines;
    const article = Article.parse(page?.['article']);
    expect(article).toMatchObject({ provider: 'enb', format: 'page-text', state: 'usable' });
    expect(article.captions).toHaveLength(1);
    expect(missing?.['error']).toMatchObject({ code: 'unreadable-file' });
    expect(other?.['error']).toMatchObject({ code: 'unknown-format', message: expect.any(String) });
  }, 20_000);

  test.each([[[]], [['--provider', 'No Provider', PAGE]], [['--unknown', PAGE]]])(
    'says how it is called when it is called with %j',
    async (args) => {
      const { code, lines, stderr } = await normalize(...args);
      expect({ code, lines }).toEqual({ code: 2, lines: [] });
      expect(stderr).toContain('usage:');
    },
    20_000,
  );
});
