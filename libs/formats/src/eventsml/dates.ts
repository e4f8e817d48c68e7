import type { Concept, Story } from '#contracts';
import { isSaying, readConcept } from '../newsml-g2/concept.ts';
import type { ItemContext } from '../newsml-g2/item-context.ts';
import { printedTime } from '../printed-time.ts';
import { stated } from '../stated.ts';
import { child, children, lineOf, type XmlElement } from '../xml-element.ts';

const RECURRENCE = ['rDate', 'rRule', 'exDate', 'exRule'];

/** The IPTC's schemes for events, by the aliases of its catalog and those that desks write. */
const SCHEMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    eventoccurstatus: 'eventoccurstatus/',
    eocstat: 'eventoccurstatus/',
    eventstatus: 'eventstatus/',
    ncostat: 'newscoveragestatus/',
  }),
);

function withUri(concept: Concept): Concept {
  const { uri, scheme, code } = concept;
  const end = SCHEMES.get(scheme ?? '');
  return uri !== undefined || end === undefined || code === undefined
    ? concept
    : { ...concept, uri: `http://cv.iptc.org/newscodes/${end}${code}` };
}

/** When the event takes place, whether it will, whether it will be covered, who holds it. */
export function readDates(details: XmlElement | undefined, context: ItemContext): NonNullable<Story['event']> {
  const dates = child(details, 'dates');
  const time = (name: string) => {
    const raw = lineOf(child(dates, name));
    return raw === undefined ? undefined : printedTime(raw);
  };
  const concept = (name: string) => {
    const element = child(details, name);
    const found = element === undefined ? {} : withUri(readConcept(element, context));
    return isSaying(found) ? found : undefined;
  };
  if (RECURRENCE.some((name) => children(dates, name).length > 0)) {
    context.issues.push({ code: 'members-not-kept', path: 'eventDetails/dates', message: 'recurrence' });
  }
  return stated({
    start: time('start'),
    end: time('end'),
    duration: lineOf(child(dates, 'duration')),
    status: concept('occurStatus') ?? concept('eventStatus'),
    coverage: concept('newsCoverageStatus'),
    organiser: concept('organiser'),
  });
}
