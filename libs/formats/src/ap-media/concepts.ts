import type { Concept, Story } from '#contracts';
import type { JsonObject } from '../json-object.ts';

/** What AP says of a concept beyond its name, and a story has no room for. */
const NOT_KEPT = [
  'parentids',
  'topparent',
  'types',
  'type',
  'extid',
  'geometry_geojson',
  'locationtype',
  'editorial_subject',
];
const NOT_KEPT_OF_NAMES = [
  'associatedstates',
  'associatedevents',
  'teams',
  'industries',
  'phonetic',
  'properties',
  'rels',
];

type Topics = Pick<Story, 'subjects' | 'people' | 'organisations' | 'places' | 'events' | 'genres'>;

/** What an item is about ("AP Classification Metadata"): its own vocabulary, categories, audiences and forms. */
export function readTopics(item: JsonObject): Topics {
  const list = (name: string, rel?: string): Concept[] =>
    item.objects(name).flatMap((concept) => readConcept(concept, rel));
  return {
    subjects: [...list('subject'), ...list('audiences', 'audience')],
    people: list('person'),
    organisations: [...list('organisation'), ...list('company')],
    places: list('place'),
    events: list('event'),
    genres: [...list('fixture', 'fixture'), ...named(item, 'editorialrole'), ...named(item, 'editorialtypes')],
  };
}

function named(item: JsonObject, member: string): Concept[] {
  return item.texts(member).map((name) => ({ name, rel: member }));
}

function readConcept(concept: JsonObject, usualRel: string | undefined): Concept[] {
  const name = concept.text('name');
  const code = concept.text('code');
  const scheme = concept.text('scheme');
  const rel = usualRel ?? concept.texts('rels')[0];
  const creator = concept.text('creator');
  const relevance = concept.integer('relevance', 0, 100);
  const symbols = concept.objects('symbols').map(readSymbol);
  concept.ignore([...NOT_KEPT, ...NOT_KEPT_OF_NAMES]);
  concept.close();
  if (name === undefined && code === undefined) return [];
  return [
    {
      ...(name !== undefined && { name }),
      ...(scheme !== undefined && code !== undefined && /[/#]$/.test(scheme) && { uri: scheme + code }),
      ...(scheme !== undefined && { scheme }),
      ...(code !== undefined && { code }),
      ...(rel !== undefined && { rel }),
      ...(relevance !== undefined && { relevance }),
      ...(creator !== undefined && { creator }),
      ...(symbols.length > 0 && { symbols }),
    },
  ];
}

function readSymbol(symbol: JsonObject): NonNullable<Concept['symbols']>[number] {
  const exchange = symbol.text('exchange');
  const ticker = symbol.text('ticker', 'instrument', 'symbol');
  return {
    ...(exchange !== undefined && { exchange }),
    ...(ticker !== undefined && { symbolType: 'ticker', symbol: ticker }),
  };
}
