import { z } from 'zod';
import { PROVIDER_ID } from '#contracts';

/** An API key of a provider: its public id, and the SHA-256 of its secret. Two at a time allow a rotation without a gap. */
const Key = z.object({
  id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hex digits'),
  expires: z.iso.datetime({ offset: true }).optional(),
});

/** Requests a second in the long run, and how many may come at once. */
export const Rate = z.object({ perSecond: z.number().positive(), burst: z.number().min(1) });
export type Rate = z.output<typeof Rate>;

export const Provider = z.object({
  id: z.string().regex(PROVIDER_ID, 'must be lower-case letters, digits and hyphens'),
  keys: z.array(Key).min(1),
  rate: Rate.optional(),
});
export type Provider = z.output<typeof Provider>;

/** The file of all providers that may push. Ids of providers and of keys are unique. */
export const Providers = z.object({ providers: z.array(Provider).min(1) }).superRefine(({ providers }, context) => {
  const repeated = (ids: readonly string[]) => ids.filter((id, index) => ids.indexOf(id) !== index);
  for (const id of repeated(providers.map((provider) => provider.id)))
    context.addIssue({ code: 'custom', path: ['providers'], message: `the provider ${id} stands there twice` });
  for (const id of repeated(providers.flatMap((provider) => provider.keys.map((key) => key.id))))
    context.addIssue({ code: 'custom', path: ['providers'], message: `the key id ${id} stands there twice` });
});
