import type { Contributor, Story } from '#contracts';
import { attr, child, children, lineOf, textOf, type XmlElement } from '../xml-element.ts';
import { shortCode } from './catalog.ts';
import { isSaying, nameOf, readConcept } from './concept.ts';
import { type ItemContext, inLanguage } from './item-context.ts';
import { readSubjects } from './subjects.ts';

export type ContentMeta = Pick<
  Story,
  | (
      | 'urgency'
      | 'language'
      | 'located'
      | 'slugline'
      | 'by'
      | 'dateline'
      | 'headlines'
      | 'descriptions'
      | 'contributors'
    )
  | ('genres' | 'keywords' | 'altIds' | 'subjects' | 'people' | 'organisations' | 'places' | 'events' | 'objects')
  | 'digitalSourceType'
>;

/** Content metadata of an item: what its content is about, who made it, how it is headed. */
export function readContentMeta(item: XmlElement, context: ItemContext): ContentMeta {
  const meta = child(item, 'contentMeta');
  const language = attr(child(meta, 'language'), 'tag') ?? (context.language || undefined);
  const line = (name: string): string | undefined => lineOf(inLanguage(children(meta, name), context.language));
  const [slugline, by, dateline] = [line('slugline'), line('by'), line('dateline')];
  const located = child(meta, 'located');
  const place = located && (nameOf(located, context) ?? lineOf(located));
  const source = child(meta, 'digitalSourceType');
  const urgency = urgencyOf(meta, context);
  const said = {
    ...(urgency !== undefined && { urgency }),
    ...(language !== undefined && { language }),
    ...(place !== undefined && { located: place }),
    ...(slugline !== undefined && { slugline }),
    ...(by !== undefined && { by }),
    ...(dateline !== undefined && { dateline: { text: dateline } }),
    ...(source !== undefined && { digitalSourceType: readConcept(source, context) }),
  };
  const lists = {
    headlines: roled(meta, 'headline', context).map(({ role, value }) => ({
      ...role,
      value: value.replace(/\s+/g, ' '),
    })),
    descriptions: roled(meta, 'description', context).map(({ role, value }) => ({ ...role, value })),
    contributors: [...contributors(meta, 'creator', context), ...contributors(meta, 'contributor', context)],
    genres: children(meta, 'genre')
      .map((genre) => readConcept(genre, context))
      .filter(isSaying),
    keywords: children(meta, 'keyword').flatMap((keyword) => lineOf(keyword) ?? []),
    altIds: altIds(meta, context),
  };
  return Object.assign(lists, readSubjects(meta, context), said);
}

function urgencyOf(meta: XmlElement | undefined, { issues }: ItemContext): number | undefined {
  const text = lineOf(child(meta, 'urgency'));
  if (text === undefined || /^[1-9]$/.test(text)) return text === undefined ? undefined : Number(text);
  issues.push({ code: 'invalid-urgency', path: 'contentMeta/urgency', message: text.slice(0, 64) });
  return undefined;
}

function roled(meta: XmlElement | undefined, name: string, { catalog }: ItemContext) {
  return children(meta, name).flatMap((element) => {
    const value = linesOf(element);
    const written = attr(element, 'role');
    const role = written === undefined ? undefined : shortCode(catalog.resolve(written));
    return value === '' ? [] : [{ role: role === undefined ? {} : { role }, value }];
  });
}

/** Text with its lines: `<br/>` ends one, and so does a line break, unless the next line is indented as XML tools do. */
function linesOf(element: XmlElement): string {
  const text = element.children.map((each) =>
    typeof each === 'string' ? each : each.name === 'br' ? '\n' : textOf(each),
  );
  return text
    .join('')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]{2,}(?=\S)/g, ' ')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function contributors(meta: XmlElement | undefined, property: string, context: ItemContext): Contributor[] {
  return children(meta, property).flatMap((element) => {
    const code = context.catalog.codeOf(element);
    const name = nameOf(element, context) ?? lineOf(element) ?? attr(element, 'literal') ?? code.code ?? code.uri;
    if (name === undefined) return [];
    const written = attr(element, 'role');
    const role = written === undefined ? undefined : shortCode(context.catalog.resolve(written));
    const jobTitle = attr(element, 'jobtitle');
    const kind = kindOf(element, context);
    return [
      {
        name,
        ...(kind !== undefined && { kind }),
        role: role ?? (code.scheme === 'crol' ? (code.code ?? property) : property),
        ...(code.uri !== undefined && code.scheme !== 'crol' && { uri: code.uri }),
        ...(jobTitle !== undefined && { jobTitle: shortCode(context.catalog.resolve(jobTitle)) ?? jobTitle }),
      },
    ];
  });
}

function kindOf(element: XmlElement, { catalog }: ItemContext): Contributor['kind'] {
  const type = shortCode(catalog.resolve(attr(element, 'type') ?? ''));
  if (type === 'person' || child(element, 'personDetails') !== undefined) return 'person';
  return type === 'organisation' || child(element, 'organisationDetails') !== undefined ? 'organisation' : undefined;
}

function altIds(meta: XmlElement | undefined, { catalog }: ItemContext): Story['altIds'] {
  return children(meta, 'altId').flatMap((element) => {
    const value = lineOf(element);
    const type = attr(element, 'type');
    const role = type === undefined ? undefined : shortCode(catalog.resolve(type));
    return value === undefined ? [] : [{ ...(role !== undefined && { role }), value }];
  });
}
