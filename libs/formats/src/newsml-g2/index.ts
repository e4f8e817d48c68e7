import type { WireFormat } from '../format.ts';
import { parseXml } from '../xml.ts';
import { storiesOf } from './items.ts';

const HEAD = 8192;
const ROOT =
  /<(?:[\w.-]+:)?(?:newsMessage|newsItem|packageItem|planningItem|conceptItem|knowledgeItem|catalogItem|catalog)[\s>/]/;
/** A root of this name is the standard's only in its namespace. */
const CATALOG = /<(?:[\w.-]+:)?catalog[\s>/]/;

/** IPTC NewsML-G2, versions 2.9 to 2.35 (https://iptc.org/std/NewsML-G2/): news messages, news, package and planning items. */
export const newsmlG2: WireFormat = {
  name: 'newsml-g2',
  mediaTypes: [
    'application/vnd.iptc.g2.newsmessage+xml',
    'application/vnd.iptc.g2.newsitem+xml',
    'application/vnd.iptc.g2.packageitem+xml',
    'application/vnd.iptc.g2.planningitem+xml',
    'application/xml',
    'text/xml',
  ],
  detect({ text }) {
    const start = text.slice(0, HEAD).trimStart();
    if (!start.startsWith('<')) return 0;
    const head = start.replace(/<!--[\s\S]*?-->/g, '');
    const root = /<[\w.-]/.exec(head);
    if (root === null || head.slice(root.index).search(ROOT) !== 0) return 0;
    if (/iptc\.org\/std\/nar\/|NewsML-G2/.test(head)) return 1;
    return CATALOG.test(head) ? 0 : 0.7;
  },
  parse: ({ text }) => storiesOf(parseXml(text)),
};
