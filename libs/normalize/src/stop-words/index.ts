import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';
import { dutch } from './nl.ts';
import { portuguese } from './pt.ts';

/** Words of four letters and more that say nothing about a text; shorter words are never keywords. */
const LISTS = { de: german, en: english, es: spanish, fr: french, it: italian, nl: dutch, pt: portuguese };

const SETS = new Map<string, ReadonlySet<string>>(
  Object.entries(LISTS).map(([language, list]) => [language, new Set(list.trim().split(/\s+/))]),
);

/** The stop words of a language (ISO 639-1), undefined where there is no list. */
export function stopWords(language: string | undefined): ReadonlySet<string> | undefined {
  return language === undefined ? undefined : SETS.get(language);
}
