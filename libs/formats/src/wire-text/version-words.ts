import type { Change } from '#contracts';

const NUMBER = '(?:\\d{1,2}(?:st|nd|rd|th|\\.|er|re|e|a)?|first|second|third|erste|zweite)';

/** Words by which wires of several languages say what a version does to its story; the first that is met decides. */
const CHANGES: readonly (readonly [RegExp, Change])[] = [
  [/\b(?:hold|kill|embargo|sperrfrist)\b.{0,20}\b(?:released?|lifted|off|aufgehoben)\b|\bfreigabe\b/, 'release'],
  [/\bkill(?:ed)?\b|\beliminat|\bwithdr[ae]wn?\b|\bannul|\bzurückgezogen\b|\bstorno\b|\bintrekking\b/, 'kill'],
  [/\bhold\b|\bwithh[oe]ld\b|\bzurückgehalten\b/, 'hold'],
  [
    /\bcorr(?:ects?|ected|ection|ectif|ective|\.)?(?![\p{L}])|\bkorr(?:ektur)?\b|\bberichtig|\brecti(?:f|fi)|\brettelse\b|\bcorrezione\b|\bcorrección\b|\brechtzetting\b/u,
    'correction',
  ],
  [/\brefiles?\b/, 'refile'],
  [/\brepeat|\brpt\b|\bwiederholung\b|\bwdh\b|\brép[ée]tition\b/, 'repeat'],
  [
    /\b(?:lead|ld|writethru|writethrough|neufassung|zusammenfassung|aktualisier\p{L}*|updat(?:e|es|ed)|papier général)\b/u,
    'update',
  ],
];

/** What a line of the head says besides a change: how urgent it is, or what kind of text it opens. */
const LABEL = new RegExp(
  `^(?:${NUMBER}\\s?)?(?:extra|flash|blitz|eil(?:meldung)?|eil ?eil|vorrang|urgent|bulletin|alert|newsalert|advisory|achtung|attention|avis|snap|roundup|feature|background|hintergrund|analyse|analysis|porträt|profile|interview|factbox|chronologie|stichwort|situation|lead[- ]all|overview|überblick|take \\d|add \\d?|sub|insert|mandatory|deepening|précision)(?:\\s?${NUMBER}?)$`,
  'i',
);

/** Longer lines are headlines, whatever words are in them. */
const LONGEST = 40;

/** What label-like words say a version does; undefined where they say nothing of it. */
export function changeIn(words: string): Change | undefined {
  const plain = words.toLowerCase();
  return CHANGES.find(([pattern]) => pattern.test(plain))?.[1];
}

/**
 * Whether a line above a headline is a label ("REFILE", "1ST LEAD", "(Zusammenfassung 2)") and not part of the
 * headline: in brackets, or in capitals or known as a label, and short.
 */
export function isLabel(line: string): boolean {
  const text = line.trim();
  if (text === '' || text.length > LONGEST) return false;
  if (/^\(.*\)$/.test(text) || LABEL.test(text)) return true;
  return changeIn(text) !== undefined && (text === text.toUpperCase() || text.split(/[\s-]+/).length <= 3);
}

/** A headline's own label before a colon or in brackets ("KILL: …", "(Korrektur) …"), and the headline without it. */
export function splitLabel(headline: string): { readonly label?: string; readonly headline: string } {
  const [, bracketed, before, rest] =
    /^(?:\(([^()]{2,40})\)|(\p{Lu}[\p{Lu}\p{N} .-]{1,30}):)\s*(?=\S)(.*)$/su.exec(headline) ?? [];
  const label = bracketed ?? before;
  if (label === undefined || rest === undefined || !isLabel(label)) return { headline };
  return { label, headline: rest };
}
