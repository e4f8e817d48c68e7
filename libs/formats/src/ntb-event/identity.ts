import { createHash } from 'node:crypto';
import type { Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { MAX_GUID_LENGTH } from '../limits.ts';
import { child, lineOf, type XmlElement } from '../xml-element.ts';

/** `NBRP160810_144545_ja_00`: the version is the number at the end. */
const NTB_ID = /^(.{1,100})_(\d{1,4})$/;

/**
 * What names an event: its `guid`, else its `ntbId` without the version at its end, else its number. One that a form on
 * the web has sent has none of them: it is named by its title and its start.
 */
export function readIdentity(document: XmlElement, path: string): Pick<Story, 'guid' | 'version' | 'altIds'> {
  const line = (name: string) => lineOf(child(document, name));
  const [guid, ntbId, id] = [line('guid'), line('ntbId'), line('id')];
  const [, plain, inside] = NTB_ID.exec(ntbId ?? '') ?? [];
  const version = line('ntbVersion') ?? inside;
  const chosen = guid ?? plain ?? ntbId ?? id ?? madeOf(line('title'), line('timeStart') ?? line('startDate'));
  if (chosen === undefined) throw new DocumentError('missing-identifier', undefined, { path });
  if (chosen.length > MAX_GUID_LENGTH)
    throw new DocumentError('invalid-member', 'the identifier is too long', { path });
  const altIds = Object.entries({ ntbId, id }).flatMap(([role, value]) =>
    value === undefined || value === chosen ? [] : [{ role, value }],
  );
  return { guid: chosen, ...(version !== undefined && { version }), altIds };
}

function madeOf(title: string | undefined, start: string | undefined): string | undefined {
  if (title === undefined || start === undefined) return undefined;
  const hash = createHash('sha256').update(`${title.toLowerCase()}\n${start}`).digest('hex');
  return `urn:dateline:ntb-event:${hash.slice(0, 32)}`;
}
