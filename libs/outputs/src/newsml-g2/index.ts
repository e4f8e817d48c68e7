import type { Article } from '#contracts';
import { associated } from '../media.ts';
import type { Output } from '../output.ts';
import { told } from '../published.ts';
import { element, xmlDocument } from '../xml.ts';
import { bodyElement } from './body.ts';
import { organisationElements } from './concept.ts';
import { contentMeta, isMaker } from './content-meta.ts';
import { itemMeta, positive } from './item-meta.ts';
import { LOSSES } from './losses.ts';
import { parts } from './parts.ts';
import { rightsElement } from './rights.ts';
import { Schemes } from './schemes.ts';

/** IPTC NewsML-G2 2.35, power conformance (https://iptc.org/std/NewsML-G2/): one news item, with an XHTML body. */
export const newsmlG2: Output = {
  name: 'newsml-g2',
  mediaType: 'application/vnd.iptc.g2.newsitem+xml',
  write,
  losses: LOSSES,
};

function write(article: Article): string {
  const shown = told(article);
  const { item } = shown;
  const schemes = new Schemes();
  const { media, relations } = associated(shown);
  const { files, metadata, rights } = parts(media, schemes);
  const { subjects, asserts } = organisationElements(
    item.organisations?.filter((each) => !isMaker(each)) ?? [],
    schemes,
  );
  const meta = itemMeta(shown, relations, schemes);
  const content = contentMeta(shown, subjects, schemes);
  const body = bodyElement(item);
  const contents = body === undefined ? files : [body, ...files];
  // The catalog comes first and is known last: writing the parts gathers the schemes they use.
  const children = [
    schemes.catalog(),
    // Rights of parts alone would be taken for those of the item.
    rightsElement(item) ?? (rights.some((each) => each !== undefined) ? element('rightsInfo', {}) : undefined),
    ...rights,
    meta,
    content,
    ...metadata,
    ...asserts,
    contents.length === 0 ? undefined : element('contentSet', {}, contents),
  ];
  return xmlDocument(element('newsItem', rootAttributes(shown.item), children));
}

function rootAttributes({ uri, version, language }: Article['item']) {
  return {
    xmlns: 'http://iptc.org/std/nar/2006-10-01/',
    'xmlns:dl': 'urn:dateline:newsml-g2',
    guid: uri,
    version: positive(version),
    standard: 'NewsML-G2',
    standardversion: '2.35',
    conformance: 'power',
    'xml:lang': language,
  };
}
