import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { XMLParser } from 'fast-xml-parser';
import { readCaption, readPictures } from '#captions';
import { readDocument } from '#formats';
import { enrichedStory, loadLanguageDetector, readStory, storyVersion } from '#normalize';
import { benchOptions } from './harness/bench-options.ts';
import { asNewsml, asNinjs, inventedStory } from './harness/invented-story.ts';
import { load, print, printMachine } from './harness/print.ts';
import { rawStory } from './harness/raw-stories.ts';
import { spread } from './harness/spread.ts';

/** The pure stages on one core, each in a process of its own: warmed up, then measured for two seconds and more. */
const WARM_UP_MS = 1500;
const MEASURED_MS = 2500;
/** Different inputs, so that nothing is measured on one lucky text. */
const INPUTS = 300;
const STAGE = 'BENCH_STAGE';

type Stage = { readonly unit: string; prepare(): Promise<readonly (() => unknown)[]> };

const invented = Array.from({ length: INPUTS }, (_, index) => inventedStory(index));
const origin = { topic: 'news.raw.v1', partition: 0, offset: '1' };
const inputs = <T>(make: (index: number) => T): T[] => invented.map((_, index) => make(index));

const STAGES: Readonly<Record<string, Stage>> = {
  'newsml-g2': {
    unit: ' items/s',
    prepare: async () => documents(invented.map(asNewsml), 'application/vnd.iptc.g2.newsitem+xml'),
  },
  'fast-xml-parser': {
    unit: ' items/s',
    prepare: async () => {
      const parser = new XMLParser({ ignoreAttributes: false, preserveOrder: true });
      return invented.map((story) => Buffer.from(asNewsml(story))).map((bytes) => () => parser.parse(bytes.toString()));
    },
  },
  ninjs: { unit: ' items/s', prepare: async () => documents(invented.map(asNinjs), 'application/ninjs+json') },
  'JSON.parse': {
    unit: ' items/s',
    prepare: async () =>
      invented.map((story) => Buffer.from(asNinjs(story))).map((bytes) => () => JSON.parse(bytes.toString())),
  },
  readCaption: {
    unit: ' captions/s',
    prepare: async () => invented.flatMap(({ caption }) => (caption === undefined ? [] : [() => readCaption(caption)])),
  },
  readPictures: {
    unit: ' stories/s',
    prepare: async () => inputs(rawStory).map((raw) => () => readPictures(raw.story)),
  },
  readStory: {
    unit: ' stories/s',
    prepare: async () => {
      const detectLanguage = await loadLanguageDetector();
      return inputs(rawStory).map((raw) => () => readStory(raw, detectLanguage));
    },
  },
  enrichedStory: {
    unit: ' stories/s',
    prepare: async () => {
      const detectLanguage = await loadLanguageDetector();
      return inputs(rawStory).map((raw) => {
        const reading = readStory(raw, detectLanguage);
        return () => enrichedStory(raw, origin, reading);
      });
    },
  },
  storyVersion: {
    unit: ' stories/s',
    prepare: async () => inputs(rawStory).map((raw) => () => storyVersion(raw, origin)),
  },
};

/** What only makes a tree of the same documents: the least that any reader of the format has to do. */
const PEERS: Readonly<Record<string, string>> = { 'newsml-g2': 'fast-xml-parser', ninjs: 'JSON.parse' };

function documents(texts: readonly string[], mediaType: string): (() => unknown)[] {
  return texts.map((text) => {
    const bytes = Buffer.from(text);
    return () => readDocument(bytes, { mediaType });
  });
}

/** Calls a second. */
function rateOf(calls: readonly (() => unknown)[], milliseconds: number): number {
  let count = 0;
  const start = performance.now();
  while (performance.now() - start < milliseconds) {
    for (const call of calls) call();
    count += calls.length;
  }
  return count / ((performance.now() - start) / 1000);
}

async function measureHere(name: string): Promise<void> {
  const calls = await STAGES[name]?.prepare();
  if (calls === undefined) throw new Error(`no stage ${name}`);
  rateOf(calls, WARM_UP_MS);
  print(String(rateOf(calls, MEASURED_MS)));
}

async function measureAll(): Promise<void> {
  const options = benchOptions({ stories: INPUTS });
  printMachine();
  const bytes = (make: (story: (typeof invented)[number]) => string): number =>
    Math.round(invented.reduce((sum, story) => sum + Buffer.byteLength(make(story)), 0) / INPUTS);
  print(`documents: NewsML-G2 ${bytes(asNewsml)} bytes, ninjs ${bytes(asNinjs)} bytes on average`);
  const names = Object.keys(STAGES).filter((name) => options.only === undefined || options.only === name);
  const rates = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let run = 0; run < options.runs; run += 1) {
    for (const name of names) {
      const env = { ...process.env, [STAGE]: name };
      const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename], { env });
      rates.get(name)?.push(Number(stdout));
    }
  }
  for (const [name, values] of rates) {
    const microseconds = 1e6 / Math.max(...values);
    print(`${name}: ${spread(values, STAGES[name]?.unit ?? '')}; ${microseconds.toFixed(1)} µs each at best`);
  }
  for (const [name, peer] of Object.entries(PEERS)) {
    const [ours, theirs] = [rates.get(name), rates.get(peer)];
    if (ours && theirs) print(`${name} / ${peer} alone: ${(Math.max(...ours) / Math.max(...theirs)).toFixed(2)}×`);
  }
  print(`load at the end: ${load()}`);
}

const stage = process.env[STAGE];
await (stage === undefined ? measureAll() : measureHere(stage));
