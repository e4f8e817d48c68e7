import type { Article } from '#contracts';
import { stateOf } from './article-of.ts';
import type { Step, StoryState } from './story-state.ts';

/**
 * When time itself will change the state of an article (milliseconds since 1970, UTC): its embargo ends, or it
 * expires. Undefined when only another version can.
 */
export function dueTime({ state, item }: Pick<Article, 'state' | 'item'>): number | undefined {
  const until = state === 'embargoed' ? item.embargoedUntil : state === 'usable' ? item.expires : undefined;
  const time = until === undefined ? Number.NaN : Date.parse(until);
  return Number.isNaN(time) ? undefined : time;
}

/**
 * What the time `now` (ISO 8601, UTC) does to a story: the current version's embargo ends, or it expires. Nothing but
 * its state changes: no version becomes newer or older by it, no kill or hold is lifted, and how the version ended
 * stays what its receipt says. Time runs one way: an article that was once released is not embargoed again by a clock
 * that is slow. The current version is announced in any case, since an earlier announcement may have been cut off.
 */
export function foldTime(story: StoryState, now: string): Step {
  const { winner } = story;
  if (winner === undefined) return { state: story };
  const { article } = winner;
  const due = dueTime(article);
  if (due === undefined || due > Date.parse(now)) return { state: story, announce: article };
  const passed: Article = { ...article, state: stateOf(article, now) };
  return { state: { ...story, winner: { ...winner, article: passed } }, announce: passed };
}
