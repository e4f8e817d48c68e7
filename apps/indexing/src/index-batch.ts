import { compareOrder, foldCaptions, foldText, type Outcome, type StoryState, UNKNOWN_STORY } from '#articles';
import { type EnrichedStory, originOf, type Receipt, type StoryCaptions, topics } from '#contracts';
import { eventRecord, type OutgoingRecord } from '#kafka';
import { announcement } from './announcement.ts';

/** A part of an article, as it comes from enrichment or from image-caption. */
export type Part =
  | { readonly kind: 'text'; readonly value: EnrichedStory }
  | { readonly kind: 'captions'; readonly value: StoryCaptions };

/** What a run of parts does: the stories' states after it, and the records to publish once those are stored. */
export type Indexed = {
  readonly states: ReadonlyMap<string, StoryState>;
  readonly records: readonly OutgoingRecord[];
  readonly outcomes: readonly Outcome[];
};

/**
 * Folds parts, in order, into the states of their stories. Pure: `known` are the states as read (a story not in it is
 * unknown), `now` is ISO 8601 in UTC. Every change of a current article gives an announcement, every text an outcome.
 */
export function indexBatch(parts: readonly Part[], known: ReadonlyMap<string, StoryState>, now: string): Indexed {
  const states = new Map(known);
  const records: OutgoingRecord[] = [];
  const outcomes: Outcome[] = [];
  for (const part of parts) {
    const { id } = part.value;
    const before = states.get(id) ?? UNKNOWN_STORY;
    const step = part.kind === 'text' ? foldText(before, part.value, now) : foldCaptions(before, part.value);
    states.set(id, step.state);
    if (step.announce !== undefined) records.push(announcement(step.announce));
    if (step.outcome === undefined) continue;
    records.push(receiptRecord(part.value, step.outcome));
    outcomes.push(step.outcome);
  }
  return { states, records, outcomes };
}

/** True when a part can be folded without knowing the story's revisions: it is newer than the current version, or is that version. */
export function needsRevisions({ kind, value }: Part, state: StoryState): boolean {
  const { winner } = state;
  if (winner === undefined || winner.article.versionId === value.versionId) return false;
  if (state.kill !== undefined) return true;
  if (kind === 'text' && (value.change === 'release' || value.change === 'kill' || value.item.pubStatus === 'canceled'))
    return true;
  return compareOrder(value.order, winner.article.order) < 0;
}

/** The outcome of an accepted story, filed under its receipt. */
function receiptRecord(
  { id, raw, order }: Pick<EnrichedStory, 'id' | 'raw' | 'order'>,
  outcome: Outcome,
): OutgoingRecord {
  const { topic, partition, offset, receipt } = raw;
  const value: Receipt = { receipt, id, outcome, raw: { topic, partition, offset }, order };
  return eventRecord(topics.receipts, {
    key: id,
    value,
    source: '/indexing',
    idParts: [receipt],
    receipt,
    origin: originOf(raw),
  });
}
