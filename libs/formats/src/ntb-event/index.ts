import type { WireFormat } from '../format.ts';
import { parseXml } from '../xml.ts';
import { rootName } from '../xml-root.ts';
import { eventsOf } from './events.ts';

const HEAD = 32 * 1024;

/** The calendar of NTB, Norway's news agency, in its own XML: a document, or the documents of an answer to a search. */
export const ntbEvent: WireFormat = {
  name: 'ntb-event',
  mediaTypes: ['application/xml', 'text/xml'],
  /** 0.95 for documents of the service that is the calendar, 0.9 for those with its times. */
  detect({ text }) {
    const root = rootName(text);
    if (root !== 'document' && root !== 'result') return 0;
    const head = text.slice(0, HEAD);
    if (/<service>\s*newscalendar\s*<\/service>/.test(head)) return 0.95;
    return /<(?:timeStart|startDate)>/.test(head) && /<(?:ntbId|alldayevent|calendarData)[\s>/]/.test(head) ? 0.9 : 0;
  },
  parse: ({ text }) => eventsOf(parseXml(text)),
};
