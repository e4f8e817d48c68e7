import type { Concept } from '#contracts';
import { type ImpliedCode, impliedCodes, type NewsCode, newsCodeOf } from '#newscodes';

/**
 * Subjects with what the IPTC NewsCodes say of them: a name where the feed gives none; then, each once and marked with
 * `rel` and `creator`, the broader codes and those of the other list (Media Topics, subject codes) that mean the same.
 * Subjects of other vocabularies and unknown codes stay as they are.
 */
export function withNewsCodes(subjects: readonly Concept[], creator: string): readonly Concept[] {
  const codes = subjects.map(newsCodeOf);
  if (codes.every((code) => code === undefined)) return subjects;
  const seen = new Set(codes.flatMap((code) => (code === undefined ? [] : qcode(code))));
  const named = subjects.map((subject, index) => {
    const name = codes[index]?.name;
    return subject.name === undefined && name !== undefined ? { name, ...subject } : subject;
  });
  const implied = codes.flatMap((code) => (code === undefined ? [] : impliedCodes(code)));
  // What a feed's subject means comes before what only takes one in, whichever subject came first.
  const added = byRel(implied).filter((code) => !seen.has(qcode(code)) && seen.add(qcode(code)));
  return [...named, ...added.map((code) => ({ ...code, creator }))];
}

function byRel(codes: readonly ImpliedCode[]): ImpliedCode[] {
  return [...codes.filter(({ rel }) => rel === 'exactMatch'), ...codes.filter(({ rel }) => rel === 'broader')];
}

function qcode({ scheme, code }: Pick<NewsCode, 'scheme' | 'code'>): string {
  return `${scheme}:${code}`;
}
