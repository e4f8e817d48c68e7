import { readDuration } from './duration.ts';
import type { Segment } from './segment.ts';
import { readSources } from './sources.ts';
import { readTags } from './tags.ts';
import { readTimeLine } from './time-line.ts';

/** A line that tells about the page instead of the story: times, tags, running time, sources. Undefined for any other line. */
export function furniture(text: string, line: number, head: boolean): Segment | undefined {
  const times = readTimeLine(text, head);
  if (times !== undefined) return { kind: 'times', line, times };
  const tags = readTags(text);
  if (tags !== undefined) return { kind: 'tags', line, tags };
  const seconds = readDuration(text);
  if (seconds !== undefined) return { kind: 'duration', line, seconds };
  const names = readSources(text);
  return names === undefined ? undefined : { kind: 'sources', line, names };
}
