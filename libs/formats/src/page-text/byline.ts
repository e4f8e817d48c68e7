import type { Contributor } from '#contracts';
import { isOrganisation } from './outlets.ts';
import { wordCount } from './white-space.ts';

/** A byline with the contributors it names; `certain` when a "By" or a known kind of organisation says so. */
export type Byline = { readonly raw: string; readonly contributors: Contributor[]; readonly certain: boolean };

const BY = /^(?:written\s+)?by\s*[:：]?\s+(?=\p{Lu})/iu;
const PERSON = /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|al|bin|da|de|del|der|di|du|el|la|le|van|von)){1,4}$/u;
const LONGEST = 120;

/** The byline of a line above the body ("CGTN", "By Jane Doe and John Roe, Example News"); undefined for any other line. */
export function readByline(line: string): Byline | undefined {
  if (line.length > LONGEST || /[.!?:]$/.test(line.replace(/\b\p{Lu}\.$/u, ''))) return undefined;
  const by = BY.exec(line);
  const names = (by === null ? line : line.slice(by[0].length)).split(/\s*[,;|/]\s*|\s+(?:and|&)\s+/).filter(Boolean);
  if (by !== null && names.every((name) => wordCount(name, 7) <= 7)) {
    return { raw: line, contributors: names.map((name) => contributor(name, 'person')), certain: true };
  }
  if (names.length > 0 && names.every((name) => wordCount(name, 4) <= 4 && isOrganisation(name))) {
    return { raw: line, contributors: names.map((name) => contributor(name)), certain: true };
  }
  return names.length > 0 && names.every((name) => PERSON.test(name))
    ? { raw: line, contributors: names.map((name) => contributor(name)), certain: false }
    : undefined;
}

function contributor(printed: string, otherwise?: 'person'): Contributor {
  const name = printed.replace(/\s+in\s+\p{Lu}.*$/u, '').trim();
  if (isOrganisation(name)) return { name, kind: 'organisation' };
  return { name, ...(otherwise !== undefined && { kind: otherwise }) };
}
