import type { NinjsItem } from '#contracts';

type Concept = {
  name?: string | undefined;
  rel?: string | undefined;
  uri?: string | undefined;
  literal?: string | undefined;
};
type Json = Readonly<Record<string, unknown>>;

const SCHEME = /^https?:\/\/.*[/#](?=[^/#]+$)/;

/** A concept with the scheme and code that ninjs 1.x knows: its URI cut before the last part, else its literal alone. */
export function concept13({ name, rel, uri, literal }: Concept): Json {
  return { ...(name !== undefined && { name }), ...(rel !== undefined && { rel }), ...coded(uri, literal) };
}

/** An organisation with its symbols: all that stand on a ticker. */
export function organisation13(organisation: NonNullable<NinjsItem['organisations']>[number]): Json {
  const symbols = (organisation.symbols ?? []).map(({ symbol, exchange }) => ({
    ...(symbol !== undefined && { ticker: symbol }),
    ...(exchange !== undefined && { exchange }),
  }));
  return { ...concept13(organisation), ...(symbols.length > 0 && { symbols }) };
}

/** A source, whose role is its relation. */
export function source13({ role, ...source }: NonNullable<NinjsItem['infoSources']>[number]): Json {
  return concept13({ ...source, rel: role });
}

/** A link to a document about trust; its role is the code. */
export function trust13({ role, title, href }: NonNullable<NinjsItem['trustIndicators']>[number]): Json {
  return { ...coded(role, undefined), ...(title !== undefined && { title }), ...(href !== undefined && { href }) };
}

function coded(uri: string | undefined, literal: string | undefined): Json {
  const [scheme] = SCHEME.exec(uri ?? '') ?? [];
  if (uri !== undefined && scheme !== undefined) return { scheme, code: uri.slice(scheme.length) };
  const code = literal ?? uri;
  return code === undefined ? {} : { code };
}
