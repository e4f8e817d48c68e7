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
  if (known === undefined || known.cleared) return { state };
  // A redelivery: nothing to store, but the announcement may have been cut off.
  const unchanged = known.article.captions.length > 0 || part.captions.length === 0;
  const captioned: Version = unchanged ? known : { ...known, article: withCaptions(known.article, part.captions) };
  const announce = known === state.winner ? { announce: captioned.article } : {};
  if (unchanged) return { state, ...announce };
  if (known === state.winner) return { state: { ...state, winner: captioned }, ...announce };
  return {
    state: { ...state, revisions: state.revisions.map((version) => (version === known ? captioned : version)) },
  };
}
