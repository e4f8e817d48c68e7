import type { EnrichedStory, VersionOrder } from '#contracts';
import { articleOf } from './article-of.ts';
import { joinCaptions, versionOf } from './join-captions.ts';
import { withoutContent } from './public-article.ts';
import type { Outcome, PendingCaptions, Step, StoryState, Version } from './story-state.ts';
import { compareOrder, newerOrder } from './version-order.ts';

/** What the text part of a version does to its story. `now` is ISO 8601 in UTC. */
export function foldText(state: StoryState, text: EnrichedStory, now: string): Step {
  const waiting = state.pending.find(({ versionId }) => versionId === text.versionId);
  const known = versionOf(state, text.versionId);
  if (known !== undefined) {
    // A write cut off between the version and its ledger leaves captions waiting for a text that is there.
    const joined = waiting === undefined ? state : joinCaptions(withoutPending(state, waiting), waiting).state;
    return knownVersion(joined, versionOf(joined, text.versionId) ?? known, text);
  }
  const article = articleOf(text, waiting?.captions ?? [], now);
  const kill = newerOrder(state.kill, article.state === 'canceled' ? text.order : undefined);
  const release = newerOrder(state.release, text.change === 'release' ? text.order : undefined);
  const killed = isKilled(kill, release);
  const arrived: Version = { article, outcome: 'stored', cleared: false };
  const versions = [...state.revisions, ...(state.winner === undefined ? [] : [state.winner]), arrived];
  const winner = winnerOf(versions, killed ? kill : undefined);
  const outcome = outcomeOf(winner === arrived, article.state, killed);
  const settled = (version: Version): Version =>
    clearedBy(kill, version === arrived ? { ...version, outcome } : version);
  const settledWinner = settled(winner);
  const next: StoryState = {
    winner: settledWinner,
    revisions: versions.filter((version) => version !== winner).map(settled),
    ...(kill !== undefined && { kill }),
    ...(release !== undefined && { release }),
    pending: state.pending.filter((pending) => pending !== waiting && !isOlder(pending.order, kill)),
  };
  const changed = winner !== state.winner;
  return { state: next, outcome, ...(changed && { announce: settledWinner.article }) };
}

/**
 * The same version again. Under the same receipt it is a redelivery: it ends as it ended, and what it announced is
 * announced again, since the first time may have been cut off. Under another receipt it is a resend: a duplicate.
 */
function knownVersion(state: StoryState, known: Version, text: EnrichedStory): Step {
  if (known.article.raw.receipt !== text.raw.receipt) return { state, outcome: 'duplicate' };
  const released = text.change === 'release';
  if (known.outcome === 'superseded' && !released) return { state, outcome: 'superseded' };
  const shown = known.cleared || released ? state.winner : known;
  return { state, outcome: known.outcome, ...(shown !== undefined && { announce: shown.article }) };
}

function withoutPending(state: StoryState, waiting: PendingCaptions): StoryState {
  return { ...state, pending: state.pending.filter((pending) => pending !== waiting) };
}

function isKilled(kill: VersionOrder | undefined, release: VersionOrder | undefined): boolean {
  return kill !== undefined && (release === undefined || compareOrder(release, kill) < 0);
}

function isOlder(order: VersionOrder, than: VersionOrder | undefined): boolean {
  return than !== undefined && compareOrder(order, than) < 0;
}

/** The newest version, or the very one with the order of the kill. */
function winnerOf(versions: readonly Version[], kill: VersionOrder | undefined): Version {
  return versions.reduce((best, version) => {
    if (kill !== undefined) return compareOrder(version.article.order, kill) === 0 ? version : best;
    return compareOrder(version.article.order, best.article.order) > 0 ? version : best;
  });
}

function outcomeOf(wins: boolean, state: string, killed: boolean): Outcome {
  if (killed) return 'killed';
  if (!wins) return 'superseded';
  return state === 'embargoed' ? 'embargoed' : 'stored';
}

/** A kill is itself a tombstone, and takes the content of everything older. */
function clearedBy(kill: VersionOrder | undefined, version: Version): Version {
  const { article } = version;
  if (version.cleared || (article.state !== 'canceled' && !isOlder(article.order, kill))) return version;
  return { ...version, article: withoutContent(article), cleared: isOlder(article.order, kill) };
}
