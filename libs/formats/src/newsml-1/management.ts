import type { Change, PubStatus, TimeName } from '#contracts';
import { isReadable } from '../nitf/times.ts';
import { printedTime } from '../printed-time.ts';
import type { StoryDraft } from '../story-draft.ts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { childLine, formalName } from './formal-name.ts';
import { referenceOf } from './reference.ts';

const STATUS: ReadonlyMap<string, PubStatus> = new Map([
  ['usable', 'usable'],
  ['embargoed', 'usable'],
  ['withheld', 'withheld'],
  ['canceled', 'canceled'],
  ['cancelled', 'canceled'],
]);

/** What an `Instruction` says a revision does to the ones before it. */
const INSTRUCTIONS: readonly (readonly [RegExp, Change])[] = [
  [/kill|delet|cancel|withdraw/i, 'kill'],
  [/rectif|correct/i, 'correction'],
  [/withh|hold/i, 'hold'],
  [/releas/i, 'release'],
  [/repeat/i, 'repeat'],
  [/updat/i, 'update'],
];

const RELATIONS: readonly (readonly [string, string])[] = [
  ['AssociatedWith', 'associatedWith'],
  ['DerivedFrom', 'derivedFrom'],
];

/**
 * Reads `NewsManagement`: times, status, urgency, what the revision does, ties to other items. `StatusWillChange` to
 * usable is an embargo, to withheld or canceled an expiry. Embargoed without a time that can be read is withheld.
 */
export function readManagement(item: XmlElement, draft: StoryDraft): void {
  const management = child(item, 'NewsManagement');
  readTime(draft, 'firstCreated', childLine(management, 'FirstCreated'));
  readTime(draft, 'versionCreated', childLine(management, 'ThisRevisionCreated'));
  readStatus(management, draft);
  readChange(item, management, draft);
  readUrgency(management, draft);
  const type = formalName(child(management, 'NewsItemType'));
  if (type !== undefined && !/^news$/i.test(type)) draft.genres.push({ scheme: 'NewsItemType', code: type });
  for (const [name, rel] of RELATIONS) {
    for (const each of children(management, name)) {
      const reference = referenceOf(attr(each, 'NewsItem'));
      if (reference !== undefined) draft.relations.push({ rel, ...reference });
    }
  }
}

/** Puts a time into the draft; one that can't be understood is kept as written, with an issue. */
export function readTime(draft: StoryDraft, name: TimeName, raw: string | undefined): void {
  if (raw === undefined) return;
  const time = printedTime(raw);
  draft.times[name] = time;
  if (!isReadable(time))
    draft.issues.push({ code: 'unreadable-time', path: `NewsManagement/${name}`, message: raw.slice(0, 64) });
}

function readStatus(management: XmlElement | undefined, draft: StoryDraft): void {
  const written = formalName(child(management, 'Status'));
  const status = written?.toLowerCase() ?? '';
  const pubStatus = STATUS.get(status);
  if (pubStatus !== undefined) draft.pubStatus = pubStatus;
  else if (written !== undefined) {
    draft.issues.push({ code: 'unknown-status', path: 'NewsManagement/Status', message: written.slice(0, 64) });
  }
  for (const change of children(management, 'StatusWillChange')) {
    const future = STATUS.get(formalName(child(change, 'FutureStatus'))?.toLowerCase() ?? '');
    readTime(draft, future === 'usable' ? 'embargoedUntil' : 'expires', childLine(change, 'DateAndTime'));
  }
  const { embargoedUntil } = draft.times;
  if (status !== 'embargoed' || (embargoedUntil !== undefined && isReadable(embargoedUntil))) return;
  draft.pubStatus = 'withheld';
  draft.issues.push({ code: 'embargo-without-time', path: 'NewsManagement/StatusWillChange' });
}

/** A canceled or withheld item outweighs every instruction. Revisions that are no numbers only say whether one was before. */
function readChange(item: XmlElement, management: XmlElement | undefined, draft: StoryDraft): void {
  const instructions = children(management, 'Instruction').map((each) => attr(each, 'FormalName') ?? '');
  const told = INSTRUCTIONS.find(([pattern]) => instructions.some((instruction) => pattern.test(instruction)))?.[1];
  const forced = draft.pubStatus === 'canceled' ? 'kill' : draft.pubStatus === 'withheld' ? 'hold' : undefined;
  const change =
    forced ?? told ?? changeOfRevision(child(child(child(item, 'Identification'), 'NewsIdentifier'), 'RevisionId'));
  if (change !== undefined) draft.change = change;
}

function changeOfRevision(revision: XmlElement | undefined): Change | undefined {
  const previous = attr(revision, 'PreviousRevision') ?? '0';
  if (!/^0*$/.test(previous)) return 'update';
  return /^\d*$/.test(lineOf(revision) ?? '') ? undefined : 'new';
}

function readUrgency(management: XmlElement | undefined, draft: StoryDraft): void {
  const written = formalName(child(management, 'Urgency'));
  if (written === undefined) return;
  if (/^[1-9]$/.test(written)) draft.urgency = Number(written);
  else draft.issues.push({ code: 'invalid-urgency', path: 'NewsManagement/Urgency', message: written.slice(0, 64) });
}
