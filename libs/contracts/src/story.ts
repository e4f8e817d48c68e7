import { z } from 'zod';
import { escapeHtml } from './escape-html.ts';
import { Issue } from './issue.ts';
import { PrintedTime } from './time.ts';

/** The formats a story can come in; one folder each in `libs/formats/src`. */
export const FORMATS = [
  'newsml-g2',
  'newsml-1',
  'nitf',
  'ninjs',
  'rss',
  'atom',
  'html-page',
  'iptc-7901',
  'anpa-1312',
  'zczc',
  'mail',
  'page-text',
  'picture',
  'ap-media',
  'dpa-digitalwires',
  'reuters-connect',
  'eventsml',
  'onclusive',
  'superdesk-event',
  'ntb-event',
  'ritzau',
  'solita',
] as const;
export const Format = z.enum(FORMATS);
export type Format = z.output<typeof Format>;

/** What an item is, in the words of ninjs 3.1 and the IPTC news item natures. */
export const NewsType = z.enum([
  'text',
  'audio',
  'video',
  'picture',
  'graphic',
  'composite',
  'component',
  'event',
  'planning',
]);
export type NewsType = z.output<typeof NewsType>;

export const PubStatus = z.enum(['usable', 'withheld', 'canceled']);
export type PubStatus = z.output<typeof PubStatus>;

/** What a version does to the story, as the feed signals it. */
export const Change = z.enum(['new', 'update', 'correction', 'refile', 'repeat', 'hold', 'kill', 'release']);
export type Change = z.output<typeof Change>;

/**
 * One block of a body, in reading order. `html` is a whole sanitized element, `text` the same words without markup.
 * Most blocks are paragraphs without any; their `html` follows from their `text` and need not travel (`blockHtml`).
 */
export const Block = z
  .object({
    kind: z.enum(['paragraph', 'heading', 'quote', 'list', 'table', 'preformatted', 'media', 'embed', 'rule']),
    html: z.string().optional(),
    text: z.string(),
    /** Index into `Story.media`, for a `media` block. */
    media: z.int().nonnegative().optional(),
  })
  .meta({ id: 'Block' });
export type Block = z.output<typeof Block>;

/** The HTML of a block: as it stands there, else its text as a paragraph. */
export function blockHtml({ html, text }: Pick<Block, 'html' | 'text'>): string {
  return html ?? `<p>${escapeHtml(text)}</p>`;
}

/** The block without an `html` that follows from its text. */
export function travellingBlock(block: Block): Block {
  const { html, ...rest } = block;
  return html === blockHtml(rest) ? rest : block;
}

/** Anything named with a code or without: a subject, a person, an organisation, a place, an event, a genre. */
export const Concept = z
  .object({
    name: z.string().optional(),
    /** The whole identifier, where the feed gives one or its catalog resolves to one. */
    uri: z.string().optional(),
    /** Scheme and code as the feed wrote them (`medtop`, `20000170`); an unknown scheme is kept. */
    scheme: z.string().optional(),
    code: z.string().optional(),
    rel: z.string().optional(),
    relevance: z.int().min(0).max(100).optional(),
    confidence: z.int().min(0).max(100).optional(),
    creator: z.string().optional(),
    symbols: z
      .array(
        z.object({ exchange: z.string().optional(), symbolType: z.string().optional(), symbol: z.string().optional() }),
      )
      .optional(),
  })
  .meta({ id: 'Concept' });
export type Concept = z.output<typeof Concept>;

/** A file in which a media item can be had. Sizes in pixels and bytes, `duration` in seconds. */
export const Rendition = z
  .object({
    name: z.string(),
    href: z.string().optional(),
    contentType: z.string().optional(),
    title: z.string().optional(),
    width: z.int().optional(),
    height: z.int().optional(),
    sizeInBytes: z.int().optional(),
    duration: z.number().optional(),
    format: z.string().optional(),
    poi: z.object({ x: z.int(), y: z.int() }).optional(),
  })
  .meta({ id: 'Rendition' });
export type Rendition = z.output<typeof Rendition>;

/** A picture, video, audio or graphic of a story, as the feed describes it. */
export const Media = z
  .object({
    type: NewsType,
    guid: z.string().optional(),
    /** The feed's name for its role: `main`, `embedded1`, `featuremedia` … */
    name: z.string().optional(),
    rel: z.string().optional(),
    version: z.string().optional(),
    headline: z.string().optional(),
    /** Every caption line as printed, in order, repeats included; splitting and folding is image-caption's work. */
    captions: z.array(z.string()),
    /** The caption in other languages than the one of `captions`, each with its BCP 47 tag where the source gives it. */
    captionTranslations: z.array(z.object({ language: z.string().optional(), value: z.string() })).optional(),
    /** Who wrote or edited the caption. */
    captionWriter: z.string().optional(),
    /** Credit, creator and source when they stand apart from the caption. */
    credit: z.string().optional(),
    creator: z.string().optional(),
    source: z.string().optional(),
    altText: z.string().optional(),
    /** A longer description for those who can't see the picture, beside `altText` (IPTC ExtDescrAccessibility). */
    extendedDescription: z.string().optional(),
    copyrightHolder: z.string().optional(),
    copyrightNotice: z.string().optional(),
    usageTerms: z.string().optional(),
    /** Web address of the licence or of a statement of rights. */
    licence: z.string().optional(),
    taken: PrintedTime.optional(),
    place: z.string().optional(),
    people: z.array(Concept).optional(),
    /** Seconds, of a video or audio. */
    duration: z.number().nonnegative().optional(),
    digitalSourceType: z.string().optional(),
    /** What generative AI had to do with it, in the words of IPTC Photo Metadata 2025.1. */
    ai: z
      .object({
        system: z.string().optional(),
        systemVersion: z.string().optional(),
        prompt: z.string().optional(),
        promptWriter: z.string().optional(),
      })
      .optional(),
    /** How the stored pixels are to be turned: 1 (upright) to 8, as EXIF counts. Sizes of renditions are before turning. */
    orientation: z.int().min(1).max(8).optional(),
    renditions: z.array(Rendition),
  })
  .meta({ id: 'Media' });
export type Media = z.output<typeof Media>;

export const Headline = z.object({ role: z.string().optional(), value: z.string() });
export type Headline = z.output<typeof Headline>;

/** A text about the story that is not its body; `role` as the feed says (`summary`, `drop2:caption` …). */
export const Description = z.object({ role: z.string().optional(), value: z.string() });
export type Description = z.output<typeof Description>;

/** A note of the editors. Only `public: true` may ever reach the item or the public topic. */
export const Note = z
  .object({ role: z.string().optional(), text: z.string(), public: z.boolean() })
  .meta({ id: 'Note' });
export type Note = z.output<typeof Note>;

export const Contributor = z
  .object({
    name: z.string(),
    kind: z.enum(['person', 'organisation']).optional(),
    role: z.string().optional(),
    uri: z.string().optional(),
    jobTitle: z.string().optional(),
  })
  .meta({ id: 'Contributor' });
export type Contributor = z.output<typeof Contributor>;

export const Dateline = z
  .object({
    text: z.string(),
    place: z.string().optional(),
    date: z.string().optional(),
    agency: z.string().optional(),
  })
  .meta({ id: 'Dateline' });
export type Dateline = z.output<typeof Dateline>;

/** A tie to another item: `updates`, `corrects`, `derivedFrom`, `translationOf`, `seeAlso`, `partOf`, `member` … */
export const Relation = z
  .object({
    rel: z.string(),
    /** The part that a member plays in its package, by the role of its group (`main`, `sidebar` …). */
    role: z.string().optional(),
    guid: z.string().optional(),
    version: z.string().optional(),
    href: z.string().optional(),
    title: z.string().optional(),
    type: NewsType.optional(),
  })
  .meta({ id: 'Relation' });
export type Relation = z.output<typeof Relation>;

/**
 * When a planned event takes place and whether it will, for items of type `event`. `duration` as in ISO 8601 (`P2D`);
 * `status` and `coverage` are of the IPTC's event and coverage status, or whatever the feed writes.
 */
export const PlannedEvent = z
  .object({
    start: PrintedTime.optional(),
    end: PrintedTime.optional(),
    duration: z.string().optional(),
    status: Concept.optional(),
    coverage: Concept.optional(),
    organiser: Concept.optional(),
  })
  .meta({ id: 'PlannedEvent' });
export type PlannedEvent = z.output<typeof PlannedEvent>;

const Times = z.object({
  firstCreated: PrintedTime.optional(),
  versionCreated: PrintedTime.optional(),
  contentCreated: PrintedTime.optional(),
  embargoedUntil: PrintedTime.optional(),
  expires: PrintedTime.optional(),
  published: PrintedTime.optional(),
  updated: PrintedTime.optional(),
  transmitted: PrintedTime.optional(),
});

/**
 * What every parser makes of a feed's item: one neutral shape, close to the source. Absent stays absent: a parser
 * invents no urgency, no zone and no language. Enrichment makes the normalized item of it.
 */
export const Story = z
  .object({
    format: Format,
    /** The feed's identifier without the version; stable over all versions of the story. */
    guid: z.string().min(1).max(512),
    type: NewsType,
    profile: z.string().optional(),
    version: z.string().optional(),
    change: Change.optional(),
    pubStatus: PubStatus.optional(),
    urgency: z.int().min(1).max(9).optional(),
    language: z.string().optional(),
    times: Times,
    event: PlannedEvent.optional(),
    title: z.string().optional(),
    headlines: z.array(Headline),
    slugline: z.string().optional(),
    /** The byline as printed. */
    by: z.string().optional(),
    contributors: z.array(Contributor),
    dateline: Dateline.optional(),
    located: z.string().optional(),
    descriptions: z.array(Description),
    body: z.array(Block),
    notes: z.array(Note),
    media: z.array(Media),
    subjects: z.array(Concept),
    people: z.array(Concept),
    organisations: z.array(Concept),
    places: z.array(Concept),
    events: z.array(Concept),
    objects: z.array(Concept),
    genres: z.array(Concept),
    /** Free keywords and tags of the feed. */
    keywords: z.array(z.string()),
    infoSources: z.array(Concept.extend({ role: z.string().optional() })),
    altIds: z.array(z.object({ role: z.string().optional(), value: z.string() })),
    copyrightHolder: z.string().optional(),
    copyrightNotice: z.string().optional(),
    usageTerms: z.string().optional(),
    rightsInfo: z
      .object({
        langId: z.string().optional(),
        linkedRights: z.string().optional(),
        encodedRights: z.string().optional(),
      })
      .optional(),
    digitalSourceType: Concept.optional(),
    trustIndicators: z
      .array(z.object({ role: z.string().optional(), title: z.string().optional(), href: z.string().optional() }))
      .optional(),
    relations: z.array(Relation),
    issues: z.array(Issue),
  })
  .meta({ id: 'Story' });
export type Story = z.output<typeof Story>;

/** Every list of a story, empty: what a parser starts from, so that it names only what the source says. */
export function emptyStory(): Pick<
  Story,
  | 'times'
  | 'headlines'
  | 'contributors'
  | 'descriptions'
  | 'body'
  | 'notes'
  | 'media'
  | 'subjects'
  | 'people'
  | 'organisations'
  | 'places'
  | 'events'
  | 'objects'
  | 'genres'
  | 'keywords'
  | 'infoSources'
  | 'altIds'
  | 'relations'
  | 'issues'
> {
  return {
    times: {},
    headlines: [],
    contributors: [],
    descriptions: [],
    body: [],
    notes: [],
    media: [],
    subjects: [],
    people: [],
    organisations: [],
    places: [],
    events: [],
    objects: [],
    genres: [],
    keywords: [],
    infoSources: [],
    altIds: [],
    relations: [],
    issues: [],
  };
}
