import type { EnrichedStory } from '#contracts';
import { articleOf } from './article-of.ts';
import { joinCaptions, versionOf } from './join-captions.ts';
import { isKilled, settle } from './settle.ts';
import type { Outcome, PendingCaptions, Step, StoryState, Version } from './story-state.ts';

/** What the text part of a version does to its story. `now` is ISO 8601 in UTC. */
export function foldText(state: StoryState, text: EnrichedStory, now: string): Step {
  const waiting = state.pending.find(({ versionId }) => versionId === text.versionId);
  const known = versionOf(state, text.versionId);
  return known === undefined ? newVersion(state, text, waiting, now) : knownVersion(state, known, text, waiting);
}

function newVersion(state: StoryState, text: EnrichedStory, waiting: PendingCaptions | undefined, now: string): Step {
  const article = articleOf(text, waiting?.captions ?? [], now);
  const arrived: Version = { article, outcome: 'stored', cleared: false };
  const settled = settle({ ...withoutPending(state, waiting), revisions: [...state.revisions, arrived] });
  const wins = settled.winner?.article.versionId === text.versionId;
  const outcome = outcomeOf(wins, settled, article.state);
  const next = withOutcome(settled, text.versionId, outcome);
  return {
    state: next,
    outcome,
    ...(settled.winner !== state.winner && next.winner !== undefined && { announce: next.winner.article }),
  };
}

/**
 * The same version again. Under the same receipt it is a redelivery: it ends as it ended, and what its story shows now
 * is announced, since the first time may have been cut off, or have come too late. Under another receipt it is a
 * resend: a duplicate.
 */
function knownVersion(
  state: StoryState,
  known: Version,
  text: EnrichedStory,
  waiting: PendingCaptions | undefined,
): Step {
  if (known.article.raw.receipt !== text.raw.receipt) return { state: settle(state), outcome: 'duplicate' };
  // A write cut off half-way leaves a version that its story knows nothing of yet, or captions that wait for a text that is there.
  const joined = waiting === undefined ? state : joinCaptions(withoutPending(state, waiting), waiting).state;
  const settled = settle(joined);
  const { outcome } = known;
  const moved = settled.winner !== state.winner || text.change === 'release';
  if (outcome === 'superseded' && !moved) return { state: settled, outcome };
  return { state: settled, outcome, ...(settled.winner !== undefined && { announce: settled.winner.article }) };
}

function withoutPending(state: StoryState, waiting: PendingCaptions | undefined): StoryState {
  return waiting === undefined ? state : { ...state, pending: state.pending.filter((pending) => pending !== waiting) };
}

function outcomeOf(wins: boolean, { kill, release }: StoryState, state: string): Outcome {
  if (isKilled(kill, release)) return 'killed';
  if (!wins) return 'superseded';
  return state === 'embargoed' ? 'embargoed' : 'stored';
}

function withOutcome(state: StoryState, versionId: string, outcome: Outcome): StoryState {
  const noted = (version: Version): Version =>
    version.article.versionId === versionId ? { ...version, outcome } : version;
  if (outcome === 'stored') return state;
  return { ...state, ...(state.winner && { winner: noted(state.winner) }), revisions: state.revisions.map(noted) };
}
