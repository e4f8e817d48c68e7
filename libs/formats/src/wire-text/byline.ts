import type { Contributor } from '#contracts';
import { isOrganisation } from '../page-text/outlets.ts';

const BY = /^(?:by|von|par|por|di|door|av)\s*:?\s+(?=\S)/i;
const BETWEEN = /\s*[,;/]\s*|\s+(?:and|und|et|en|y|e|og|och)\s+/;
/** A person's name or an organisation's: capitals, but for particles. */
const NAME =
  /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|al|bin|da|de|del|della|den|der|di|do|du|el|la|le|of|the|ter|van|von|und|zu))*$/u;
/** "dpa" behind a name */
const AGENCY = /^\p{Ll}{2,8}$/u;
/** Longer lines are text that happens to begin so. */
const LONGEST = 120;

export type Byline = { readonly raw: string; readonly contributors: Contributor[] };

/** The byline of a line that begins with "By" or its like in another language; undefined for any other line. */
export function readByline(line: string): Byline | undefined {
  const by = BY.exec(line);
  if (by === null || line.length > LONGEST || /[.!?:]$/.test(line.replace(/\b\p{Lu}\.$/u, ''))) return undefined;
  const names = line
    .slice(by[0].length)
    .split(BETWEEN)
    .filter((name) => name !== '');
  if (names.length === 0 || !names.every(isName)) return undefined;
  return { raw: line, contributors: names.map(contributorOf) };
}

/** "Von Häfen und Lampen" is a headline, "By dpa correspondents" is not. */
function isName(name: string, index: number): boolean {
  if (name.split(' ').length > 6) return false;
  return NAME.test(name) || isOrganisation(name) || (index > 0 && AGENCY.test(name));
}

/** An agency writes its own name in small letters or capitals; a person's name has both. */
function contributorOf(name: string): Contributor {
  const kind = isOrganisation(name) || !/\p{Lu}\p{Ll}.*\s\p{Lu}/u.test(name) ? 'organisation' : 'person';
  return /^\p{Lu}[\p{Lu}.'’-]+(?:\s\p{Lu}[\p{Lu}.'’-]+)+$/u.test(name) ? { name, kind: 'person' } : { name, kind };
}
