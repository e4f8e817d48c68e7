import { cleanText } from '../clean-text.ts';

/** A value of XMP: a text, an ordered or unordered list, language alternatives, or a structure of named values. */
export type XmpValue = {
  readonly text?: string;
  readonly items?: readonly XmpValue[];
  readonly fields?: XmpFields;
  /** `xml:lang`, for an alternative. */
  readonly language?: string;
};
export type XmpFields = ReadonlyMap<string, XmpValue>;

/** A text in one of its languages; `x-default` stands without one. */
export type LanguageText = { readonly value: string; readonly language?: string };

export const NO_FIELDS: XmpFields = new Map();

/** All texts of a value: of a list each, of a structure the one that its `rdf:value` has. */
export function textsOf(value: XmpValue | undefined): string[] {
  if (value === undefined) return [];
  if (value.items !== undefined) return value.items.flatMap(textsOf);
  const text = cleanText(value.text ?? value.fields?.get('rdf:value')?.text);
  return text === undefined ? [] : [text];
}

/** The text of a value: of a list the first, of alternatives the default one. */
export function textOf(value: XmpValue | undefined): string | undefined {
  return alternativesOf(value)[0]?.value;
}

/** The language alternatives of a value, the default first; the same words in a second language are left out. */
export function alternativesOf(value: XmpValue | undefined): LanguageText[] {
  const all = (value?.items ?? (value === undefined ? [] : [value])).flatMap((item): LanguageText[] => {
    const [text] = textsOf(item);
    if (text === undefined) return [];
    const language = item.language === 'x-default' ? undefined : item.language;
    return [{ value: text, ...(language !== undefined && { language }) }];
  });
  const first = (value?.items ?? []).findIndex((item) => item.language === 'x-default' && textsOf(item).length > 0);
  const chosen = first < 0 ? undefined : textsOf(value?.items?.[first])[0];
  const sorted = chosen === undefined ? all : [...all.filter((text) => text.value === chosen), ...all];
  return distinct(sorted);
}

/** Of equal texts the one that names its language is kept, in the place of the first. */
function distinct(texts: readonly LanguageText[]): LanguageText[] {
  const byValue = new Map<string, LanguageText>();
  for (const text of texts) {
    if (byValue.get(text.value)?.language === undefined) byValue.set(text.value, text);
  }
  return [...byValue.values()];
}

/** The structures of a value: of a list each, else the value itself if it is one. */
export function structuresOf(value: XmpValue | undefined): XmpFields[] {
  if (value === undefined) return [];
  if (value.items !== undefined) return value.items.flatMap(structuresOf);
  return value.fields === undefined ? [] : [value.fields];
}
