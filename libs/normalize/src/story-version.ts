import { createHash } from 'node:crypto';
import {
  type RawStory,
  type RecordPosition,
  type ResolvedTime,
  storyKey,
  type TimeName,
  type VersionOrder,
} from '#contracts';
import { profileOf } from './profiles/index.ts';
import { resolveTime } from './resolve-time.ts';

/** The provider's time of a version: the first of these that it gives and that can be read. */
const VERSION_TIMES: readonly TimeName[] = ['versionCreated', 'updated', 'published', 'firstCreated'];

const INTEGER = /^\d{1,20}$/;

/** Which story and which version of it: the key, a name that is equal over all resends, and what orders the versions. */
export type StoryVersion = { readonly id: string; readonly versionId: string; readonly order: VersionOrder };

/**
 * Names and orders one version of a story. Order is the feed's version number (0 when it is no integer), the
 * provider's time in milliseconds UTC (0 when none is given), and the offset of the raw record.
 */
export function storyVersion(raw: RawStory, origin: RecordPosition): StoryVersion {
  const profile = profileOf(raw.provider, raw.story);
  return versionAt(raw, origin, (name) => {
    const printed = raw.story.times[name];
    return printed === undefined ? undefined : resolveTime(printed, profile);
  });
}

/** The same, for a story whose times have been resolved already. */
export function versionAt(raw: RawStory, origin: RecordPosition, timeOf: TimeOf): StoryVersion {
  const { provider, story, storySha256 } = raw;
  const version = story.version?.trim() ?? '';
  const time = providersTime(timeOf);
  const name = JSON.stringify([version, time, storySha256]);
  return {
    id: storyKey(provider, story.guid),
    versionId: createHash('sha256').update(name).digest('hex').slice(0, 32),
    order: [INTEGER.test(version) ? Number(version) : 0, time, Number(origin.offset)],
  };
}

type TimeOf = (name: TimeName) => ResolvedTime | undefined;

function providersTime(timeOf: TimeOf): number {
  for (const name of VERSION_TIMES) {
    const resolved = timeOf(name);
    if (resolved !== undefined) return Date.parse(resolved.utc);
  }
  return 0;
}
