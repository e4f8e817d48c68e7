import type { Change, PubStatus } from '#contracts';
import type { StoryDraft } from '../story-draft.ts';
import { attr, child, type XmlElement } from '../xml-element.ts';

const STATUS: ReadonlyMap<string, readonly [PubStatus, Change?]> = new Map([
  ['usable', ['usable']],
  ['embargoed', ['usable']],
  ['withheld', ['withheld', 'hold']],
  ['canceled', ['canceled', 'kill']],
  ['cancelled', ['canceled', 'kill']],
]);

/**
 * Reads `management-status` of NITF's `docdata`, and whether it says to correct another item. Embargoed without a time
 * that can be read is withheld until further notice.
 */
export function readStatus(docdata: XmlElement | undefined, draft: StoryDraft): void {
  const written = attr(docdata, 'management-status');
  const key = written?.toLowerCase() ?? '';
  const [pubStatus, change] = STATUS.get(key) ?? [];
  const correction = child(docdata, 'correction');
  const signaled = change ?? (correction === undefined ? undefined : 'correction');
  if (pubStatus !== undefined) draft.pubStatus = pubStatus;
  if (signaled !== undefined) draft.change = signaled;
  if (pubStatus === undefined && written !== undefined) {
    draft.issues.push({ code: 'unknown-status', path: 'docdata@management-status', message: written.slice(0, 64) });
  }
  if (key === 'embargoed' && draft.times.embargoedUntil === undefined) {
    Object.assign(draft, { pubStatus: 'withheld', change: 'hold' });
    draft.issues.push({ code: 'embargo-without-time', path: 'docdata/date.release' });
  }
  const corrected = attr(correction, 'id-string');
  if (corrected !== undefined) draft.relations.push({ rel: 'corrects', guid: corrected });
  const info = attr(correction, 'info');
  if (info !== undefined) draft.notes.push({ role: 'correction', text: info, public: false });
}
