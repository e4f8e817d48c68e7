import { type Message, plainMessage } from './message.ts';

type Draft = { -readonly [name in keyof Message]: Message[name] } & {
  labels: string[];
  subjects: string[];
  routing: string[];
};

const FIELD = /^([#$%&*+:=@])(.*)$/;
const CODE = /^[A-Z]$/;
const SUBJECT = /^\d{8}$/;
const PLACE = /^\((.+)\)$/;
const WORDS = /\p{L}{2}/u;

/**
 * Reads the lines of fields that open a telegram, a sign before each: `#` slug, `$` headline or a category of one
 * letter, `:` keyword, place in brackets, or date, `=` take, `@` region, `*` format or IPTC subject, `+` IPTC subject,
 * `%` category or routing, `&` who entered it. What a sign means is told by what stands behind it, since desks differ.
 */
export function readFields(lines: readonly string[]): Message {
  const end = lines.findIndex((line) => line !== '' && !FIELD.test(line));
  const draft: Draft = { ...plainMessage(end < 0 ? [] : lines.slice(end)), labels: [], subjects: [], routing: [] };
  let keyword: string | undefined;
  for (const line of end < 0 ? lines : lines.slice(0, end)) {
    const [, sign = '', value = ''] = FIELD.exec(line) ?? [];
    if (value.trim() !== '') addField(draft, sign, value.trim());
    if (sign === ':' && draft.headline === value.trim()) keyword = draft.headline;
  }
  // Where no field is for the slug alone, the keyword is it.
  return { ...draft, ...(keyword !== undefined && draft.slugline === undefined && { slugline: keyword }) };
}

function addField(draft: Draft, sign: string, value: string): void {
  const place = PLACE.exec(value)?.[1];
  if (sign === '#') draft.slugline ??= value;
  else if (SUBJECT.test(value)) draft.subjects.push(value);
  else if (sign === '*') draft.tabular = value === 'T';
  else if (CODE.test(value)) draft.category ??= value;
  else if (sign === '%') draft.routing.push(value);
  else if (sign === '@') draft.region ??= value;
  else if (sign === '&') draft.author ??= value;
  else if (place !== undefined) draft.place ??= place;
  else if (sign === '$' || (sign === ':' && WORDS.test(value) && draft.headline === undefined)) draft.headline = value;
  else draft.labels.push(value);
}
