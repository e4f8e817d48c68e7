import { DocumentError } from '../document-error.ts';
import type { WireFormat } from '../format.ts';
import { parseXml } from '../xml.ts';
import { rootName } from '../xml-root.ts';
import { storiesOf } from './news-items.ts';

/** IPTC NewsML 1.0 to 1.2 (https://iptc.org/std/NewsML/): news items with NITF, XHTML, HTML or plain text, pictures, packages. */
export const newsml1: WireFormat = {
  name: 'newsml-1',
  mediaTypes: ['application/newsml+xml', 'text/vnd.iptc.newsml', 'application/xml', 'text/xml'],
  detect({ text }) {
    const root = rootName(text);
    return root === 'NewsML' ? 1 : root === 'NewsItem' ? 0.8 : 0;
  },
  parse({ text }, declared) {
    const root = parseXml(text);
    if (root.name === 'NewsML') return storiesOf(root, declared);
    if (root.name === 'NewsItem') return storiesOf({ ...root, name: 'NewsML', children: [root] }, declared);
    throw new DocumentError('no-story', 'the root element is not NewsML');
  },
};
