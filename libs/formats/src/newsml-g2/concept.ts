import type { Concept } from '#contracts';
import { attr, child, children, lineOf, textOf, type XmlElement } from '../xml-element.ts';
import type { Code } from './catalog.ts';
import { type ItemContext, inLanguage } from './item-context.ts';

/** Roles of names that are not for readers. */
const SHORT_NAME = /(?:mnemonic|short|adjectival)$/i;

/** What `libs/outputs` declares for schemes that nobody knows: it says no more than the alias does. */
const UNKNOWN_SCHEME = 'urn:dateline:scheme:';

/**
 * A concept as a property names it: the code as written and resolved, the name in the item's language, from the
 * property itself or from the item's `assert` of the same concept.
 */
export function readConcept(element: XmlElement, context: ItemContext): Concept {
  const main = child(element, 'mainConcept') ?? element;
  const asserted = assertOf(main, context);
  const code = codeOf(main, context);
  const inside = asserted !== undefined && attr(main, 'qcode') === undefined && attr(main, 'uri') === undefined;
  const name = nameOf(main, context) ?? (asserted && nameOf(asserted, context));
  const symbols = symbolsOf(main) ?? (asserted && symbolsOf(asserted));
  // NewsML-G2 knows QCodes alone as creators, and no relation of a subject: both stand so in what `libs/outputs` writes.
  const creator = attr(element, 'creator') ?? attr(element, 'dl:creator');
  const rel = attr(element, 'dl:rel');
  return {
    ...(name !== undefined && { name }),
    // A literal that an assert explains is a reference inside of the document, no code.
    ...(inside ? {} : code),
    ...percent('relevance', attr(element, 'relevance')),
    ...percent('confidence', attr(element, 'confidence')),
    ...(creator !== undefined && { creator }),
    ...(rel !== undefined && { rel }),
    ...(symbols !== undefined && { symbols }),
  };
}

/** The code of a concept; a literal beside a URI is its code, and a scheme that nobody knows gives no URI. */
function codeOf(element: XmlElement, { catalog }: ItemContext): Partial<Code> {
  const { uri, ...code } = catalog.codeOf(element);
  const literal = code.code ?? attr(element, 'literal');
  return {
    ...code,
    ...(literal !== undefined && { code: literal }),
    ...(uri !== undefined && !uri.startsWith(UNKNOWN_SCHEME) && { uri }),
  };
}

/** The name of a concept for readers, in the item's language. */
export function nameOf(element: XmlElement, { language }: ItemContext): string | undefined {
  const names = children(element, 'name');
  if (names.length < 2) return lineOf(names[0]);
  const full = names.filter((name) => !SHORT_NAME.test(attr(name, 'role') ?? ''));
  return lineOf(inLanguage(full.length > 0 ? full : names, language));
}

/** True when a concept says anything at all. */
export const isSaying = (concept: Concept): boolean =>
  concept.name !== undefined || concept.code !== undefined || concept.uri !== undefined;

function assertOf(element: XmlElement, { asserts }: ItemContext): XmlElement | undefined {
  if (asserts.size === 0) return undefined;
  for (const key of ['qcode', 'uri', 'literal']) {
    const found = asserts.get(attr(element, key) ?? '');
    if (found !== undefined) return found;
  }
  return undefined;
}

function symbolsOf(element: XmlElement): Concept['symbols'] {
  const instruments = [
    ...children(element, 'hasInstrument'),
    ...children(child(element, 'organisationDetails'), 'hasInstrument'),
  ];
  const symbols = instruments.map((instrument) => {
    const symbol = attr(instrument, 'symbol') ?? (textOf(instrument).trim() || undefined);
    const exchange = attr(instrument, 'marketlabel') ?? attr(instrument, 'market');
    const symbolType = attr(instrument, 'type') ?? attr(instrument, 'symbolsrc');
    return {
      ...(exchange !== undefined && { exchange }),
      ...(symbolType !== undefined && { symbolType }),
      ...(symbol !== undefined && { symbol }),
    };
  });
  return symbols.length > 0 ? symbols : undefined;
}

function percent(key: 'relevance' | 'confidence', text: string | undefined): Partial<Concept> {
  return text !== undefined && /^(?:\d{1,2}|100)$/.test(text) ? { [key]: Number(text) } : {};
}
