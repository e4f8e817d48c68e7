import type { PrintedTime, Story } from '#contracts';
import { printedTime } from '../printed-time.ts';
import type { Members } from './members.ts';

/** Reads a member that is a time. One that can't be read keeps its text and is noted. */
export function timeMember(members: Members, ...names: readonly string[]): PrintedTime | undefined {
  const raw = members.text(...names);
  if (raw === undefined) return undefined;
  const time = printedTime(raw);
  if (time.utc === undefined && time.local === undefined) {
    members.issues.push({ code: 'time-unread', path: members.at(names[0] ?? '') });
  }
  return time;
}

/** The times of an item: ninjs 3.1 `firstCreated` to `expires`, and the `firstpublished` of Superdesk. */
export function readTimes(members: Members): Story['times'] {
  const firstCreated = timeMember(members, 'firstcreated');
  const versionCreated = timeMember(members, 'versioncreated');
  const contentCreated = timeMember(members, 'contentcreated');
  const embargoedUntil = timeMember(members, 'embargoeduntil', 'embargoed');
  const expires = timeMember(members, 'expires');
  const published = timeMember(members, 'firstpublished');
  return {
    ...(firstCreated && { firstCreated }),
    ...(versionCreated && { versionCreated }),
    ...(contentCreated && { contentCreated }),
    ...(embargoedUntil && { embargoedUntil }),
    ...(expires && { expires }),
    ...(published && { published }),
  };
}
