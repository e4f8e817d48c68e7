import type { Block, Story } from '#contracts';
import { textBlocks } from '../wire-text/text-blocks.ts';
import { wireLines } from '../wire-text/wire-lines.ts';
import { wrapWidth } from '../wire-text/wrapped-lines.ts';
import type { Form } from './form.ts';

type Answer = (story: Story, value: string) => void;

/** What the questions of newsrooms' forms ask for. */
const ANSWERS: readonly (readonly [RegExp, Answer])[] = [
  [/^(?:head(?:line|ing)?|title|titel|titre|überschrift)$/i, (story, value) => story.headlines.unshift({ value })],
  [
    /^(?:body(?: text)?|story|text|copy|content|article|artikel)$/i,
    (story, value) => story.body.push(...bodyOf(value)),
  ],
  [/^(?:slug(?:line)?|keyword line)$/i, (story, value) => Object.assign(story, { slugline: value })],
  [
    /^(?:abstract|summary|standfirst|teaser|lead|intro)$/i,
    (story, value) => story.descriptions.push({ role: 'summary', value }),
  ],
  [/^(?:byline|author|by|reporter)$/i, (story, value) => Object.assign(story, { by: value })],
  [/^(?:dateline|location)$/i, (story, value) => Object.assign(story, { located: value })],
  [/^(?:places?|city|country|region)$/i, (story, value) => story.places.push({ name: value })],
  [/^(?:category|subjects?|topics?|section)$/i, (story, value) => story.subjects.push({ name: value })],
  [/^genres?$/i, (story, value) => story.genres.push({ name: value })],
  [/^(?:keywords?|tags?)$/i, (story, value) => story.keywords.push(...value.split(/\s*[,;]\s*/))],
  [/^(?:source|agency)$/i, (story, value) => story.infoSources.push({ name: value })],
  [/^language$/i, (story, value) => Object.assign(story, { language: value })],
  [/^urgency$/i, (story, value) => Object.assign(story, /^[1-9]$/.test(value) ? { urgency: Number(value) } : {})],
];

/** Puts the answers of a form into a story; those that no member of it asks for become private notes. */
export function addForm(story: Story, form: Form): void {
  for (const [name, value] of form) {
    const answer = ANSWERS.find(([question]) => question.test(name))?.[1];
    if (answer === undefined) story.notes.push({ role: 'form', text: `${name}: ${value}`, public: false });
    else answer(story, value);
  }
}

function bodyOf(text: string): Block[] {
  const lines = wireLines(text);
  return textBlocks(lines, wrapWidth(lines));
}
