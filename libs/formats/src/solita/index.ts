import type { WireFormat } from '../format.ts';
import { parseXml } from '../xml.ts';
import { rootName } from '../xml-root.ts';
import { releasesOf } from './releases.ts';

const HEAD = 16 * 1024;

/** Press releases in the XML of Solita's distribution platform (NTB Kommunikasjon, STT Info, Via Ritzau, Via TT). */
export const solita: WireFormat = {
  name: 'solita',
  mediaTypes: ['application/xml', 'text/xml'],
  /** 0.95 for a release, or a list of them, with the platform's own elements. */
  detect({ text }) {
    const root = rootName(text);
    if (root !== 'release' && root !== 'releases') return 0;
    return /<(?:longurl|leadtext|publicationDate|boilerplate)[\s>/]/.test(text.slice(0, HEAD)) ? 0.95 : 0;
  },
  parse: ({ text }) => releasesOf(parseXml(text)),
};
