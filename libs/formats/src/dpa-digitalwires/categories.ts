import type { Concept, Contributor, Story } from '#contracts';
import type { JsonObject } from '../json-object.ts';

/** A category of an entry: a concept of one of dpa's types, the part of its type behind the colon. */
export type Category = {
  readonly type: string;
  readonly concept: Concept;
  readonly role?: string;
};

/** Of a point of interest, whose name with the address stands beside its own. */
const NOT_KEPT = ['geojson', 'name'];

/** All categories, by rank as dpa orders them: those of one type that have ranks first, the lowest first. */
export function readCategories(entry: JsonObject): Category[] {
  const found = entry.objects('categories').map((category) => ({
    rank: category.number('rank') ?? Number.MAX_SAFE_INTEGER,
    read: readCategory(category),
  }));
  return found.toSorted((a, b) => a.rank - b.rank).flatMap(({ read }) => read);
}

function readCategory(category: JsonObject): Category[] {
  const type = category.text('type')?.replace(/^dnltype:/, '');
  const name = pointName(category) ?? category.text('name');
  const qcode = category.text('qcode');
  const role = category.text('role');
  category.ignore(NOT_KEPT);
  category.close();
  if (type === undefined || (name === undefined && qcode === undefined)) return [];
  const concept = { ...(name !== undefined && { name }), ...codeOf(qcode) };
  return [{ type, concept, ...(role !== undefined && { role: afterColon(role) }) }];
}

/** A point of interest is named with its address; its own name stands in its GeoJSON. */
function pointName(category: JsonObject): string | undefined {
  return category.object('geojson')?.object('properties')?.text('name');
}

const MEDIA_TOPICS = 'http://cv.iptc.org/newscodes/mediatopic/';

/** `medtop:20000170` as scheme and code; the IPTC's own scheme is resolved. */
function codeOf(qcode: string | undefined): Partial<Concept> {
  const [, scheme, code] = /^([^:]+):(.+)$/s.exec(qcode ?? '') ?? [];
  if (scheme === undefined || code === undefined) return qcode === undefined ? {} : { code: qcode };
  return { ...(scheme === 'medtop' && { uri: MEDIA_TOPICS + code }), scheme, code };
}

/** The part of a code behind its scheme: `drol:caption` is `caption`. */
export const afterColon = (code: string): string => code.slice(code.indexOf(':') + 1);

type Topics = Pick<
  Story,
  'subjects' | 'people' | 'organisations' | 'places' | 'events' | 'genres' | 'keywords' | 'contributors' | 'infoSources'
>;

/** The lists of concepts by the types that go there, in the order of the types. An unknown type is a subject under its name. */
const LISTS = {
  subjects: ['desk', 'dpasubject', 'subject'],
  people: ['person'],
  organisations: ['organisation', 'organization', 'company'],
  places: ['geosubject', 'poi'],
  events: ['event'],
  genres: ['genre'],
} as const;

/** Types that are said elsewhere in the entry, or that only say how it is distributed. */
const ELSEWHERE = ['signal', 'pubstatus', 'urgency', 'located', 'locationcreated', 'rubric', 'language'];
const ROLES = ['keyword', 'creator', 'contributor', 'provider', 'wire', 'infosource'];

/** What an entry is about, who made it, where it comes from. */
export function topicsOf(categories: readonly Category[]): Topics {
  const of = (types: readonly string[]) => types.flatMap((type) => categories.filter((each) => each.type === type));
  const concepts = (types: readonly string[]) => of(types).map(({ concept }) => concept);
  const known = new Set<string>([...Object.values(LISTS).flat(), ...ELSEWHERE, ...ROLES]);
  const others = categories.filter(({ type }) => !known.has(type));
  return {
    subjects: [...concepts(LISTS.subjects), ...others.map(({ type, concept }) => ({ ...concept, rel: type }))],
    people: concepts(LISTS.people),
    organisations: concepts(LISTS.organisations),
    places: concepts(LISTS.places),
    events: concepts(LISTS.events),
    genres: concepts(LISTS.genres),
    keywords: of(['keyword']).flatMap(({ concept }) => concept.name ?? []),
    contributors: of(['creator', 'contributor']).flatMap(contributorOf),
    infoSources: [
      ...of(['provider']).map(({ concept }) => ({ ...concept, role: 'provider' })),
      ...of(['wire']).map(({ concept }) => ({ ...concept, role: 'service' })),
      ...of(['infosource']).map(({ concept, role }) => ({ ...concept, ...(role !== undefined && { role }) })),
    ],
  };
}

function contributorOf({ type, concept, role }: Category): Contributor[] {
  return concept.name === undefined ? [] : [{ name: concept.name, role: role ?? type }];
}
