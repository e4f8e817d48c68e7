import type { Concept } from '#contracts';
import type { Members } from './members.ts';

/** What ninjs knows of a concept and a story has no room for. */
const NOT_KEPT: ReadonlySet<string> = new Set(['contactinfo', 'geojson', 'id']);

type Sourced = Concept & { role?: string };

/**
 * The concepts of the first member present: `scheme` and `code` of 1.x, `uri` and `literal` of 2.x and 3.x, `qcode` of
 * Superdesk. Throws `invalid-member` for anything but an array of objects.
 */
export function readConcepts(members: Members, ...names: readonly string[]): Concept[] {
  return members.objects(...names).map(readConcept);
}

/** The sources of an item: concepts with a role, which ninjs 1.x calls their relation. */
export function readInfoSources(members: Members): Sourced[] {
  return members.objects('infosources', 'infosource').map((source) => {
    const written = source.text('role');
    const concept = readConcept(source);
    const role = written ?? concept.rel;
    return { ...concept, ...(role !== undefined && { role }) };
  });
}

/** One concept. What it says and a story has no room for is noted. */
export function readConcept(members: Members): Concept {
  const name = members.text('name');
  const rel = members.text('rel');
  const scheme = members.text('scheme');
  const code = members.textOrNumber('code', 'literal', 'qcode');
  const uri = members.text('uri') ?? uriOf(scheme, code);
  const creator = members.text('creator');
  const relevance = members.integer('relevance', 0, 100);
  const confidence = members.integer('confidence', 0, 100);
  const symbols = members.objects('symbols').map(readSymbol);
  members.close(NOT_KEPT);
  return {
    ...(name !== undefined && { name }),
    ...(uri !== undefined && { uri }),
    ...(scheme !== undefined && { scheme }),
    ...(code !== undefined && { code }),
    ...(rel !== undefined && { rel }),
    ...(relevance !== undefined && { relevance }),
    ...(confidence !== undefined && { confidence }),
    ...(creator !== undefined && { creator }),
    ...(symbols.length > 0 && { symbols }),
  };
}

/** In ninjs 1.x a scheme is the address of a vocabulary, and the code is what follows it. */
function uriOf(scheme: string | undefined, code: string | undefined): string | undefined {
  return scheme !== undefined && code !== undefined && /^https?:\/\/.*[/#]$/.test(scheme) ? scheme + code : undefined;
}

function readSymbol(members: Members): NonNullable<Concept['symbols']>[number] {
  const exchange = members.text('exchange');
  const symbolType = members.text('symboltype');
  const symbol = members.text('symbol');
  const ticker = members.text('ticker');
  members.close();
  return {
    ...(exchange !== undefined && { exchange }),
    ...(symbolType !== undefined ? { symbolType } : ticker !== undefined && { symbolType: 'ticker' }),
    ...((symbol ?? ticker) !== undefined && { symbol: symbol ?? ticker }),
  };
}
