import type { Contributor, Story } from '#contracts';
import type { JsonObject } from '../json-object.ts';
import { stated } from '../stated.ts';

type Credits = Pick<
  Story,
  'by' | 'contributors' | 'infoSources' | 'copyrightNotice' | 'copyrightHolder' | 'usageTerms'
>;

const MAKERS = ['photographer', 'producer', 'editor', 'captionwriter', 'videographer'];

/** Who made an item, where it comes from and what may be done with it. */
export function readCredits(item: JsonObject): Credits {
  const bylines = item.objects('bylines').flatMap(readByline);
  const makers = MAKERS.flatMap((role) => item.objects(role).flatMap((maker) => readMaker(maker, role)));
  const terms = [...item.texts('usageterms'), ...item.texts('rightsline')];
  return {
    contributors: [...bylines.map(({ contributor }) => contributor), ...makers],
    infoSources: sources(item),
    ...stated({
      by: bylines.map(({ printed }) => printed).join(', ') || makers[0]?.name,
      copyrightHolder: item.text('copyrightholder'),
      copyrightNotice: item.text('copyrightnotice', 'copyrightline'),
      usageTerms: terms.length > 0 ? terms.join(' ') : undefined,
    }),
  };
}

function readByline(byline: JsonObject): { printed: string; contributor: Contributor }[] {
  const printed = byline.text('by', 'name');
  const jobTitle = byline.text('title');
  byline.ignore(['code', 'bioparagraph', 'twitter', 'photographer', 'parametric']);
  if (printed === undefined) return [];
  const name = printed.replace(/^by\s+/i, '');
  return [
    { printed, contributor: { name, kind: 'person', role: 'creator', ...(jobTitle !== undefined && { jobTitle }) } },
  ];
}

function readMaker(maker: JsonObject, role: string): Contributor[] {
  const name = maker.text('name');
  const jobTitle = maker.text('title');
  maker.ignore(['code']);
  return name === undefined ? [] : [{ name, kind: 'person', role, ...(jobTitle !== undefined && { jobTitle }) }];
}

function sources(item: JsonObject): Story['infoSources'] {
  const provider = item.text('provider');
  const credit = item.text('description_creditline');
  return [
    ...(provider === undefined ? [] : [{ name: provider, role: 'provider' }]),
    ...item.objects('infosource').flatMap((source) => {
      const name = source.text('name');
      const role = source.text('type');
      const uri = source.text('url');
      if (name === undefined) return [];
      return [{ name, ...(role !== undefined && { role }), ...(uri !== undefined && { uri }) }];
    }),
    ...(credit === undefined ? [] : [{ name: credit, role: 'creditline' }]),
  ];
}
