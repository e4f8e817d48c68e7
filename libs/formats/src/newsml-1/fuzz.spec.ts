import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { DocumentError } from '../document-error.ts';
import { readDocument } from '../read-document.ts';

const samples = new URL('../../../../../shared/samples/wire/', import.meta.url);
const ROUNDS = 120;
const LONGEST_MS = 2000;

/** Pseudo-random numbers from 0 to 1, always the same ones of a seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const TAGS = /<[^<>]*>/g;

/** Ways in which a document may come broken: some stay well-formed, so that the reading behind the XML is tried too. */
const MUTATIONS: readonly ((text: string, random: () => number) => string)[] = [
  (text, random) => text.slice(0, Math.floor(random() * text.length)),
  (text, random) => cut(text, random, () => ''),
  (text, random) => cut(text, random, (part) => part + part),
  (text, random) => cut(text, random, (part) => [...part].reverse().join('')),
  (text, random) => text.replace(TAGS, (tag) => (random() < 0.02 ? '' : tag)),
  (text, random) => text.replace(/"[^"<>]*"/g, (value) => (random() < 0.2 ? '""' : value)),
  (text, random) =>
    text.replace(/"[^"<>]*"/g, (value) => (random() < 0.1 ? '"\u0001&#x10FFFF;99999999999999999999"' : value)),
  (text, random) => text.replace(/>[^<>]+</g, (words) => (random() < 0.2 ? '>&lt;p&gt;&lt;table&gt;<' : words)),
  (text, random) =>
    text.replace(/(<\/?)(?:NewsComponent|block|p|Role)(?=[\s>])/g, (tag, open: string) =>
      random() < 0.05 ? `${open}media` : tag,
    ),
];

function cut(text: string, random: () => number, change: (part: string) => string): string {
  const start = Math.floor(random() * text.length);
  const end = start + Math.floor(random() * 200);
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
}

function files(folder: URL): URL[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.xml$/i.test(file))
    .map((file) => new URL(file.split('/').map(encodeURIComponent).join('/'), folder));
}

/** What reading a document ends in: how many stories, the code of the error, or what must never be. */
function outcome(bytes: Buffer): string {
  const start = process.cpuUsage();
  try {
    return `${readDocument(bytes).stories.length > 0 ? 'stories' : 'nothing'}${slow(start)}`;
  } catch (error) {
    return error instanceof DocumentError ? `refused${slow(start)}` : `threw ${String(error)}`;
  }
}

/** Counted in the time of the processor, so that a busy machine is no slow parser. */
function slow(start: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 > LONGEST_MS ? ' too slowly' : '';
}

function outcomesOf(file: URL, rounds: number): Set<string> {
  const text = readFileSync(file, 'utf8');
  const outcomes = new Set<string>();
  for (let seed = 1; seed <= rounds; seed++) {
    const random = randomOf(seed);
    const mutation = MUTATIONS[seed % MUTATIONS.length];
    outcomes.add(outcome(Buffer.from(mutation?.(text, random) ?? text)));
  }
  return outcomes;
}

describe('broken NITF and NewsML 1', () => {
  const fixtures = [new URL('./fixtures/', import.meta.url), new URL('../nitf/fixtures/', import.meta.url)].flatMap(
    files,
  );

  test.each(fixtures.map((file) => [file.pathname.split('/').slice(-3).join('/'), file] as const))(
    '%s ends in stories or a refusal',
    (_name, file) => {
      expect([...outcomesOf(file, ROUNDS)].toSorted()).toEqual(['refused', 'stories']);
    },
  );

  const present = existsSync(samples);
  (present ? test : test.skip)('so does every sample (skipped where ../shared/samples is absent)', () => {
    const wire = files(samples).filter((file) =>
      /<(?:\w+:)?(?:nitf|NewsML)[\s>]/.test(readFileSync(file, 'latin1').slice(0, 2000)),
    );
    expect(wire.length).toBeGreaterThan(20);
    for (const file of wire) {
      const wrong = [...outcomesOf(file, MUTATIONS.length * 2)].filter(
        (each) => each !== 'refused' && each !== 'stories',
      );
      expect([file.pathname, wrong]).toEqual([file.pathname, []]);
    }
  });

  test.each([
    [
      'pictures',
      `<nitf uno="a"><body><body.content>${'<img source="a.jpg"/>'.repeat(40_000)}</body.content></body></nitf>`,
    ],
    [
      'different pictures',
      `<nitf uno="a"><body><body.content>${Array.from({ length: 40_000 }, (_, index) => `<img source="${index}.jpg"/>`).join('')}</body.content></body></nitf>`,
    ],
    [
      'names',
      `<nitf uno="a"><body><body.content><p>${Array.from({ length: 40_000 }, (_, index) => `<person>${index}</person>`).join('')}</p></body.content></body></nitf>`,
    ],
    [
      'fractions',
      `<nitf uno="a"><body><body.content><p>${'<frac-num>1</frac-num><frac-den>2</frac-den>'.repeat(30_000)}</p></body.content></body></nitf>`,
    ],
    [
      'headlines',
      `<nitf uno="a"><body><body.head><hedline>${Array.from({ length: 40_000 }, (_, index) => `<hl2>${index}</hl2>`).join('')}</hedline></body.head></body></nitf>`,
    ],
    [
      'components',
      `<NewsML><NewsItem><NewsComponent Duid="0123456789abcdef">${Array.from({ length: 15_000 }, (_, index) => `<NewsComponent><NewsLines><HeadLine>${index}</HeadLine></NewsLines><ContentItem><DataContent>${index}</DataContent></ContentItem></NewsComponent>`).join('')}</NewsComponent></NewsItem></NewsML>`,
    ],
    [
      'deep components',
      `<NewsML><NewsItem>${'<NewsComponent Duid="0123456789abcdef">'.repeat(120)}<ContentItem Href="a.jpg"/>${'</NewsComponent>'.repeat(120)}</NewsItem></NewsML>`,
    ],
    [
      'key words',
      `<NewsML><NewsItem><NewsComponent Duid="0123456789abcdef"><NewsLines>${Array.from({ length: 40_000 }, (_, index) => `<KeywordLine>${index}</KeywordLine>`).join('')}</NewsLines></NewsComponent></NewsItem></NewsML>`,
    ],
    [
      'commas',
      `<nitf uno="a"><body><body.head><dateline><location>a${','.repeat(2_000_000)}a</location></dateline></body.head></body></nitf>`,
    ],
    [
      'subjects',
      `<NewsML><NewsItem><NewsComponent Duid="0123456789abcdef"><DescriptiveMetadata><SubjectCode>${'<Subject FormalName="17000000" cat="A" supCat="B"/>'.repeat(60_000)}</SubjectCode></DescriptiveMetadata></NewsComponent></NewsItem></NewsML>`,
    ],
    ['urgencies', `<nitf uno="a"><head><x>${'<urgency/>'.repeat(190_000)}</x></head></nitf>`],
    [
      'bad items',
      `<NewsML>${'<NewsItem/>'.repeat(190_000)}<NewsItem><Identification><NewsIdentifier><NewsItemId>a</NewsItemId></NewsIdentifier></Identification></NewsItem></NewsML>`,
    ],
    [
      'languages',
      `<NewsML><NewsItem><NewsComponent Duid="0123456789abcdef">${Array.from({ length: 20_000 }, (_, index) => `<NewsComponent xml:lang="x${index}"><ContentItem><DataContent>a</DataContent></ContentItem></NewsComponent>`).join('')}</NewsComponent></NewsItem></NewsML>`,
    ],
    [
      'lines',
      `<NewsML><NewsItem><NewsComponent Duid="0123456789abcdef"><ContentItem><DataContent>${' a\n'.repeat(1_000_000)}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
    ],
    [
      'paragraphs',
      `<NewsML><NewsItem><NewsComponent Duid="0123456789abcdef"><ContentItem><DataContent>${'a\n\n'.repeat(200_000)}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
    ],
    ['modules', `<!DOCTYPE a [${'%n; '.repeat(1_000_000)}]><NewsML/>`],
  ])('%s without number take no more than two seconds of a processor', (_name, text) => {
    expect(outcome(Buffer.from(text))).toMatch(/^(?:stories|refused)$/);
  });
});
