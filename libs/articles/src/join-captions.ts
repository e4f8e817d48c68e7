import { withCaptions } from './article-of.ts';
import type { PendingCaptions, Step, StoryState, Version } from './story-state.ts';

/** The version of that id, wherever it stands. */
export function versionOf(state: StoryState, versionId: string): Version | undefined {
  if (state.winner?.article.versionId === versionId) return state.winner;
  return state.revisions.find(({ article }) => article.versionId === versionId);
}

/** Puts a picture part into the version it belongs to; a version whose content is gone takes none. */
export function joinCaptions(state: StoryState, part: Pick<PendingCaptions, 'versionId' | 'captions'>): Step {
  const known = versionOf(state, part.versionId);
  if (known === undefined) return { state };
  // A redelivery: nothing to store, but the announcement may have been cut off, or have come after a newer one.
  if (known.cleared || known.article.captions.length > 0 || part.captions.length === 0)
    return { state, ...(state.winner !== undefined && { announce: state.winner.article }) };
  const captioned: Version = { ...known, article: withCaptions(known.article, part.captions) };
  if (known === state.winner) return { state: { ...state, winner: captioned }, announce: captioned.article };
  return {
    state: { ...state, revisions: state.revisions.map((version) => (version === known ? captioned : version)) },
  };
}
