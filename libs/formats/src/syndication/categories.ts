import type { Concept, Story } from '#contracts';
import { attr, lineOf } from '../xml-element.ts';
import { all, line, type Members } from './members.ts';
import { lineOfText } from './texts.ts';

/** Domains under which WordPress exports its tags, as against its categories. */
const TAGS = new Set(['post_tag', 'tag']);

/**
 * Categories of a scheme are subjects, with their code; words without one are keywords: categories of RSS without a
 * domain, Dublin Core subjects, and the comma lists of Media RSS and podcasts.
 */
export function readCategories(members: Members): Pick<Story, 'subjects' | 'keywords' | 'places'> {
  const subjects: Concept[] = [];
  const keywords: string[] = [];
  for (const element of all(members, 'category', 'atom:category')) {
    const code = attr(element, 'term') ?? attr(element, 'nicename');
    const scheme = attr(element, 'scheme') ?? attr(element, 'domain');
    const name = attr(element, 'label') ?? lineOfText(element) ?? (attr(element, 'nicename') ? undefined : code);
    if (name === undefined && code === undefined) continue;
    if (scheme === undefined || TAGS.has(scheme)) keywords.push(name ?? code ?? '');
    else subjects.push({ ...(name !== undefined && { name }), scheme, ...(code !== undefined && { code }) });
  }
  for (const element of all(members, 'dc:subject', 'media:category', 'wenn:feedarticle_section')) {
    const name = lineOfText(element);
    const scheme = attr(element, 'scheme');
    if (name !== undefined && scheme !== undefined)
      subjects.push({ name: attr(element, 'label') ?? name, scheme, code: name });
    else if (name !== undefined) keywords.push(name);
  }
  for (const element of all(members, 'media:keywords', 'itunes:keywords', 'wenn:tags', 'prism:keyword')) {
    keywords.push(...(lineOf(element) ?? '').split(/\s*[,;]\s*/));
  }
  return {
    subjects: unique(subjects),
    keywords: [...new Set(keywords.filter((word) => word !== ''))],
    places: readPlaces(members),
  };
}

/** GeoRSS points and names. A point is a code in a scheme of its own: "latitude longitude" in WGS 84. */
function readPlaces(members: Members): Concept[] {
  const name = line(members, 'georss:featurename', 'georss:featureName', 'dc:coverage', 'prism:location');
  const apart = [line(members, 'geo:lat'), line(members, 'geo:long')];
  const point = line(members, 'georss:point', 'georss:where') ?? (apart.every(Boolean) ? apart.join(' ') : undefined);
  if (name === undefined && point === undefined) return [];
  return [{ ...(name !== undefined && { name }), ...(point !== undefined && { scheme: 'georss:point', code: point }) }];
}

function unique(concepts: readonly Concept[]): Concept[] {
  return [...new Map(concepts.map((concept) => [JSON.stringify(concept), concept])).values()];
}
