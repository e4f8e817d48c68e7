import type { WireFormat } from '../format.ts';
import { parseXml } from '../xml.ts';
import { rootName } from '../xml-root.ts';
import { storiesOf } from './stories.ts';

const HEAD = 8192;

/** The XML of Ritzau, Denmark's news agency: an `RBNews`, or the queue of them that its service answers with. */
export const ritzau: WireFormat = {
  name: 'ritzau',
  mediaTypes: ['application/xml', 'text/xml'],
  /** 0.95 for its root, 0.9 for any XML with its element in the head. */
  detect({ text }) {
    const root = rootName(text);
    if (root === undefined) return 0;
    if (root === 'RBNews') return 0.95;
    return /<(?:[\w.-]+:)?(?:RBNews|ListOfRBNews)[\s>/]/.test(text.slice(0, HEAD)) ? 0.9 : 0;
  },
  parse: ({ text }) => storiesOf(parseXml(text)),
};
