import { type Block, emptyStory, type PrintedTime, type Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { textBlock } from '../html-blocks.ts';
import { htmlBody } from '../html-body.ts';
import { MAX_GUID_LENGTH } from '../limits.ts';
import { printedTime } from '../printed-time.ts';
import { attr, child, children, lineOf, textOf, type XmlElement } from '../xml-element.ts';
import { readContacts } from './contacts.ts';
import { readImages } from './images.ts';

/** Times of the platform: `04.03.2019 15:05`, without a zone. */
const TIME = /^(\d{1,2})\.(\d{1,2})\.(\d{4}) (\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/** Reads a release. Throws `missing-identifier` without an id, `invalid-member` for one too long. */
export function readRelease(release: XmlElement, path: string): Story {
  const line = (name: string) => lineOf(child(release, name));
  const guid = attr(release, 'id') ?? line('id');
  if (guid === undefined) throw new DocumentError('missing-identifier', 'the release has no id', { path });
  if (guid.length > MAX_GUID_LENGTH) throw new DocumentError('invalid-member', 'the id is too long', { path });
  const publisher = child(release, 'publisher');
  const name = lineOf(child(publisher, 'name'));
  const lead = htmlOf(child(release, 'leadtext'));
  const text = htmlOf(child(release, 'body'));
  const language = attr(release, 'lang');
  const page = line('longurl');
  const images = readImages(release);
  const story: Story = {
    ...emptyStory(),
    format: 'solita',
    guid,
    type: 'text',
    ...(language !== undefined && { language }),
    times: {},
    headlines: line('title') === undefined ? [] : [{ value: line('title') ?? '' }],
    descriptions: lead.body.length === 0 ? [] : [{ role: 'lead', value: lead.body.map(({ text }) => text).join('\n') }],
    body: [...lead.body, ...text.body, ...readBoilerplate(release)],
    notes: [...lead.notes, ...text.notes, ...readContacts(release, publisher)],
    media: images,
    ...(name !== undefined && { by: name, contributors: [{ name, kind: 'organisation', role: 'publisher' }] }),
    infoSources: page === undefined ? [] : [{ name: hostOf(page), role: 'provider', uri: page }],
    subjects: children(child(release, 'categories'), 'category').flatMap((category) => {
      const label = lineOf(child(category, 'label'));
      const code = attr(category, 'id');
      return label === undefined ? [] : [{ name: label, ...(code !== undefined && { scheme: 'category', code }) }];
    }),
    genres: children(release, 'type').flatMap((type) => {
      const label = lineOf(child(type, 'label'));
      return label === undefined ? [] : [{ name: label }];
    }),
    keywords: keywordsOf(line('keywords') ?? ''),
    relations: readLinks(release, page),
  };
  addTimes(story, line('publicationDate'), line('embargo'));
  return story;
}

function addTimes(story: Story, published: string | undefined, embargo: string | undefined): void {
  if (published !== undefined) story.times.published = localTime(published, 'publicationDate', story);
  if (embargo !== undefined) story.times.embargoedUntil = localTime(embargo, 'embargo', story);
}

/** Commas part keywords of several words; without any, spaces part single words. */
function keywordsOf(line: string): string[] {
  return line.split(/[,;]/.test(line) ? /[,;]/ : /\s+/).flatMap((word) => word.trim() || []);
}

function localTime(raw: string, path: string, { issues }: Story): PrintedTime {
  const [, day = '', month = '', year, hour = '', minute, second = '00'] = TIME.exec(raw) ?? [];
  const two = (digits: string): string => digits.padStart(2, '0');
  const time = printedTime(`${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}`);
  if (time.local === undefined) issues.push({ code: 'time-unread', path });
  return { ...time, raw };
}

/** What the publisher says of itself under every release. */
function readBoilerplate(release: XmlElement): Block[] {
  const boilerplate = textOf(child(release, 'boilerplate')).trim();
  const paragraphs = boilerplate.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.map((text) => textBlock('paragraph', text));
}

const htmlOf = (element: XmlElement | undefined) => htmlBody(textOf(element).trim());

const hostOf = (address: string): string => /^https?:\/\/([^/?#:]+)/i.exec(address)?.[1]?.toLowerCase() ?? address;

/** The release's own page, links, attached documents, and the channel of a video. */
function readLinks(release: XmlElement, page: string | undefined): Story['relations'] {
  const linked = (list: string, entry: string, title: string) =>
    children(child(release, list), entry).flatMap((element) => {
      const href = lineOf(child(element, 'url'));
      const words = lineOf(child(element, title));
      return href === undefined ? [] : [{ rel: entry, href, ...(words !== undefined && { title: words }) }];
    });
  const video = lineOf(child(release, 'videochannellink'));
  const words = lineOf(child(release, 'videodescription'));
  return [
    ...(page === undefined ? [] : [{ rel: 'canonical', href: page }]),
    ...linked('links', 'link', 'description'),
    ...linked('documents', 'document', 'title'),
    ...(video === undefined
      ? []
      : [{ rel: 'video', href: video, ...(words !== undefined && { title: words }), type: 'video' as const }]),
  ];
}
