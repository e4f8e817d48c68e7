import type { Association, Issue, Media } from '#contracts';
import { foldSpace } from '../fold-space.ts';
import { present } from '../present.ts';
import type { SourceProfile } from '../profiles/source-profile.ts';
import { resolveTime } from '../resolve-time.ts';
import { timeIssues } from '../story-times.ts';
import { related } from './concepts.ts';
import { renditions } from './renditions.ts';
import { uriOf } from './uri.ts';

/** How a media item is called in its whole, and where it stands in the story. */
type Place = { readonly uri: string; readonly name: string; readonly path: string };
type Known = { readonly profile: SourceProfile | undefined };

/** A picture, video or audio as an associated item. Its caption lines stand whole, each once; image-caption reads them. */
export function mediaAssociation(media: Media, { uri, name, path }: Place, known: Known, issues: Issue[]): Association {
  const headline = foldSpace(media.headline ?? '');
  return {
    name,
    uri,
    type: media.type,
    ...present({
      rel: media.rel,
      version: media.version,
      contentCreated: taken(media, path, known.profile, issues),
      headlines: headline === '' ? [] : [{ value: headline }],
      descriptions: mediaTexts(media),
      by: media.creator,
      located: media.place,
      people: related(media.people ?? []),
      infoSources: mediaSources(media),
      copyrightHolder: media.copyrightHolder,
      copyrightNotice: media.copyrightNotice,
      usageTerms: media.usageTerms,
      digitalSourceType: sourceType(media.digitalSourceType),
      renditions: renditions(media, path, issues),
    }),
  };
}

function taken(media: Media, path: string, profile: SourceProfile | undefined, issues: Issue[]): string | undefined {
  if (media.taken === undefined) return undefined;
  const time = resolveTime(media.taken, profile);
  issues.push(...timeIssues(time, `${path}.taken`));
  return time?.utc;
}

function mediaTexts({ captions, altText }: Media): Association['descriptions'] {
  const lines = new Set(captions.map(foldSpace).filter((line) => line !== ''));
  const alternative = foldSpace(altText ?? '');
  return [
    ...[...lines].map((value) => ({ role: 'caption', contentType: 'text/plain', value })),
    ...(alternative === '' ? [] : [{ role: 'altText', contentType: 'text/plain', value: alternative }]),
  ];
}

function mediaSources({ credit, source }: Media): Association['infoSources'] {
  return [
    ...(credit === undefined || credit === '' ? [] : [{ name: credit, role: 'credit' }]),
    ...(source === undefined || source === '' ? [] : [{ name: source, role: 'source' }]),
  ];
}

function sourceType(text: string | undefined): Association['digitalSourceType'] {
  if (text === undefined || text === '') return undefined;
  return uriOf(text) === undefined ? { literal: text } : { uri: text };
}
