/** First letters of the months as wires of several languages write them, without accents; the index is the month from 0. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene|gen|tammi)/,
  /^(?:feb|fev|helmi)/,
  /^(?:mar(?!r)|mrz|maer|mrt|maalis)/,
  /^(?:apr|avr|abr|huhti)/,
  /^(?:may|mai|maj|mei|mag)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott)/,
  /^nov/,
  /^(?:dec|dez|des|dic)/,
];

/** The month of a name or its abbreviation, from 1; undefined for any other word. */
export function monthOf(name: string): number | undefined {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const index = MONTHS.findIndex((pattern) => pattern.test(plain));
  return index < 0 ? undefined : index + 1;
}

/** A year of two digits: the formats are younger than 1970. */
export function wholeYear(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year + (year < 70 ? 2000 : 1900);
}
