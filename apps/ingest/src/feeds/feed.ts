import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { declaredBy } from '../declared.ts';

/** Where something comes from: the provider, and its feed by the id in the file of providers. */
export type FeedName = { readonly provider: string; readonly feed: string };

/** Pushed documents of a provider count as a feed of this name. */
export const PUSHED = 'push';

const feedId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be lower-case letters, digits and hyphens')
  .refine((id) => id !== PUSHED, `"${PUSHED}" is what is pushed`);

/** What is declared of every document of a feed; absent, the content decides. */
const contentType = z
  .string()
  .max(200)
  .refine((type) => 'declared' in declaredBy({ 'content-type': type }), 'must be a media type that may be pushed')
  .optional();

const Folder = z.strictObject({
  /** Absolute path. Nobody but the feed writes there, and ingest may create and rename in it. */
  path: z.string().refine(isAbsolute, 'must be an absolute path'),
  /** How often it is looked through at least; where the system tells of changes, it is looked through at once. */
  everySeconds: z.number().min(0.1).max(3600).default(5),
  /** How long a file has to stay as it is before it counts as whole. */
  settleSeconds: z.number().min(0).max(3600).default(2),
  /** A claim of a process that gave no sign of life for so long is taken over. */
  reclaimSeconds: z.number().min(1).max(3600).default(60),
  subfolders: z.boolean().default(false),
});

export const FolderFeed = z.strictObject({ id: feedId, contentType, folder: Folder });
export type FolderFeed = z.output<typeof FolderFeed>;

const header = z.record(
  z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/, 'must be the name of a header'),
  z.string().regex(/^[\t\x20-\x7e]{0,4096}$/, 'must be the value of a header'),
);

export const PolledFeed = z
  .strictObject({
    id: feedId,
    contentType,
    url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }),
    everySeconds: z.number().min(1).max(86_400).default(300),
    /** Sent with each request, an API key for one; never to another host. */
    headers: header.default({}),
    /** Whether the feed may come over plain http. */
    allowHttp: z.boolean().default(false),
    /** Whether it may lie at a private address: a feed of the intranet. */
    allowPrivate: z.boolean().default(false),
    /** Ports besides 80 and 443. */
    ports: z.array(z.int().min(1).max(65_535)).default([]),
  })
  .superRefine(({ url, allowHttp }, context) => {
    if (!URL.canParse(url)) return;
    const { protocol, username, password } = new URL(url);
    if (protocol === 'http:' && !allowHttp)
      context.addIssue({ code: 'custom', path: ['url'], message: 'must be https, unless allowHttp is true' });
    if (username !== '' || password !== '')
      context.addIssue({ code: 'custom', path: ['url'], message: 'must have no user or password: use headers' });
  });
export type PolledFeed = z.output<typeof PolledFeed>;

/** A feed that does not push: a folder that is watched, or an address that is polled. */
export const Feed = z.looseObject({ id: z.unknown() }).transform((feed, context): FolderFeed | PolledFeed => {
  const result = 'folder' in feed ? FolderFeed.safeParse(feed) : PolledFeed.safeParse(feed);
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues) context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
});
export type Feed = z.output<typeof Feed>;

export function isFolderFeed(feed: Feed): feed is FolderFeed {
  return 'folder' in feed;
}
