import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { contentKind, isMediaFile } from './content-item.ts';
import { holdsEquals, richest, richness } from './equals.ts';
import { formalName } from './formal-name.ts';
import { isMediaRole, textKind } from './roles.ts';

/** A `NewsComponent` with what is in it, and how much of it there is below. */
export type Component = {
  readonly element: XmlElement;
  /** Its own role, else that of the component around it; empty without either. */
  readonly role: string;
  /** The language it says of itself. */
  readonly language: string | undefined;
  readonly contents: readonly XmlElement[];
  readonly parts: readonly Component[];
  /** Texts of a body, texts of any kind, and media files, in it and below. */
  readonly bodies: number;
  readonly texts: number;
  readonly files: number;
  /** Whether parts below were left out since others say the same. */
  readonly chosen: boolean;
};

/** What an update (NewsML 1.2, `Update`) inserts or replaces is read as a component. */
const HOLDERS: ReadonlySet<string> = new Set(['InsertBefore', 'InsertAfter', 'Replace']);

/** The component of an element, its parts with it. */
export function componentOf(element: XmlElement, around = ''): Component {
  const role = formalName(child(element, 'Role')) ?? around;
  const contents = children(element, 'ContentItem');
  const all = componentsIn(element, role);
  const parts = oneOfEquals(element, all);
  const texts = contents.filter((item) => contentKind(item) === 'text').length;
  const files = contents.filter((item) => contentKind(item) === 'file' && isMediaFile(item)).length;
  const sum = (count: 'bodies' | 'texts' | 'files'): number => parts.reduce((all, part) => all + part[count], 0);
  return {
    element,
    role,
    language: languageOf(element),
    contents,
    parts,
    bodies: sum('bodies') + (textKind(role) === 'body' ? texts : 0),
    texts: sum('texts') + texts,
    files: sum('files') + files,
    chosen: parts.length < all.length || parts.some(({ chosen }) => chosen),
  };
}

/** Of parts whose texts say the same in one language the one that keeps the most of its structure, beside all without text. */
function oneOfEquals(element: XmlElement, parts: readonly Component[]): readonly Component[] {
  const bodies = parts.filter((part) => part.bodies > 0);
  const languages = new Set(bodies.map(({ language }) => language));
  if (bodies.length < 2 || languages.size > 1 || !holdsEquals(element)) return parts;
  const best = richest(bodies, richnessOf);
  return parts.filter((part) => part === best || part.bodies === 0);
}

const richnessOf = ({ contents, parts }: Component): number =>
  [...contents.map(richness), ...parts.map(richnessOf)].reduce((best, each) => Math.max(best, each), 0);

/** The components right inside of an element, those of its updates as well. */
export function componentsIn(element: XmlElement, around = ''): Component[] {
  return children(element).flatMap((each) => {
    if (each.name === 'Update') return componentsIn(each, around);
    return each.name === 'NewsComponent' || HOLDERS.has(each.name) ? [componentOf(each, around)] : [];
  });
}

/**
 * Whether a component is one media item with its files and captions: it has files, no text of a body (or, where it is
 * said to be a picture, video …, the body is elsewhere), and no parts that are media items themselves.
 */
export function isMediaItem(component: Component, bodiesInAll: number): boolean {
  const { files, bodies, role, parts } = component;
  if (files === 0 || (bodies > 0 && !(isMediaRole(role) && bodiesInAll > bodies))) return false;
  return parts.filter((part) => part.files > 0 && standsAlone(part)).length < 2;
}

const standsAlone = ({ texts, element }: Component): boolean =>
  texts > 0 || children(child(element, 'NewsLines')).some((line) => lineOf(line) !== undefined);

function languageOf(element: XmlElement): string | undefined {
  return formalName(child(child(element, 'DescriptiveMetadata'), 'Language')) ?? attr(element, 'xml:lang');
}
