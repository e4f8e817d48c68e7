import { createHash } from 'node:crypto';
import { emptyStory, type Format, type Issue, type Story } from '#contracts';
import { withAbsoluteAddresses } from '../absolute-addresses.ts';
import { illustratedHtml } from '../illustrated-html.ts';
import { MAX_GUID_LENGTH } from '../limits.ts';
import { attr, type XmlElement } from '../xml-element.ts';
import { baseOf } from './base.ts';
import { readCategories } from './categories.ts';
import type { Channel } from './channel.ts';
import { addressesOf, readRelations } from './links.ts';
import { readMedia, typeOf } from './media.ts';
import { all, line, type Members } from './members.ts';
import { readPeople } from './people.ts';
import { readSources } from './sources.ts';
import { htmlOf, lineOfText, plainOf, withParagraphs } from './texts.ts';
import { readTimes } from './times.ts';
import { type Attachments, attachedMedia, statusOf, withFigures } from './wxr.ts';

/** Where an entry stands: its element, the feed's head, the attachments of a WordPress export. */
export type EntryContext = {
  readonly element: XmlElement;
  readonly format: Format;
  readonly channel: Channel;
  readonly attachments: Attachments;
  readonly path: string;
};

const CONTENT = ['content:encoded', 'content', 'atom:content', 'wenn:body', 'fulltext'];
const SUMMARY = [
  'wenn:first_line',
  'excerpt:encoded',
  'summary',
  'atom:summary',
  'description',
  'dc:description',
  'dcterms:abstract',
  'itunes:summary',
  'itunes:subtitle',
];
/** Words up to which a description without a content is a summary: more is the story itself. */
const LONGEST_SUMMARY = 600;

/** Reads an item or entry. The content is the body; a description stands in for it when it is more than a summary. */
export function readEntry(members: Members, context: EntryContext): Story {
  const { element, format, channel } = context;
  const issues: Issue[] = [];
  const outer = baseOf(element, channel.base);
  const links = addressesOf(members, outer);
  const base = attr(element, 'xml:base') === undefined ? (links[0] ?? outer) : outer;
  const title = lineOfText(all(members, 'title', 'media:title', 'itunes:title', 'wenn:title')[0]);
  const media = [...attachedMedia(members, context.attachments), ...readMedia(members, channel.home, outer)];
  const { body, descriptions, notes } = readTexts(members, base, media);
  const language = line(members, 'dc:language', 'language') ?? attr(element, 'xml:lang') ?? channel.language;
  const notice =
    line(members, 'rights', 'dc:rights', 'copyright', 'prism:copyright', 'atom:rights') ?? channel.copyright;
  const pubStatus = statusOf(members);
  if (title === undefined) issues.push({ code: 'headline-missing' });
  return {
    ...emptyStory(),
    format,
    ...identityOf(
      members,
      links,
      title,
      body.length > 0 ? (body[0]?.text ?? '') : (descriptions[0]?.value ?? ''),
      context,
      issues,
    ),
    type: typeOf(media, body.length > 0 || descriptions.length > 0),
    ...(pubStatus !== undefined && { pubStatus }),
    ...(pubStatus === 'canceled' && { change: 'kill' as const }),
    ...(language !== undefined && { language }),
    times: readTimes(members, channel, issues),
    headlines: title === undefined ? [] : [{ value: title }],
    ...readPeople(members, channel),
    descriptions,
    body,
    notes,
    media,
    ...readCategories(members),
    infoSources: readSources(members, channel),
    ...(notice !== undefined && { copyrightNotice: notice }),
    relations: readRelations(members, outer),
    issues,
  };
}

function readTexts(
  members: Members,
  base: string | undefined,
  media: Story['media'],
): Pick<Story, 'body' | 'descriptions' | 'notes'> {
  const html = (element: XmlElement): string => withAbsoluteAddresses(htmlOf(element), baseOf(element, base));
  const contents = all(members, ...CONTENT)
    .map((element) => withFigures(withParagraphs(html(element))))
    .filter((text) => text.trim() !== '');
  const summaries = all(members, ...SUMMARY)
    .map(html)
    .filter((text) => text.trim() !== '');
  const [content] = contents;
  const notes: Story['notes'] = [];
  const blocksOf = (markup: string): Story['body'] => {
    const cut = illustratedHtml(markup, media);
    notes.push(...cut.notes);
    return cut.body;
  };
  const body = content === undefined ? [] : blocksOf(content);
  const descriptions: Story['descriptions'] = [];
  for (const summary of summaries) {
    const words = plainOf(summary);
    if (content === undefined && body.length === 0 && isStory(summary, words)) {
      body.push(...blocksOf(summary));
    } else if (words !== '' && !descriptions.some(({ value }) => value === words) && !isSame(words, body)) {
      if (content === undefined) illustratedHtml(summary, media);
      descriptions.push({ role: 'summary', value: words });
    }
  }
  // A second content that says more than the first one is no other wording of it.
  for (const other of contents.slice(1)) {
    const seen = new Set(body.map(({ text }) => text));
    body.push(...blocksOf(other).filter(({ text }) => text !== '' && !seen.has(text)));
  }
  return { body, descriptions, notes };
}

function isStory(html: string, words: string): boolean {
  return (
    words.length > LONGEST_SUMMARY || words.includes('\n') || /<(?:table|ul|ol|blockquote|iframe|video)\b/i.test(html)
  );
}

/** The body said over again in one piece, as podcasts do. */
function isSame(words: string, body: Story['body']): boolean {
  return body.length > 0 && bare(body.map(({ text }) => text).join('')) === bare(words);
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

/** The entry's own identifier, else its address, else a hash of what it says: equal for every fetch of the feed. */
function identityOf(
  members: Members,
  links: readonly string[],
  title: string | undefined,
  text: string,
  { format }: EntryContext,
  issues: Issue[],
) {
  const [guid] = all(members, 'wenn:original_article_id', 'guid', 'id', 'atom:id', 'dc:identifier');
  const own =
    line(members, 'wenn:original_article_id', 'guid', 'id', 'atom:id', 'dc:identifier') ?? attr(guid, 'rdf:about');
  const written = own ?? links[0];
  if (own === undefined) issues.push({ code: links.length === 0 ? 'identifier-from-content' : 'identifier-from-link' });
  const whole = written !== undefined && written.length <= MAX_GUID_LENGTH ? written : undefined;
  const hash = createHash('sha256')
    .update(written ?? `${title ?? ''}\n${text}`)
    .digest('hex')
    .slice(0, 32);
  const altIds: Story['altIds'] = [];
  const atom = line(members, 'id');
  if (atom !== undefined && atom !== written) altIds.push({ role: 'id', value: atom });
  for (const link of links) if (link !== written) altIds.push({ role: 'link', value: link });
  return { guid: whole ?? `urn:dateline:${format}:${hash}`, altIds };
}
