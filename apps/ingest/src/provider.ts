import { resolve } from 'node:path';
import { z } from 'zod';
import { PROVIDER_ID } from '#contracts';
import { Feed, isFolderFeed } from './feeds/feed.ts';

/** An API key of a provider: its public id, and the SHA-256 of its secret. Two at a time allow a rotation without a gap. */
const Key = z.object({
  id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hex digits'),
  expires: z.iso.datetime({ offset: true }).optional(),
});

/** Requests a second in the long run, and how many may come at once. */
export const Rate = z.object({ perSecond: z.number().positive(), burst: z.number().min(1) });
export type Rate = z.output<typeof Rate>;

/** A provider pushes, with a key; or its feeds are fetched; or both. */
export const Provider = z
  .object({
    id: z.string().regex(PROVIDER_ID, 'must be lower-case letters, digits and hyphens'),
    keys: z.array(Key).default([]),
    rate: Rate.optional(),
    feeds: z.array(Feed).default([]),
  })
  .refine(({ keys, feeds }) => keys.length + feeds.length > 0, { path: ['keys'], error: 'must have a key or a feed' });
export type Provider = z.output<typeof Provider>;

/** The file of all providers. Ids of providers and of keys are unique, those of feeds within their provider; and folders. */
export const Providers = z.object({ providers: z.array(Provider).min(1) }).superRefine(({ providers }, context) => {
  const repeated = (ids: readonly string[]) => ids.filter((id, index) => ids.indexOf(id) !== index);
  for (const id of repeated(providers.map((provider) => provider.id)))
    context.addIssue({ code: 'custom', path: ['providers'], message: `the provider ${id} stands there twice` });
  for (const id of repeated(providers.flatMap((provider) => provider.keys.map((key) => key.id))))
    context.addIssue({ code: 'custom', path: ['providers'], message: `the key id ${id} stands there twice` });
  for (const { id: provider, feeds } of providers)
    for (const id of repeated(feeds.map((feed) => feed.id)))
      context.addIssue({ code: 'custom', path: ['providers'], message: `${provider} has the feed ${id} twice` });
  const folders = providers.flatMap(({ feeds }) =>
    feeds.filter(isFolderFeed).map(({ folder }) => resolve(folder.path)),
  );
  for (const folder of folders)
    if (
      folders.some((other) => other !== folder && other.startsWith(`${folder}/`)) ||
      repeated([...folders]).includes(folder)
    )
      context.addIssue({ code: 'custom', path: ['providers'], message: `two feeds look into ${folder}` });
});
