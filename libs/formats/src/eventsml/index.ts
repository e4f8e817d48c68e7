import type { WireFormat } from '../format.ts';
import { parseXml } from '../xml.ts';
import { detect } from './detect.ts';
import { eventsOf } from './events.ts';

/**
 * IPTC EventsML-G2 (https://iptc.org/std/EventsML-G2/): events as concept items, in a knowledge item, or in a message of
 * nothing else. Planning items and events inside of news items belong to NewsML-G2.
 */
export const eventsml: WireFormat = {
  name: 'eventsml',
  mediaTypes: [
    'application/vnd.iptc.g2.conceptitem+xml',
    'application/vnd.iptc.g2.knowledgeitem+xml',
    'application/xml',
    'text/xml',
  ],
  detect,
  parse: ({ text }) => eventsOf(parseXml(text)),
};
