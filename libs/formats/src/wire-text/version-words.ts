import type { Change } from '#contracts';

/** Words by which wires of several languages say what a version does to its story; the first that is met decides. */
const CHANGES: readonly (readonly [string, Change])[] = [
  ['(?:hold|kill|embargo|sperrfrist)[\\s-]+(?:is[\\s-]+)?(?:released?|lifted|off|aufgehoben)|freigabe', 'release'],
  [
    'kill(?:ed)?|eliminat(?:e|ed|ion)|withdr(?:aw|awn|awal)|annul(?:e|é|er|ation)?|zurückgezogen|storno|intrekking',
    'kill',
  ],
  ['hold|withh(?:o|e)ld|zurückgehalten', 'hold'],
  [
    'corr(?:ects?|ected|ection|ections|ectif|ective|ectives)?|korr(?:ektur)?|berichtigung|berichtigt|rectif(?:icatif|icatie|ica)?|rettelse|correzione|corrección|rechtzetting',
    'correction',
  ],
  ['refiles?', 'refile'],
  ['repeats?|rpt|wiederholung|wdh|r[ée]p[ée]tition', 'repeat'],
  [
    'lead|ld|write-?thr(?:u|ough)|neufassung|zusammenfassung|aktualisier(?:t|ung)|update[sd]?|wrapup|papier général',
    'update',
  ],
];

/** Words that say something else of a text: how urgent it is, or of what kind. */
const KINDS =
  'extra|flash|blitz|eil(?:meldung)?|eileil|vorrang|urgent|bulletin|(?:news)?alerts?|advisory|achtung|attention|avis|snap|roundup|feature|background|hintergrund|analyse|analysis|porträt|profile|interview|factbox|chronologie|stichwort|situation|overview|überblick|take|add|sub|insert|mandatory|embargo|sperrfrist|released?|lifted|bericht|meldung|all|précision';
const NUMBER = '\\d{1,4}(?:st|nd|rd|th|er|re|e|a)?|first|second|third|erste|zweite';

const PATTERNS = CHANGES.map(
  ([words, change]) => [new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}])`, 'iu'), change] as const,
);
const WORD = `(?:${[...CHANGES.map(([words]) => words), KINDS, NUMBER].join('|')})`;
const LABEL = new RegExp(`^${WORD}(?:[\\s.:+-]{1,3}${WORD}){0,6}[.:]?$`, 'iu');
const BRACKETED = /^\([^()]*\)$/;
/** Longer lines are headlines, whatever words are in them. */
const LONGEST = 40;

/** What the words of labels say a version does; undefined where they say nothing of it. */
export function changeIn(labels: string): Change | undefined {
  return PATTERNS.find(([pattern]) => pattern.test(labels))?.[1];
}

/**
 * Whether a line above a headline is a label and not part of the headline: nothing but version words, kinds and
 * numbers ("REFILE", "1ST LEAD", "Hintergrund"), or short and in brackets ("(Zusammenfassung 2 - mehr Details)").
 */
export function isLabel(line: string): boolean {
  const text = line.trim();
  return text.length <= LONGEST && (BRACKETED.test(text) || (/\p{L}/u.test(text) && LABEL.test(text)));
}

/** A headline's own label ("KILL: …", "(Korrektur) …", "UPDATE 2-…"), and the headline without it. */
export function splitLabel(headline: string): { readonly label?: string; readonly headline: string } {
  const [, bracketed, before, rest] =
    /^(?:\(([^()]{2,40})\)|(\p{Lu}[\p{Lu}\p{N} .]{1,30})(?::|-(?=\p{L})))\s*(?=\S)(.*)$/su.exec(headline) ?? [];
  const label = bracketed ?? before;
  if (label === undefined || rest === undefined || !LABEL.test(label)) return { headline };
  return { label, headline: rest };
}
