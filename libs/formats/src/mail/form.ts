import { DocumentError } from '../document-error.ts';
import { parseJson } from '../json.ts';

/** A form that came by mail: its answers by their names as written, in order. */
export type Form = readonly (readonly [name: string, value: string])[];

const LINE = /^[ \t]*([\p{L}][\p{L}\p{N} _/-]{1,30}?)[ \t]*:[ \t]*(.*)$/u;
/** A form of lines is one when it names at least these. */
const HEADLINE = /^(?:head(?:line|ing)?|title|titel|titre|überschrift)$/i;
const BODY = /^(?:body(?: text)?|story|text|copy|content|article|artikel)$/i;
/** The longest form met has some 30 questions. */
const MOST = 200;

/** Reads a text as a form: a JSON object, or lines of `name: value` with a headline and a body among them. Undefined for any other text. */
export function readForm(text: string): Form | undefined {
  return /^\s*\{/.test(text) ? jsonForm(text) : lineForm(text);
}

/** JSON that was wrapped on its way has line ends inside of its strings. */
function jsonForm(text: string): Form | undefined {
  const trimmed = text.trim();
  const value = parsed(trimmed) ?? parsed(trimmed.replace(/\n/g, ' '));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const form = Object.entries(value)
    .slice(0, MOST)
    .flatMap(([name, answer]) => {
      const words = answerOf(answer);
      return words === '' ? [] : [[name, words] as const];
    });
  return isForm(form) ? form : undefined;
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
}

function answerOf(answer: unknown): string {
  if (Array.isArray(answer)) return answer.map(answerOf).filter(Boolean).join(', ');
  return typeof answer === 'string' || typeof answer === 'number' ? String(answer).trim() : '';
}

/** Answers go on over lines until the next name; the body goes on to the end. */
function lineForm(text: string): Form | undefined {
  const form: [string, string[]][] = [];
  for (const line of text.split('\n')) {
    const [, name, value = ''] = LINE.exec(line) ?? [];
    const open = form.at(-1);
    if (name !== undefined && (open === undefined || !BODY.test(open[0])) && form.length < MOST)
      form.push([name.trim(), [value]]);
    else if (open !== undefined) open[1].push(line);
    else if (line.trim() !== '') return undefined;
  }
  const answers = form.map(([name, lines]) => [name, lines.join('\n').trim()] as const);
  return isForm(answers) ? answers.filter(([, value]) => value !== '') : undefined;
}

function isForm(form: Form): boolean {
  return form.length >= 3 && form.some(([name]) => HEADLINE.test(name)) && form.some(([name]) => BODY.test(name));
}
