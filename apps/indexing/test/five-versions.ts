import type { Connection } from 'mongoose';
import type { EnrichedStory, StoryCaptions } from '#contracts';
import type { Received } from '#kafka';

type Text = { readonly kind: 'text'; readonly value: EnrichedStory };
type Captions = { readonly kind: 'captions'; readonly value: StoryCaptions };
/** A record for indexing: the text part of a version or its picture part. */
export type Message = Text | Captions;

const ORDER_OF_ARRIVAL = [2, 1, 3, 5, 4];

/** Five versions of a story, out of order, with a kill among them and captions before and after their texts. */
export function messages(story: string): Message[] {
  const versions = ORDER_OF_ARRIVAL.map(
    (version, offset): EnrichedStory => ({
      id: story,
      provider: 'wire',
      format: 'ninjs',
      versionId: `version-${version}`,
      order: [version, 0, offset],
      change: version === 3 ? 'kill' : version === 4 ? 'release' : 'update',
      item: {
        uri: 'urn:a',
        version: String(version),
        headlines: [{ value: `$${version}.99 "$$ROOT" deal` }],
        associations: [{ name: 'p', uri: 'urn:a#1', type: 'picture' }],
      },
      times: {},
      notes: [],
      mentions: [],
      duplicates: {},
      issues: [],
      trace: [],
      raw: {
        topic: 'news.raw.v1',
        partition: 0,
        offset: String(offset),
        sha256: 'x',
        contentType: 'application/json',
        receipt: `${story}-${version}`,
      },
    }),
  );
  const captionsOf = ({ id, versionId, order, raw }: EnrichedStory): StoryCaptions => ({
    id,
    versionId,
    order,
    raw,
    trace: [],
    captions: [{ media: 0, raw: 'line', caption: `of ${versionId}`, people: [], issues: [] }],
  });
  return versions.flatMap((value, index): Message[] => {
    const text: Text = { kind: 'text', value };
    const captions: Captions = { kind: 'captions', value: captionsOf(value) };
    return index % 2 === 0 ? [captions, text] : [text, captions];
  });
}

/** The value as a handler gets it. */
export const received = <T>(value: T): Received<T> => ({
  key: 'k',
  value,
  headers: {},
  topic: 't',
  partition: 0,
  offset: '0',
});

/** What is stored of a story, without what names the story itself and how many writes it took. */
export async function stored(connection: Connection, story: string): Promise<unknown> {
  const anonymous = (document: unknown): unknown => JSON.parse(JSON.stringify(document).replaceAll(story, 'story'));
  const article = await connection.collection<{ _id: string }>('articles').findOne({ _id: story });
  const revisions = await connection.collection('revisions').find({ story }).sort({ _id: 1 }).toArray();
  const { ledger, ...rest } = (anonymous(article) ?? {}) as { ledger?: { seq: number; pending: unknown[] } };
  return {
    article: rest,
    pending: ledger?.pending,
    revisions: revisions.map(({ seq: _, ...revision }) => anonymous(revision)),
  };
}
