import type { Relation, Story } from '#contracts';
import { holdAdvisory } from '../hold-advisory.ts';
import { htmlBody } from '../html-body.ts';
import type { JsonObject } from '../json-object.ts';

/** NITF's headings inside of a text. */
const NITF_HEADING = /<(\/?)hl[12]\b/g;

/**
 * The text of a story. The interface sends none but a link to it as NITF; a client that has followed the link puts the
 * text beside the item (`nitf.body_html`) or into it. A text item without either says so.
 */
export function readBody(
  story: Story,
  item: JsonObject,
  answer: JsonObject | undefined,
  links: readonly Relation[],
): void {
  const nitf = answer?.object('nitf') ?? item.object('nitf');
  const html = nitf?.text('body_html') ?? item.text('body_html', 'body', 'content');
  const parted = htmlBody(html?.replace(NITF_HEADING, '<$1h2') ?? '');
  story.body = parted.body;
  story.notes.push(...parted.notes);
  holdAdvisory(story, parted, item.at('nitf'));
  const headline = nitf?.text('headline');
  if (headline !== undefined && story.headlines.every(({ value }) => value !== headline)) {
    story.headlines.push({ role: 'nitf', value: headline });
  }
  if (story.type === 'text' && html === undefined) {
    story.issues.push({ code: 'body-missing', path: item.at(links.length > 0 ? 'renditions' : 'nitf') });
  }
}
