import type { Relation } from '#contracts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { shortCode } from './catalog.ts';
import { type ItemContext, inLanguage } from './item-context.ts';
import { mediaType, natureOf } from './item-type.ts';

/** Links of item metadata to other items and pages. A relation of the IPTC's scheme, or of that of `libs/outputs`, goes by its code, any other as written. */
export function readLinks(meta: XmlElement | undefined, context: ItemContext): Relation[] {
  return children(meta, 'link').flatMap((link) => {
    const relation = targetOf(link, relOf(link), context);
    return relation.guid === undefined && relation.href === undefined ? [] : [relation];
  });
}

/** The target of a `link` or `itemRef` as a relation. */
export function targetOf(element: XmlElement, rel: string, context: ItemContext): Relation {
  const guid = attr(element, 'residref') ?? attr(element, 'guidref');
  const version = attr(element, 'version');
  const href = attr(element, 'href');
  const titles = [...children(element, 'title'), ...children(element, 'headline')];
  const title = lineOf(inLanguage(titles, context.language)) ?? attr(element, 'title');
  const type =
    natureOf(shortCode(context.catalog.codeOf(child(element, 'itemClass')))) ?? mediaType(attr(element, 'contenttype'));
  return {
    rel,
    ...(guid !== undefined && { guid }),
    ...(version !== undefined && { version }),
    ...(href !== undefined && { href }),
    ...(title !== undefined && { title }),
    ...(type !== undefined && { type }),
  };
}

function relOf(link: XmlElement): string {
  const rel = attr(link, 'rel') ?? attr(link, 'reluri') ?? 'related';
  return rel.replace(/^(?:irel|dlrel):|^http:\/\/cv\.iptc\.org\/newscodes\/itemrelation\//, '');
}
