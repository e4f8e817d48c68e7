import type { Concept, Story } from '#contracts';
import type { JsonObject } from '../json-object.ts';
import { stated } from '../stated.ts';

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
  const [rel = usualRel] = usualRel === undefined ? concept.texts('rels') : [usualRel];
  const symbols = concept.objects('symbols').map(readSymbol);
  const found = stated({
    name,
    uri: scheme !== undefined && code !== undefined && /[/#]$/.test(scheme) ? scheme + code : undefined,
    scheme,
    code,
    rel,
    relevance: concept.integer('relevance', 0, 100),
    creator: concept.text('creator'),
    symbols: symbols.length > 0 ? symbols : undefined,
  });
  concept.ignore([...NOT_KEPT, ...NOT_KEPT_OF_NAMES]);
  concept.close();
  return name === undefined && code === undefined ? [] : [found];
}

function readSymbol(symbol: JsonObject): NonNullable<Concept['symbols']>[number] {
  const ticker = symbol.text('ticker', 'instrument', 'symbol');
  return stated({
    exchange: symbol.text('exchange'),
    symbolType: ticker === undefined ? undefined : 'ticker',
    symbol: ticker,
  });
}
