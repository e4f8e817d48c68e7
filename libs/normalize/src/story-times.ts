import { type Issue, type ResolvedTime, type Story, TIME_NAMES, type TimeName } from '#contracts';
import type { SourceProfile } from './profiles/source-profile.ts';
import { resolveTime } from './resolve-time.ts';

/** The times of a story that could be read, by their names. */
export type StoryTimes = { readonly [name in TimeName]?: ResolvedTime };

/** All times of a story as instants, and an issue for each whose zone or time of day had to be assumed or that is no time. */
export function resolveTimes(story: Story, profile?: SourceProfile): { times: StoryTimes; issues: Issue[] } {
  const times: { [name in TimeName]?: ResolvedTime } = {};
  const issues: Issue[] = [];
  for (const name of TIME_NAMES) {
    const printed = story.times[name];
    if (printed === undefined) continue;
    const resolved = resolveTime(printed, profile);
    if (resolved !== undefined) times[name] = resolved;
    issues.push(...timeIssues(resolved, `times.${name}`));
  }
  return { times, issues };
}

/** What is to be said about one time: nothing when its zone and time of day are known. */
export function timeIssues(resolved: ResolvedTime | undefined, path: string): Issue[] {
  if (resolved === undefined) return [{ code: 'unreadable-time', path }];
  const issues: Issue[] = [];
  if (resolved.origin === 'guessed') issues.push({ code: 'zone-guessed', path });
  if (resolved.precision === 'day') issues.push({ code: 'time-of-day-missing', path });
  return issues;
}
