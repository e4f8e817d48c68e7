import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { z } from 'zod';
import { PROVIDER_ID, Receipt } from '#contracts';

const Sample = z.object({
  file: z.string(),
  provider: z.string().regex(PROVIDER_ID),
  contentType: z.string(),
  /** What the sample is there to show. */
  shows: z.string(),
  /** The outcome it must have; undefined: any but a dead letter. */
  outcome: Receipt.shape.outcome.optional(),
});

/** A document to push: where it is, who it comes from, and how it should end. */
export type Sample = z.output<typeof Sample>;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.txt': 'text/plain',
};

/** The stories of `examples/manifest.json`, in the order to push them. */
export async function exampleSamples(folder: string): Promise<Sample[]> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  return z
    .array(Sample)
    .parse(manifest)
    .map((sample) => ({ ...sample, file: join(folder, sample.file) }));
}

/** Files of the command line; the content type follows from the ending, and plain text is the last resort. */
export function fileSamples(files: readonly string[], provider: string): Sample[] {
  return files.map((file) => ({
    file,
    provider,
    contentType: CONTENT_TYPES[extname(file).toLowerCase()] ?? 'text/plain',
    shows: basename(file),
  }));
}
