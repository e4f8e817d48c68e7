import type { EnrichedStory, Issue, Mention, RawStory, RecordPosition, TraceStep } from '#contracts';
import { changeOf } from './change-of.ts';
import { buildItem } from './item/item.ts';
import type { LanguageDetector } from './language.ts';
import { present } from './present.ts';
import { readStory, type StoryReading } from './read-story.ts';
import { versionAt } from './story-version.ts';

/** Raised whenever the same raw story would be enriched differently. */
const VERSION = '0.2.0';

/** Puts the text part of an article together from a raw story, its place in Kafka, what was read of it and the names found in it. */
export function enrichedStory(
  raw: RawStory,
  origin: RecordPosition,
  reading: StoryReading,
  mentions: readonly Mention[] = [],
): EnrichedStory {
  const { story, times, signature } = reading;
  const issues: Issue[] = [...story.issues, ...reading.issues];
  const item = buildItem(reading, mentions, issues);
  return {
    ...versionAt(raw, origin, (name) => times[name]),
    provider: raw.provider,
    format: story.format,
    change: changeOf(story),
    item,
    times: { ...times },
    ...present({ dateline: story.dateline }),
    notes: story.notes,
    mentions: [...mentions],
    duplicates: present({ signature }),
    issues,
    trace: trace(raw),
    raw: rawReference(raw, origin),
  };
}

/** Reads a raw story and puts its text part together in one step, without waiting for anything. */
export function enrich(
  raw: RawStory,
  origin: RecordPosition,
  detectLanguage: LanguageDetector,
  mentions: readonly Mention[] = [],
): EnrichedStory {
  return enrichedStory(raw, origin, readStory(raw, detectLanguage), mentions);
}

function trace({ receivedAt }: RawStory): TraceStep[] {
  return [
    { stage: 'ingest', version: VERSION, at: receivedAt },
    { stage: 'enrichment', version: VERSION },
  ];
}

function rawReference({ document, receipt }: RawStory, origin: RecordPosition): EnrichedStory['raw'] {
  const { topic, partition, offset } = origin;
  return { topic, partition, offset, sha256: document.sha256, contentType: document.contentType, receipt };
}
