import { execFile } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { Article } from '#contracts';

const PAGE = 'libs/formats/src/page-text/fixtures/full.txt';
/** A document of several stories. */
const MESSAGE = 'libs/formats/src/newsml-g2/fixtures/message.xml';

type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };
type Line = { readonly [member: string]: unknown };

function normalize(...args: string[]): Promise<Run> {
  const node = ['--conditions=source', '--disable-warning=ExperimentalWarning', 'cli/normalize.ts', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, node, { env: { ...process.env, NODE_OPTIONS: '' } }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

function linesOf({ stdout }: Run): Line[] {
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line));
}

describe('normalize', () => {
  test('prints a line for each file in order, and exits 0 though some can not be read', async () => {
    const run = await normalize('--provider', 'enb', PAGE, 'no-such-file', 'package.json');
    const lines = linesOf(run);
    expect(run.code).toBe(0);
    expect(lines.map(({ file }) => file)).toEqual([PAGE, 'no-such-file', 'package.json']);
    const [page, missing, other] = lines;
    const article = Article.parse(page?.['article']);
    expect(article).toMatchObject({ provider: 'enb', format: 'page-text', state: 'usable' });
    expect(article.captions).toHaveLength(1);
    expect(missing?.['error']).toMatchObject({ code: 'unreadable-file' });
    expect(other?.['error']).toMatchObject({ code: 'unknown-format', message: expect.any(String) });
  }, 20_000);

  test('writes an article as a wire format: the document alone of one story, else a line for each', async () => {
    const alone = await normalize('--as', 'newsml-g2', PAGE);
    expect(alone.stdout).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<newsItem [\s\S]*<\/newsItem>\n$/);
    const lines = linesOf(await normalize('--as', 'newsml-g2', PAGE, 'package.json', MESSAGE));
    expect(lines.slice(0, 2).map((line) => Object.keys(line).join())).toEqual(['file,document', 'file,error']);
    expect(lines.slice(2).map(({ file }) => file)).toEqual(Array.from({ length: 3 }, () => MESSAGE));
    expect(lines[0]?.['document']).toBe(alone.stdout);
  }, 20_000);

  test.each([[[]], [['--provider', 'No Provider', PAGE]], [['--unknown', PAGE]], [['--as', 'html', PAGE]]])(
    'says how it is called when it is called with %j',
    async (args) => {
      const { code, stdout, stderr } = await normalize(...args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('usage:');
    },
    20_000,
  );
});
