/** Something that is wrong: which check says so, where it is (`Deployment/ingest`, a file), and what it is. */
export type Finding = { readonly check: string; readonly where: string; readonly what: string };

/** Makes findings of one check. */
export function findings(check: string): { readonly found: Finding[]; say(where: string, what: string): void } {
  const found: Finding[] = [];
  return { found, say: (where, what) => void found.push({ check, where, what }) };
}
