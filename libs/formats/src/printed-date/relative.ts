import type { Token } from './tokens.ts';

const MINUTE = 60_000;
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|sec|secs|seconds?|sekunden?|secondes?|segundos?|secondi|sekund(?:er|y)?|секунд\S*)$/u, 1000],
  [
    /^(?:m|min|mins|minutes?|minuten?|minutos?|minuti|minuter|minutter|minuut|минут\S*|минуты|分|분|dakika|menit)$/u,
    MINUTE,
  ],
  [
    /^(?:h|hr|hrs|hours?|stunden?|heures?|horas?|ore|ora|uur|timm(?:ar|e)|timer?|час\S*|godzin\S*|시|saat|jam)$/u,
    60 * MINUTE,
  ],
  [/^(?:d|days?|tag(?:en)?|jours?|dias?|giorni|giorno|dag(?:en|ar|e)?|дн\S*|день|天|일|gun|hari)$/u, 24 * 60 * MINUTE],
  [/^(?:w|weeks?|wochen?|semaines?|semanas?|settimane|weken|veckor|uker)$/u, 7 * 24 * 60 * MINUTE],
];

/** A time told by its distance from now: milliseconds before it, and the token behind. */
export type Distance = { readonly before: number; readonly unit: number; readonly next: number };

/** "2 hours ago", "vor 3 Stunden", "hace 5 minutos", "il y a 2 heures" from the number at token `at`. */
export function distanceAt(tokens: readonly Token[], at: number): Distance | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const amount =
    token.kind === 'number' && token.text.length <= 3
      ? Number(token.text)
      : /^(?:an?|one|einer?|una?|une)$/.test(token.word)
        ? 1
        : undefined;
  const unit = UNITS.find(([name]) => name.test(tokens[at + 1]?.word ?? ''))?.[1];
  if (amount === undefined || unit === undefined) return undefined;
  const around = [tokens[at - 1], tokens[at - 2], tokens[at + 2], tokens[at + 3]].map((other) => other?.word ?? '');
  const french = around[0] === 'a' && around[1] === 'y';
  const [before, , after, second] = around;
  const told = french || /^(?:vor|hace|ha)$/.test(before ?? '') || AFTER.has(after ?? '') || AFTER.has(second ?? '');
  return told ? { before: amount * unit, unit, next: at + 2 + (AFTER.has(after ?? '') ? 1 : 0) } : undefined;
}

const AFTER = new Set([
  'ago',
  'fa',
  'geleden',
  'sedan',
  'siden',
  'назад',
  '前',
  '전',
  'once',
  'lalu',
  'sitten',
  'temu',
  'atras',
]);
