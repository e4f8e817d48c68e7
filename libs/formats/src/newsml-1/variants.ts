import { MAX_LANGUAGES } from '../limits.ts';
import type { Component } from './component.ts';

/** One language of an item, with the components that belong to it; without a language where there is but one. */
export type Variant = { readonly language?: string; readonly root: Component };

/**
 * An item whose body stands in components of several languages is as many stories, each with what belongs to its
 * language and to none. Any other item is one.
 */
export function variantsOf(root: Component): Variant[] {
  const languages = new Set(
    root.parts.flatMap(({ bodies, language }) => (bodies > 0 && language ? primary(language) : [])),
  );
  if (languages.size > 1 && languages.size <= MAX_LANGUAGES) {
    return [...languages].map((language) => ({
      language,
      root: withParts(
        root,
        root.parts.filter((part) => belongsTo(part, language, languages)),
      ),
    }));
  }
  const [only, second] = root.parts;
  if (only === undefined || second !== undefined) return [{ root }];
  return variantsOf(only).map((variant) => ({ ...variant, root: withParts(root, [variant.root]) }));
}

function belongsTo(part: Component, language: string, languages: ReadonlySet<string>): boolean {
  const own = part.language === undefined ? undefined : primary(part.language);
  return own === undefined || own === language || !languages.has(own);
}

function withParts(component: Component, parts: readonly Component[]): Component {
  const sum = (count: 'bodies' | 'texts' | 'files'): number =>
    component[count] +
    parts.reduce((all, part) => all + part[count], 0) -
    component.parts.reduce((all, part) => all + part[count], 0);
  return { ...component, parts, bodies: sum('bodies'), texts: sum('texts'), files: sum('files') };
}

const primary = (language: string): string => language.toLowerCase().split(/[-_]/, 1)[0] ?? '';
