import type { NinjsItem, PrintedTime } from '#contracts';
import { present } from '../present.ts';
import type { StoryReading } from '../read-story.ts';
import { resolveTime } from '../resolve-time.ts';
import { isEmpty, organisations } from './concepts.ts';
import { uriOf } from './uri.ts';

type EventDetails = NonNullable<NinjsItem['eventDetails']>;
type Dates = NonNullable<EventDetails['dates']>;

const DAY = /^-?\d{4}-\d\d-\d\d$/;
/** A duration of RFC 5545, section 3.3.6. */
const DURATION = /^[+-]?P(?:\d+W|(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/;

/** When an event takes place and whether it will (ninjs 3.1 `eventDetails`). A day without a time of day stays a day. */
export function eventDetails({ story, profile }: StoryReading): EventDetails | undefined {
  const { event } = story;
  if (event === undefined) return undefined;
  const { duration } = event;
  const dates: Dates = {
    ...point(event.start, profile, 'startDate', 'expectedStartDate'),
    ...point(event.end, profile, 'endDate', 'expectedEndDate'),
    ...(duration !== undefined && DURATION.test(duration) && { expectedDuration: duration }),
  };
  const [organiser] = organisations(event.organiser === undefined ? [] : [event.organiser]);
  const details = present({
    eventStatus: uriOf(event.status?.uri),
    plannedCoverageStatus: uriOf(event.coverage?.uri),
    dates: isEmpty(dates) ? undefined : dates,
    organiser,
  });
  return isEmpty(details) ? undefined : details;
}

function point(
  printed: PrintedTime | undefined,
  profile: StoryReading['profile'],
  exact: 'startDate' | 'endDate',
  rough: 'expectedStartDate' | 'expectedEndDate',
): Dates {
  const resolved = printed === undefined ? undefined : resolveTime(printed, profile);
  if (resolved === undefined) return {};
  const day = printed?.local;
  return day !== undefined && DAY.test(day) ? { [rough]: day } : { [exact]: resolved.utc };
}
