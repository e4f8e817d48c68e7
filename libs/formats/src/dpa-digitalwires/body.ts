import { escapeHtml } from '../escape-html.ts';
import { htmlBody } from '../html-body.ts';
import type { JsonObject } from '../json-object.ts';
import type { PartedBody } from '../parted-body.ts';

/** dpa's own elements for what plays elsewhere: `<dnl-youtubeembed src="…">`. */
const EMBED = /<dnl-[a-z]+\s[^<>]{0,500}?\bsrc="(https?:\/\/[^"<>]{1,2000})"[^<>]{0,500}>(?:\s{0,20}<\/dnl-[a-z]+>)?/g;
const FIRST_PARAGRAPH = /<p(?:\s[^<>]{0,500})?>/;

/**
 * The text of an entry as dpa prints it, and as its NewsML-G2 has it: the teaser, the text with the dateline before its
 * first words, the box of further information.
 */
export function readBody(entry: JsonObject, teaser: string | undefined, dateline: string | undefined): PartedBody {
  const article = entry.text('article_html');
  const infobox = entry.text('infobox_html');
  if (article === undefined && infobox === undefined) return htmlBody('');
  const opening = teaser === undefined ? '' : `<p>${escapeHtml(teaser)}</p>`;
  return htmlBody(withEmbeds(`${opening}${withDateline(article ?? '', dateline)}${infobox ?? ''}`));
}

function withDateline(html: string, dateline: string | undefined): string {
  if (dateline === undefined || html === '') return html;
  const printed = `${escapeHtml(dateline.trim())} `;
  const first = FIRST_PARAGRAPH.exec(html);
  if (first === null) return `<p>${printed}</p>${html}`;
  const end = first.index + first[0].length;
  return html.slice(0, end) + printed + html.slice(end);
}

const withEmbeds = (html: string): string => html.replace(EMBED, '<iframe src="$1"></iframe>');
