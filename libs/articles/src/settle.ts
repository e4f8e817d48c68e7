import type { VersionOrder } from '#contracts';
import { withoutContent } from './public-article.ts';
import type { StoryState, Version } from './story-state.ts';
import { compareOrder, newerOrder } from './version-order.ts';

/**
 * The state that follows from the versions alone, wherever each of them stood: the winner where it belongs, content
 * taken out where a kill says so. A state that is settled already comes back as it is.
 */
export function settle(state: StoryState): StoryState {
  const versions = state.winner === undefined ? state.revisions : [...state.revisions, state.winner];
  const kill = newestOf(versions, ({ article }) => article.state === 'canceled', state.kill);
  const release = newestOf(versions, ({ article }) => article.change === 'release', state.release);
  const winner = winnerOf(versions, isKilled(kill, release) ? kill : undefined);
  const pending = state.pending.filter(({ order }) => !isOlder(order, kill));
  if (winner === undefined) return pending.length === state.pending.length ? state : { ...state, pending };
  const cleared = versions.filter((version) => version !== winner).map((version) => clearedBy(kill, version));
  const settled: StoryState = {
    winner: clearedBy(kill, winner),
    revisions: cleared,
    ...(kill !== undefined && { kill }),
    ...(release !== undefined && { release }),
    pending,
  };
  return isSame(state, settled) ? state : settled;
}

/** True while a kill stands that no newer release has lifted. */
export function isKilled(kill: VersionOrder | undefined, release: VersionOrder | undefined): boolean {
  return kill !== undefined && (release === undefined || compareOrder(release, kill) < 0);
}

function newestOf(
  versions: readonly Version[],
  such: (version: Version) => boolean,
  known: VersionOrder | undefined,
): VersionOrder | undefined {
  return versions.filter(such).reduce((newest, { article }) => newerOrder(newest, article.order), known);
}

/** The newest version, or the very one with the order of the kill. */
function winnerOf(versions: readonly Version[], kill: VersionOrder | undefined): Version | undefined {
  const candidates =
    kill === undefined ? versions : versions.filter(({ article }) => compareOrder(article.order, kill) === 0);
  return candidates.reduce<Version | undefined>((best, version) => {
    return best === undefined || compareOrder(version.article.order, best.article.order) > 0 ? version : best;
  }, undefined);
}

function isOlder(order: VersionOrder, than: VersionOrder | undefined): boolean {
  return than !== undefined && compareOrder(order, than) < 0;
}

/** A kill is itself a tombstone, and takes the content of everything older. */
function clearedBy(kill: VersionOrder | undefined, version: Version): Version {
  const { article, cleared } = version;
  if (cleared || !(article.state === 'canceled' || isOlder(article.order, kill))) return version;
  return { ...version, article: withoutContent(article), cleared: true };
}

function isSame(a: StoryState, b: StoryState): boolean {
  return (
    a.winner === b.winner &&
    a.pending.length === b.pending.length &&
    a.revisions.length === b.revisions.length &&
    a.revisions.every((version, index) => version === b.revisions[index])
  );
}
