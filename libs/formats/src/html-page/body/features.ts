import { type PageElement, pathOf } from '../dom.ts';
import { MAX_PATH } from '../limits.ts';
import type { TextPiece } from '../pieces.ts';
import { candidateOf, isUnlikely, remembered } from './candidate.ts';
import { bareText, type Evidence, topicWords } from './evidence.ts';

/** Words in `class`, `id`, `role` and the like of an element, that say what it is for. */
const NAMES: readonly RegExp[] = [
  /article-?_?(?:body|content|text)|story-?_?(?:body|content|text)|post-?_?(?:body|content|text)|entry-?_?content|body-?_?(?:text|content|copy)|content-?_?body|articlebody|storytext|article__body/,
  /article|story|post(?:$|[-_ ])|entry|content|main|body|text|paragraph|prose|richtext|copy/,
  /comment|disqus|reply|respon|discuss/,
  /share|social|facebook|twitter|follow|button|toolbar|tool-|tools/,
  /relat|recommend|more-?_?(?:on|from|stories|news)|readmore|read-more|also|teaser|promo|trending|popular|most-?_?read|up-?next|outbrain|taboola|suggest|linklist|see-?also|latest/,
  /newsletter|subscri|sign-?_?up|signup|paywall|login|register|donat|member|offer|cta|call-to/,
  /nav|menu|breadcrumb|pagination|pager|footer|masthead|header(?!line)|topbar|skip/,
  /caption|credit|photo|image|img|gallery|slide|figure|media|video|player|legend/,
  /author|byline|bio|contributor|profile|writer|avatar/,
  /date|time|publish|meta|info|stamp|dateline/,
  /(?:^|[-_ ])tags?(?:$|[-_ ])|topic|keyword|categor|label|kicker|eyebrow|section-?name/,
  /(?:^|[-_ ])ads?(?:$|[-_ ])|advert|sponsor|banner|dfp|promoted|commercial/,
  /sidebar|aside|widget|rail|secondary|complementary|module|box|infobox|fact/,
  /cookie|consent|modal|popup|overlay|gdpr|hidden|sr-only|visually|screen-reader/,
  /intro|lead|lede|standfirst|summary|deck|dek|subtitle|subhead|excerpt|abstract|teaser-?text|description/,
  /correction|disclaimer|copyright|legal|note|footnote|endnote|terms/,
  /quote|tweet|embed|instagram|pull/,
  /headline|title/,
];

/** Words of lines that belong to the page and not to the story, in the languages of many newsrooms. */
const PATTERNS: readonly RegExp[] = [
  /^(?:read (?:more|also|next|the full)|also read|more(?: on| from)?\b|see also|related|watch|listen|continue reading|lesen sie|lies auch|mehr (?:zum|dazu|lesen)|weiterlesen|auch interessant|lire aussi|à lire|voir aussi|leer (?:más|también)|lea también|te puede interesar|ver también|leia (?:mais|também)|veja também|leggi anche|lees (?:ook|meer)|läs (?:också|mer)|les også|læs også|lue myös|czytaj (?:też|także|więcej)|читайте также|ayrıca|baca juga|关注|相关)/i,
  /\b(?:subscribe|newsletter|sign up|log ?in|follow (?:us|\w+) on|follow us|like this (?:story|article)|share (?:it|this)|send us|listen (?:to|live|back)|click here|tap here|download (?:the|our) app|abonn|inscri|suscri|register|notifications?|support (?:us|our)|become a (?:member|subscriber)|unlimited access|get (?:the|our) (?:latest|best|daily|free))\b/i,
  /©|\bcopyright\b|all rights reserved|alle rechte|tous droits|todos los derechos|reserved\.|may not be (?:published|reproduced)|\bterms of (?:use|service)\b|privacy/i,
  /^(?:share|tweet|email|print|facebook|twitter|whatsapp|comments?|reply|like|save|copy link|teilen|drucken|kommentare?|partager|imprimer|compartir|condividi|delen|dela|\d+ comments?)\b/i,
  /^(?:by|von|par|por|di|door|af|av|written by|text:|autor|author|reporting by|editing by|about the author|staff|with (?:files|reporting)|additional reporting|foto|photo|image|picture|credit|source|quelle|getty|reuters|ap photo|afp)\b/i,
  /^(?:(?:last )?updated|published|posted|first published|veröffentlicht|publié|publicado|stand|\d{1,2}[:.]\d\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\w{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? \w{3,9} \d{4})/i,
  /\b(?:advertisement|sponsored|anzeige|publicité|publicidad|pubblicità|advertentie|annons|reklama|реклама|iklan|promoted|affiliate|commission)\b/i,
  /^(?:correction|editor['’]?s? note|note|clarification|this (?:story|article|post|report) (?:was|has|is|originally)|an earlier version|contact|follow|email|e-mail|tel|phone)\b/i,
  /@\w{3,}|\bhttps?:\/\/|www\.|\.com\b|pic\.twitter/i,
  /^[^a-z]*$/,
  /^[-–—•*#>|»›·]/,
  /[?:]$/,
];

const TAGS = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'td',
  'div',
  'blockquote',
  'section',
  'article',
  'dd',
  'pre',
  'aside',
];
const AROUND = [
  'article',
  'main',
  'aside',
  'nav',
  'footer',
  'header',
  'form',
  'ul',
  'ol',
  'table',
  'blockquote',
  'figure',
  'section',
];
const SENTENCE_END = /[.!?…。！？][)\]"'”’»]*$/;

/**
 * What the people who marked a page counted as its story: the whole of it, or paragraphs and summary without lists and
 * quoted posts. Pages of both kinds teach the model; it is asked for the whole.
 */
export type House = 'whole' | 'paragraphs';

type Own = {
  readonly piece: TextPiece;
  readonly length: number;
  readonly words: number;
  readonly linkShare: number;
  readonly sentence: boolean;
  readonly signature: string;
  readonly path: readonly PageElement[];
  readonly bare: string;
};

type Sum = { chars: number; prose: number; count: number; linked: number };

/**
 * What tells whether each text of a page belongs to its story: numbers by their place, the same for every page. They
 * come from the text, from what its elements are called, from its place, from the texts around it and from those that
 * stand in elements of the same name, and from what the page says of its own text.
 */
export function featuresOf(pieces: readonly TextPiece[], evidence: Evidence, house: House = 'whole'): Float32Array[] {
  const own = pieces.map(describe);
  const sums = containerSums(own);
  const bySignature = signatureSums(own);
  const top = topContainer(sums);
  const topPath = new Set(top === undefined ? [] : pathOf(top));
  const candidate = candidateOf(own.map(({ path, piece, linkShare }) => ({ path, text: piece.text, linkShare })));
  const unlikely = new Map<PageElement, boolean>();
  const names = new Map<PageElement, Float32Array>();
  const counts = new Map<string, number>();
  for (const { bare } of own) counts.set(bare, (counts.get(bare) ?? 0) + 1);
  const first = own.findIndex((each) => top !== undefined && each.path.includes(top));
  const title = titlePlace(own, evidence);
  const proseTotal = Math.max(
    1,
    own.reduce((sum, each) => sum + prose(each), 0),
  );
  const { proseBefore, idle } = runningSums(own, title, proseTotal);
  const rows = own.map((each, index) => {
    const row: number[] = [];
    const { piece, length, words } = each;
    // the text
    row.push(Math.log1p(length), words, each.linkShare, each.sentence ? 1 : 0, length / Math.max(1, words));
    row.push((piece.text.match(/[,،、]/g) ?? []).length, digitShare(piece.text), upperShare(piece.text));
    row.push(piece.runs.every((run) => run.strong || run.text.trim() === '') ? 1 : 0);
    row.push(piece.runs.every((run) => run.em || run.text.trim() === '') ? 1 : 0);
    row.push((counts.get(each.bare) ?? 1) - 1, (piece.text.match(/\n/g) ?? []).length);
    const start = piece.text.slice(0, 2000);
    for (const pattern of PATTERNS) row.push(pattern.test(start) ? 1 : 0);
    // its elements
    for (const tag of TAGS) row.push(piece.element.name === tag ? 1 : 0);
    for (const name of AROUND) row.push(each.path.findIndex((element) => element.name === name) + 1);
    row.push(...namesAround(each.path, names));
    // its place
    row.push(index / own.length, index, own.length - index, index - title, first < 0 ? 0 : index - first);
    const container = each.path[1];
    const mine = sums.get(each.path[0] ?? piece.element);
    const outer = container === undefined ? undefined : sums.get(container);
    row.push(top !== undefined && each.path.includes(top) ? 1 : 0, top === undefined ? 0 : each.path.indexOf(top));
    row.push(each.path.findIndex((element) => topPath.has(element)));
    row.push(
      ...shares(mine, proseTotal),
      ...shares(outer, proseTotal),
      ...shares(bySignature.get(each.signature), proseTotal),
    );
    const scores = each.path.map((element) => (candidate.scores.get(element) ?? 0) / Math.max(1, candidate.most));
    row.push(Math.max(0, ...scores), scores[0] ?? 0, scores[1] ?? 0);
    row.push(candidate.top === undefined ? -1 : each.path.indexOf(candidate.top));
    row.push(candidate.top?.parent === undefined ? -1 : each.path.indexOf(candidate.top.parent));
    row.push(each.path.filter((element) => remembered(unlikely, element, isUnlikely)).length);
    row.push(proseBefore[index] ?? 0, idle[index] ?? 0);
    row.push(container === undefined ? 0 : container.children.length);
    row.push(piece.element.children.length, each.path.length);
    // what the page says of its text
    row.push(
      evidence.articleBody === undefined ? -1 : each.bare !== '' && evidence.articleBody.includes(each.bare) ? 1 : 0,
    );
    row.push(evidence.articleBody === undefined ? -1 : evidence.articleBody.length / 1000);
    row.push(
      evidence.description !== undefined && each.bare.length > 20 && evidence.description.includes(each.bare) ? 1 : 0,
    );
    row.push(
      evidence.title === undefined
        ? 0
        : each.bare === evidence.title
          ? 2
          : each.bare.length > 15 && evidence.title.includes(each.bare)
            ? 1
            : 0,
    );
    return row;
  });
  for (const [index, row] of rows.entries()) row.push(...topical(own[index], evidence));
  return rows.map((row, index) => Float32Array.from([...row, ...around(own, index), house === 'whole' ? 1 : 0]));
}

/** Whether a text starts as the page's description does, and the shares of words that it has in common with title and description. */
function topical(own: Own | undefined, { description, words }: Evidence): number[] {
  const start = description === undefined || description.length < 40 ? undefined : description.slice(0, 40);
  const starts = start !== undefined && own?.bare.slice(0, 120).includes(start) ? 1 : 0;
  if (own === undefined || words === undefined || words.size === 0) return [starts, 0, 0];
  const mine = topicWords(own.piece.text.slice(0, 2000));
  const shared = [...mine].filter((word) => words.has(word)).length;
  return [starts, shared / words.size, shared / Math.max(1, mine.size)];
}

/** Before each text: the share of the page's prose since the title, and the texts since the last prose. */
function runningSums(own: readonly Own[], title: number, total: number): { proseBefore: number[]; idle: number[] } {
  let sum = 0;
  let since = 0;
  const proseBefore: number[] = [];
  const idle: number[] = [];
  for (const [index, each] of own.entries()) {
    proseBefore.push(index < title ? -1 : sum / total);
    idle.push(since);
    const amount = prose(each);
    if (index >= title) sum += amount;
    since = amount > 0 ? 0 : since + 1;
  }
  return { proseBefore, idle };
}

function describe(piece: TextPiece): Own {
  const { text, element } = piece;
  const path = pathOf(element, MAX_PATH);
  return {
    piece,
    length: text.length,
    words: (text.match(/[\p{L}\p{N}]+/gu) ?? []).length,
    linkShare: Math.min(1, piece.linked / Math.max(1, text.length)),
    sentence: SENTENCE_END.test(text),
    signature: `${element.name}.${classOf(element)}<${path[1]?.name}.${path[1] === undefined ? '' : classOf(path[1])}`,
    path,
    bare: bareText(text),
  };
}

function classOf(element: PageElement): string {
  return (element.attributes['class'] ?? '').replace(/\d+/g, '0');
}

/** Characters outside of links in something that reads like sentences. */
function prose({ length, linkShare, words, sentence }: Own): number {
  return words >= 8 && (sentence || words >= 20) ? length * (1 - linkShare) : 0;
}

function containerSums(own: readonly Own[]): Map<PageElement, Sum> {
  const sums = new Map<PageElement, Sum>();
  for (const each of own) for (const element of each.path.slice(0, 12)) addTo(sums, element, each);
  return sums;
}

function signatureSums(own: readonly Own[]): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const each of own) addTo(sums, each.signature, each);
  return sums;
}

function addTo<K>(sums: Map<K, Sum>, key: K, each: Own): void {
  const sum = sums.get(key) ?? { chars: 0, prose: 0, count: 0, linked: 0 };
  sum.chars += each.length;
  sum.prose += prose(each);
  sum.count += 1;
  sum.linked += each.length * each.linkShare;
  sums.set(key, sum);
}

function shares(sum: Sum | undefined, total: number): number[] {
  if (sum === undefined) return [0, 0, 0, 0];
  return [sum.prose / total, sum.prose / Math.max(1, sum.chars), sum.count, sum.linked / Math.max(1, sum.chars)];
}

/** The smallest element with most of the page's prose in it: the deepest that has four fifths of what its own parent has. */
function topContainer(sums: Map<PageElement, Sum>): PageElement | undefined {
  let best: PageElement | undefined;
  let most = 0;
  for (const [element, { prose: amount, chars }] of sums) {
    const score = amount * (amount / Math.max(1, chars)) ** 0.5;
    if (score > most) [best, most] = [element, score];
  }
  for (;;) {
    const inner: PageElement | undefined = best?.children.find(
      (child): child is PageElement =>
        typeof child !== 'string' &&
        (sums.get(child)?.prose ?? 0) > 0.8 * (best === undefined ? 0 : (sums.get(best)?.prose ?? 0)),
    );
    if (inner === undefined) return best;
    best = inner;
  }
}

function titlePlace(own: readonly Own[], { title }: Evidence): number {
  const byTitle =
    title === undefined
      ? -1
      : own.findIndex(({ bare, piece }) => bare === title && /^h[1-3]$/.test(piece.element.name));
  if (byTitle >= 0) return byTitle;
  return Math.max(
    0,
    own.findIndex(({ piece }) => piece.element.name === 'h1'),
  );
}

/** For each kind of name: in the element itself, in the two above, and how far up in the ten above. */
function namesAround(path: readonly PageElement[], known: Map<PageElement, Float32Array>): number[] {
  const row: number[] = [];
  const kinds = path.slice(0, 25).map((element) => namesOf(element, known));
  for (let kind = 0; kind < NAMES.length; kind += 1) {
    const at = kinds.findIndex((flags) => flags[kind] === 1);
    row.push(at < 0 ? 30 : at);
  }
  const hidden = path.some((element) => isHidden(element));
  row.push(hidden ? 1 : 0, path.findIndex(({ attributes }) => /articlebody/i.test(attributes['itemprop'] ?? '')) + 1);
  return row;
}

function namesOf(element: PageElement, known: Map<PageElement, Float32Array>): Float32Array {
  const before = known.get(element);
  if (before !== undefined) return before;
  const { attributes } = element;
  const said = [
    'class',
    'id',
    'role',
    'itemprop',
    'data-component',
    'data-testid',
    'aria-label',
    'data-module',
    'data-type',
  ]
    .map((name) => attributes[name]?.slice(0, 300) ?? '')
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
  const flags = Float32Array.from(NAMES, (pattern) => (pattern.test(said) ? 1 : 0));
  known.set(element, flags);
  return flags;
}

function isHidden({ attributes }: PageElement): boolean {
  return (
    'hidden' in attributes ||
    attributes['aria-hidden'] === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/.test(attributes['style'] ?? '')
  );
}

/** The texts before and behind: three on each side. */
function around(own: readonly Own[], index: number): number[] {
  const row: number[] = [];
  const mine = own[index];
  for (const step of [-3, -2, -1, 1, 2, 3]) {
    const other = own[index + step];
    if (other === undefined || mine === undefined) row.push(-1, 0, 0, 0, 0, 0);
    else {
      row.push(
        Math.log1p(other.length),
        other.linkShare,
        other.sentence ? 1 : 0,
        other.signature === mine.signature ? 1 : 0,
      );
      row.push(other.path[1] === mine.path[1] ? 1 : 0, prose(other) > 0 ? 1 : 0);
    }
  }
  return row;
}

function digitShare(text: string): number {
  return (text.match(/\d/g) ?? []).length / Math.max(1, text.length);
}

function upperShare(text: string): number {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => letter !== letter.toLowerCase()).length / Math.max(1, letters.length);
}
