import type { Association, NinjsItem } from '#contracts';
import { associated, type Medium } from '../media.ts';
import type { Published } from '../published.ts';
import { concept13, organisation13, source13, trust13 } from './concept.ts';
import { keyed, names13 } from './names.ts';

const STANDARD = { name: 'ninjs', version: '1.3', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_1.3.json' };
/** What `type` may be in ninjs 1.3. */
const TYPES: ReadonlySet<string> = new Set(['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component']);

type Json = Readonly<Record<string, unknown>>;

/** The item of an article as ninjs 1.3 has it: a headline and others by role, descriptions and bodies by their kind. */
export function item13(article: Published): Json {
  const { media, relations } = associated(article);
  const associations = [...media, ...relations.map((association) => ({ association, credit: undefined }))];
  return {
    $standard: STANDARD,
    ...members13(article.item),
    ...some('associations', keyed(associations.map(associated13))),
  };
}

function associated13({ association, credit }: Medium): readonly [string, Json] {
  return [association.name, { ...members13(association), ...text('description_creditline', credit) }];
}

function members13(item: Association | NinjsItem): Json {
  const [first, ...others] = item.headlines ?? [];
  return {
    uri: item.uri,
    ...(item.type !== undefined && TYPES.has(item.type) && { type: item.type }),
    ...text('profile', item.profile),
    ...text('version', item.version),
    ...text('firstcreated', item.firstCreated),
    ...text('versioncreated', item.versionCreated),
    ...text('embargoed', item.embargoedUntil),
    ...text('pubstatus', item.pubStatus),
    ...(item.urgency !== undefined && { urgency: item.urgency }),
    ...text('copyrightholder', item.copyrightHolder),
    ...text('copyrightnotice', item.copyrightNotice),
    ...text('usageterms', item.usageTerms),
    ...text('ednote', item.edNote),
    ...text('language', item.language),
    ...some('person', item.people?.map(concept13)),
    ...some('organisation', item.organisations?.map(organisation13)),
    ...some('place', item.places?.map(concept13)),
    ...some('subject', item.subjects?.map(concept13)),
    ...some('event', item.events?.map(concept13)),
    ...some('object', item.objects?.map(concept13)),
    ...some('genre', item.genres?.map(concept13)),
    ...some('infosource', item.infoSources?.map(source13)),
    ...text('title', item.title),
    ...text('byline', item.by),
    ...text('headline', first?.value),
    ...names13('headline_', others, 'other'),
    ...text('slugline', item.slugline),
    ...text('located', item.located),
    ...names13('description_', item.descriptions ?? [], 'text'),
    ...bodies13(item),
    ...some('renditions', keyed((item.renditions ?? []).map(rendition13))),
    ...some('altids', keyed((item.altIds ?? []).map(({ role, value }) => [role ?? 'id', value]))),
    ...some('trustindicator', item.trustIndicators?.map(trust13)),
  };
}

function bodies13({ bodies = [] }: Association | NinjsItem): Json {
  const named = bodies.map(({ contentType, value }) => ({
    role: contentType === 'text/html' ? 'html' : 'text',
    value,
  }));
  const counted = bodies.find(({ contentType }) => contentType === 'text/plain');
  return {
    ...names13('body_', named, 'text'),
    ...(counted?.charCount !== undefined && { charcount: counted.charCount }),
    ...(counted?.wordCount !== undefined && { wordcount: counted.wordCount }),
  };
}

function rendition13(rendition: NonNullable<NinjsItem['renditions']>[number]): readonly [string, Json] {
  const { name, contentType, sizeInBytes, poi: _, ...same } = rendition;
  return [
    name,
    { ...same, ...text('mimetype', contentType), ...(sizeInBytes !== undefined && { sizeinbytes: sizeInBytes }) },
  ];
}

function text(name: string, value: string | undefined): Json {
  return value === undefined ? {} : { [name]: value };
}

function some(name: string, list: readonly unknown[] | Json | undefined): Json {
  return list === undefined || Object.keys(list).length === 0 ? {} : { [name]: list };
}
