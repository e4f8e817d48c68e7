import type { PrintedTime, TimeName } from '#contracts';
import { printedTime } from '../printed-time.ts';
import type { StoryDraft } from '../story-draft.ts';
import { attr, child, descendants, type XmlElement } from '../xml-element.ts';

/**
 * The times of a NITF head. The date of issue is when the agency published this version; a release after it is an
 * embargo, one before it has passed; the dates of the revision history are changes. One that can't be understood is
 * kept as written, with an issue.
 */
export function readTimes(head: XmlElement | undefined, draft: StoryDraft): void {
  const docdata = child(head, 'docdata');
  const read = (name: TimeName, path: string, raw: string | undefined): void => {
    if (raw === undefined) return;
    const time = printedTime(raw);
    draft.times[name] = time;
    if (!isReadable(time)) draft.issues.push({ code: 'unreadable-time', path, message: raw.slice(0, 64) });
  };
  const publication = attr(descendants(head, 'pubdata')[0], 'date.publication');
  read('published', 'docdata/date.issue', attr(child(docdata, 'date.issue'), 'norm') ?? publication);
  read('expires', 'docdata/date.expire', attr(child(docdata, 'date.expire'), 'norm'));
  read('updated', 'revision-history', lastRevision(head));
  read('embargoedUntil', 'docdata/date.release', attr(child(docdata, 'date.release'), 'norm'));
  const { embargoedUntil, published } = draft.times;
  if (embargoedUntil !== undefined && !isLater(embargoedUntil, published)) delete draft.times.embargoedUntil;
}

/** Whether a time was understood at least as one of a zone still to be found. */
export const isReadable = (time: PrintedTime): boolean => time.utc !== undefined || time.local !== undefined;

function isLater(time: PrintedTime, than: PrintedTime | undefined): boolean {
  if (!isReadable(time)) return false;
  if (than === undefined) return true;
  const [a, b] = time.utc !== undefined && than.utc !== undefined ? [time.utc, than.utc] : [time.local, than.local];
  // Without a zone on one side alone nobody can say which comes first: then it is kept as an embargo.
  return a === undefined || b === undefined || a > b;
}

function lastRevision(head: XmlElement | undefined): string | undefined {
  const dates = descendants(head, 'revision-history').flatMap((revision) => attr(revision, 'norm') ?? []);
  const readable = dates.filter((date) => isReadable(printedTime(date)));
  const instants = readable.map((date) => printedTime(date)).map(({ utc, local }) => utc ?? local ?? '');
  return readable[instants.lastIndexOf(instants.toSorted().at(-1) ?? '')];
}
