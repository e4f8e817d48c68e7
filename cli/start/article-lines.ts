import type { Article, Association, NinjsItem, PictureCaption, ResolvedTime } from '#contracts';

/** A line about an article: what it is about, and what there is to say. */
export type Line = { readonly label: string; readonly text: string };

/** An article as a person reads it: what is absent has no line. The first line is its headline. */
export function articleLines(article: Article): Line[] {
  const { item } = article;
  const lines: [string, string | undefined][] = [
    ['headline', item.headlines?.[0]?.value ?? item.title ?? '(no headline: the content is not public)'],
    ['id', article.id],
    ['state', [article.state, article.change, `${article.format}`].join(' · ')],
    ['version', item.version],
    ...Object.entries(article.times).map(([name, time]): [string, string] => [spaced(name), timeText(time)]),
    ['by', item.by],
    ['language', item.language],
    ['dateline', article.dateline?.text],
    ['located', item.located],
    ['slugline', item.slugline],
    ['lead', leadOf(item)],
    ['body', bodyText(item)],
    ...(item.associations ?? []).map((media, index): [string, string] => [
      media.type ?? spaced(media.rel ?? 'related'),
      mediaText(
        media,
        article.captions.find((caption) => caption.media === index),
      ),
    ]),
    ['subjects', names(item.subjects)],
    ['people', names(item.people)],
    ['organisations', names(item.organisations)],
    ['places', names(item.places)],
    ['sources', names(item.infoSources)],
    ...article.notes.map((note): [string, string] => [note.public ? 'note' : 'note (not public)', note.text]),
    ...article.issues.map((issue): [string, string] => [
      'issue',
      [issue.code, issue.path, issue.message].filter((part) => part !== undefined).join(' · '),
    ]),
  ];
  return lines.flatMap(([label, text]) => (text === undefined || text === '' ? [] : [{ label, text }]));
}

/** `2025-03-04 01:15 UTC (printed "Updated 09:15, 04-Mar-2025"; Asia/Shanghai, known of the source)` */
function timeText({ raw, utc, zone, origin, precision }: ResolvedTime): string {
  const instant = precision === 'day' ? utc.slice(0, 10) : `${utc.slice(0, 16).replace('T', ' ')} UTC`;
  return `${instant} (printed "${raw}"; ${zone}, ${ORIGINS[origin]})`;
}

const ORIGINS: Readonly<Record<ResolvedTime['origin'], string>> = {
  explicit: 'written beside it',
  feed: 'said by the feed',
  profile: 'known of the source',
  guessed: 'a guess',
};

/** `versionCreated` as words. */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function leadOf({ descriptions }: NinjsItem): string | undefined {
  return (descriptions?.find(({ role }) => role === 'summary') ?? descriptions?.[0])?.value;
}

function bodyText({ bodies }: NinjsItem): string | undefined {
  const html = bodies?.find(({ contentType }) => contentType === 'text/html');
  const words = bodies?.find(({ wordCount }) => wordCount !== undefined)?.wordCount;
  const counted = [
    html === undefined ? undefined : count(html.value.match(/<p[\s>]/g)?.length ?? 0, 'paragraph'),
    html === undefined ? undefined : count(html.value.match(/<h[1-6][\s>]/g)?.length ?? 0, 'heading'),
    words === undefined ? undefined : count(words, 'word'),
  ];
  return counted.filter((part) => part !== undefined && !part.startsWith('0 ')).join(', ');
}

function mediaText(media: Association, read: PictureCaption | undefined): string {
  const caption = read?.caption ?? media.descriptions?.[0]?.value ?? media.headlines?.[0]?.value ?? media.title;
  const seconds = media.renditions?.find(({ duration }) => duration !== undefined)?.duration;
  const people = (read?.people ?? []).map(({ name, position }) =>
    position === undefined ? name : `${name} (${position})`,
  );
  const facts = [
    caption,
    seconds === undefined
      ? undefined
      : `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')}`,
    read?.credit === undefined ? undefined : `credit ${read.credit}`,
    people.length === 0 ? undefined : `people ${people.join(', ')}`,
    [read?.place, read?.date].filter((part) => part !== undefined).join(', '),
  ];
  return facts.filter((fact) => fact !== undefined && fact !== '').join(' · ') || (media.name ?? media.uri);
}

type Named = {
  readonly name?: string | undefined;
  readonly literal?: string | undefined;
  readonly uri?: string | undefined;
};

function names(concepts: readonly Named[] | undefined): string | undefined {
  return concepts?.map(({ name, literal, uri }) => name ?? literal ?? uri ?? '').join(', ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
