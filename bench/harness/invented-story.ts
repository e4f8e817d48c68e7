import { Chance } from './chance.ts';
import {
  ACTORS,
  FIRST_NAMES,
  LAST_NAMES,
  OBJECTS,
  PLACES,
  REASONS,
  REMARKS,
  VERBS,
  WEEKDAYS,
} from './invented-words.ts';

/** A story that nobody reported: its words, before a wire format wraps them. */
export type InventedStory = {
  readonly guid: string;
  readonly headline: string;
  readonly summary: string;
  readonly byline: string;
  readonly place: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  /** Eight or nine paragraphs, about 3,000 characters together. */
  readonly paragraphs: readonly string[];
  /** In every third story, as an agency prints it. */
  readonly caption: string | undefined;
};

const BODY_CHARACTERS = 2_900;

/** Story number `index`; the same number gives the same story. */
export function inventedStory(index: number): InventedStory {
  const chance = new Chance(index * 7919 + 1);
  const place = chance.of(PLACES);
  const headline = `${capital(chance.of(ACTORS).replace(/^(the|an?) /, ''))} ${chance.of(VERBS)} ${chance.of(OBJECTS)} in ${place}`;
  const paragraphs: string[] = [];
  for (let length = 0; length < BODY_CHARACTERS; length += paragraphs.at(-1)?.length ?? 0) {
    paragraphs.push(paragraph(chance, place));
  }
  return {
    guid: `urn:bench:${String(index).padStart(7, '0')}`,
    headline,
    summary: sentence(chance, place),
    byline: person(chance),
    place,
    created: new Date(Date.UTC(2025, 4, 1) + index * 1000).toISOString(),
    paragraphs,
    caption: index % 3 === 0 ? caption(chance, place) : undefined,
  };
}

/** The story as a ninjs 3.0 document. */
export function asNinjs({
  guid,
  headline,
  summary,
  byline,
  place,
  created,
  paragraphs,
  caption,
}: InventedStory): string {
  const html = paragraphs.map((text) => `<p>${text}</p>`).join('');
  const picture = (value: string) => ({
    name: 'main',
    uri: `${guid}:picture`,
    type: 'picture',
    descriptions: [{ role: 'caption', value }],
    renditions: [{ name: 'main', href: `https://pictures.example/${guid}.jpg`, contentType: 'image/jpeg' }],
  });
  return JSON.stringify({
    standard: { name: 'ninjs', version: '3.0', schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json' },
    uri: guid,
    type: 'text',
    version: '1',
    versionCreated: created,
    pubStatus: 'usable',
    urgency: 4,
    language: 'en',
    by: byline,
    located: place,
    headlines: [{ role: 'main', value: headline }],
    descriptions: [{ role: 'summary', contentType: 'text/plain', value: summary }],
    bodies: [{ role: 'main', contentType: 'text/html', value: html }],
    subjects: [{ name: 'local politics', uri: 'http://cv.iptc.org/newscodes/mediatopic/20000574', relevance: 90 }],
    infoSources: [{ name: 'Bench Wire', role: 'distributor' }],
    ...(caption !== undefined && { associations: [picture(caption)] }),
  });
}

/** The story as a NewsML-G2 news item. */
export function asNewsml({ guid, headline, summary, byline, place, created, paragraphs }: InventedStory): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}" version="1" standard="NewsML-G2" standardversion="2.33" conformance="power" xml:lang="en">
  <catalogRef href="https://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"/>
  <rightsInfo><copyrightHolder literal="Bench Wire"><name>Bench Wire</name></copyrightHolder></rightsInfo>
  <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider literal="Bench Wire"/>
    <versionCreated>${created}</versionCreated>
    <pubStatus qcode="stat:usable"/>
  </itemMeta>
  <contentMeta>
    <urgency>4</urgency>
    <located literal="${place}"><name>${place}</name></located>
    <creator literal="${byline}"><name>${byline}</name></creator>
    <language tag="en"/>
    <subject type="cpnat:abstract" qcode="medtop:20000574"><name xml:lang="en">local politics</name></subject>
    <slugline separator="-">${place.toLowerCase()}-council</slugline>
    <headline>${headline}</headline>
    <by>${byline}</by>
    <description role="drol:summary">${summary}</description>
  </contentMeta>
  <contentSet>
    <inlineXML contenttype="application/xhtml+xml">
      <html xmlns="http://www.w3.org/1999/xhtml">
        <head><title>${headline}</title></head>
        <body>
${paragraphs.map((text) => `          <p>${text}</p>`).join('\n')}
        </body>
      </html>
    </inlineXML>
  </contentSet>
</newsItem>
`;
}

function paragraph(chance: Chance, place: string): string {
  const sentences = [sentence(chance, place), sentence(chance, chance.of(PLACES))];
  if (chance.below(2) === 0) sentences.push(`"${chance.of(REMARKS)}," said ${person(chance)}.`);
  return sentences.join(' ');
}

function sentence(chance: Chance, place: string): string {
  const start = `${capital(chance.of(ACTORS))} of ${place} ${chance.of(VERBS)} ${chance.of(OBJECTS)}`;
  return `${start} on ${chance.of(WEEKDAYS)} ${chance.of(REASONS)}.`;
}

function caption(chance: Chance, place: string): string {
  const day = 1 + chance.below(28);
  return `${person(chance)} (L) and ${person(chance)} (R) look at ${chance.of(OBJECTS)} in ${place}, May ${day}, 2025. /Bench Photo`;
}

function person(chance: Chance): string {
  return `${chance.of(FIRST_NAMES)} ${chance.of(LAST_NAMES)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
