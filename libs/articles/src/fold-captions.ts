import type { StoryCaptions } from '#contracts';
import { joinCaptions, versionOf } from './join-captions.ts';
import { settle } from './settle.ts';
import { MAX_PENDING_CAPTIONS, type Step, type StoryState } from './story-state.ts';
import { compareOrder } from './version-order.ts';

/** What the picture part of a version does to its story: it joins its text, or waits for it. */
export function foldCaptions(stored: StoryState, part: StoryCaptions): Step {
  // A version that another writer is just bringing in stands there before its story knows of it: a kill must reach it.
  const state = settle(stored);
  return versionOf(state, part.versionId) === undefined
    ? { state: waitForText(state, part) }
    : joinCaptions(state, part);
}

function waitForText(state: StoryState, { versionId, order, captions }: StoryCaptions): StoryState {
  const killed = state.kill !== undefined && compareOrder(order, state.kill) < 0;
  if (killed || state.pending.some((pending) => pending.versionId === versionId)) return state;
  const pending = [...state.pending, { versionId, order, captions }].sort((a, b) => compareOrder(a.order, b.order));
  return { ...state, pending: pending.slice(-MAX_PENDING_CAPTIONS) };
}
