import { z } from 'zod';
import { Format, storyKey } from '#contracts';
import type { Accepted } from './receive.ts';

/** The answer to a document whose stories are all stored. */
export const AcceptedBody = z.object({
  receipts: z.array(
    z.object({
      receipt: z.string().describe('UUID; the outcome of the story is filed under it'),
      id: z.string().describe('the key of the story: <provider>|<identifier>'),
      version: z.string().optional(),
      part: z.int().describe('which story of the document this is, from 0'),
    }),
  ),
  document: z.object({ sha256: z.string().describe('of the bytes received, decompressed, in hex'), format: Format }),
});
export type AcceptedBody = z.output<typeof AcceptedBody>;

export function acceptedBody({ format, stories }: Accepted): AcceptedBody {
  return {
    receipts: stories.map(({ receipt, provider, story, part }) => ({
      receipt,
      id: storyKey(provider, story.guid),
      ...(story.version !== undefined && { version: story.version }),
      part: part.index,
    })),
    document: { sha256: stories[0]?.document.sha256 ?? '', format },
  };
}
