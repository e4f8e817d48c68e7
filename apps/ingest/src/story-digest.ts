import { createHash } from 'node:crypto';
import type { Story } from '#contracts';

/**
 * sha256 over what a story says, in hex: canonical JSON (members sorted by name, nothing absent), without the time of
 * transmission, which differs between two sendings of the same.
 */
export function storyDigest(story: Story): string {
  const { transmitted: _, ...times } = story.times;
  return sha256(JSON.stringify(sorted({ ...story, times })));
}

/** sha256 of bytes or of text as UTF-8, in hex. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Members in the order of their names, at every depth. A story's shape is fixed, so the depth is bounded. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
