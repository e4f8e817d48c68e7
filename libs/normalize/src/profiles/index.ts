import type { Story } from '#contracts';
import { foldName } from '../fold-space.ts';
import { ansa } from './ansa.ts';
import { ats } from './ats.ts';
import { belga } from './belga.ts';
import { cgtn } from './cgtn.ts';
import { dpa } from './dpa.ts';
import { ntb } from './ntb.ts';
import { onclusive } from './onclusive.ts';
import { ritzau } from './ritzau.ts';
import type { SourceProfile } from './source-profile.ts';
import { stt } from './stt.ts';

/** Every source profile; a new one is a file in this folder and a row here. */
const PROFILES: readonly SourceProfile[] = [ansa, ats, belga, cgtn, ntb, onclusive, ritzau, dpa, stt];

const BY_PROVIDER = new Map(PROFILES.flatMap((profile) => profile.providers.map((id) => [id, profile] as const)));
const BY_NAME = new Map(
  PROFILES.flatMap((profile) => profile.printedAs.map((name) => [foldName(name), profile] as const)),
);

/**
 * The profile of a story's source: by who sent it first, else by what the story says of itself: its byline, an
 * organisation that contributed, or the provider it names.
 */
export function profileOf(provider: string, story: Story): SourceProfile | undefined {
  const byProvider = BY_PROVIDER.get(provider);
  if (byProvider !== undefined) return byProvider;
  const organisations = story.contributors.filter(({ kind }) => kind === 'organisation');
  const providers = story.infoSources.filter(({ role }) => role === 'provider');
  const names = [
    story.by,
    ...organisations.map(({ name }) => name),
    ...providers.flatMap(({ name, code }) => [name, code]),
  ];
  for (const name of names) {
    const profile = name === undefined ? undefined : BY_NAME.get(foldName(name));
    if (profile !== undefined) return profile;
  }
  return undefined;
}
