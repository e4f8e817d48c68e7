import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { articleOf } from '#articles';
import { readPictures } from '#captions';
import { type Article, PROVIDER_ID, type RawStory, type Story } from '#contracts';
import { DocumentError, readDocument } from '#formats';
import { type EntityFinder, enrichedStory, loadEntityFinder, loadLanguageDetector, readStory } from '#normalize';
import { OUTPUT_NAMES, type Output, outputs } from '#outputs';

const USAGE = `usage: npm run --silent normalize -- [--provider ID] [--entities] [--as FORMAT] FILE...

Prints one JSON object a line: {"file", "article"} for each story found in a file,
{"file", "error": {"code", "message"}} for a file that can't be read.
  --provider ID  who sent the files (default: local)
  --entities     look for people, organisations and places in the text (slow); without it those the feed names
  --as FORMAT    {"file", "document"}: each article written as ${OUTPUT_NAMES.join(', ')};
                 of a single file with a single story the document alone`;

type Options = {
  readonly provider: string;
  readonly entities: boolean;
  readonly output: Output | undefined;
  readonly files: readonly string[];
};
type Line = { readonly file: string } & (
  | { readonly article: Article }
  | { readonly document: string }
  | { readonly error: { readonly code: string; readonly message: string } }
);

/** Where a record would lie: the normalizer has no topic. */
const ORIGIN = { topic: 'file', partition: 0, offset: '0' };

const options = readOptions();
if (options === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  await normalizeFiles(options);
}

function readOptions(): Options | undefined {
  const known = {
    provider: { type: 'string', default: 'local' },
    entities: { type: 'boolean', default: false },
    as: { type: 'string' },
  } as const;
  try {
    const { values, positionals: files } = parseArgs({ options: known, allowPositionals: true });
    const name = OUTPUT_NAMES.find((each) => each === values.as);
    if (files.length === 0 || !PROVIDER_ID.test(values.provider) || name !== values.as) return undefined;
    const output = name && outputs[name];
    return { provider: values.provider, entities: values.entities, output, files };
  } catch {
    return undefined;
  }
}

async function normalizeFiles({ provider, entities, output, files }: Options): Promise<void> {
  const detectLanguage = await loadLanguageDetector();
  const findEntities: EntityFinder = entities ? await loadEntityFinder() : () => [];
  const now = new Date().toISOString();
  const articleOfRaw = (raw: RawStory): Article => {
    const reading = readStory(raw, detectLanguage);
    const mentions = findEntities(reading.text, reading.language);
    return articleOf(enrichedStory(raw, ORIGIN, reading, mentions), readPictures(raw.story), now);
  };
  for (const file of files) {
    try {
      const stories = rawStories(await readFile(file), provider, now);
      const alone = files.length === 1 && stories.length === 1;
      for (const raw of stories) {
        const article = articleOfRaw(raw);
        if (output === undefined) print({ file, article });
        else if (alone) process.stdout.write(output.write(article));
        else print({ file, document: output.write(article) });
      }
    } catch (error) {
      print({ file, error: fault(error) });
    }
  }
}

/** The stories of a document as the door would have accepted them. */
function rawStories(bytes: Buffer, provider: string, receivedAt: string): RawStory[] {
  const { stories } = readDocument(bytes);
  const document = { contentType: 'application/octet-stream', sha256: sha256(bytes), size: bytes.byteLength };
  return stories.map((story: Story, index) => ({
    provider,
    receipt: `${document.sha256.slice(0, 32)}-${index}`,
    receivedAt,
    part: { index, count: stories.length },
    document,
    story,
    storySha256: sha256(JSON.stringify(story)),
  }));
}

function fault(error: unknown): { code: string; message: string } {
  if (error instanceof DocumentError) {
    const { line, column, path } = error.at;
    const place = [line && `line ${line}`, column && `column ${column}`, path].filter(Boolean).join(', ');
    return { code: error.code, message: place === '' ? error.message : `${error.message} (${place})` };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: error instanceof Error && 'syscall' in error ? 'unreadable-file' : 'unexpected-error', message };
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function print(line: Line): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
