import type { Concept } from '#contracts';

/** The concepts, each once: of two with the same code, or the same name without a code, the members of both are kept. */
export function uniqueConcepts(concepts: readonly Concept[]): Concept[] {
  const found = new Map<string, Concept>();
  for (const concept of concepts) {
    const key = keyOf(concept);
    found.set(key, { ...concept, ...found.get(key) });
  }
  return [...found.values()];
}

/** The concepts without those that are merely mentioned in the text (`rel: mentioned`) and named by name elsewhere too. */
export function withoutMentions(concepts: readonly Concept[]): Concept[] {
  const others = concepts.filter(({ rel }) => rel !== 'mentioned');
  const named = new Set(others.map(({ name }) => name?.toLowerCase()));
  return concepts.filter(
    ({ rel, name }) => rel !== 'mentioned' || name === undefined || !named.has(name.toLowerCase()),
  );
}

function keyOf({ scheme, code, uri, name, rel }: Concept): string {
  if (code !== undefined) return JSON.stringify([scheme, code, rel]);
  return JSON.stringify([uri, uri === undefined ? name?.toLowerCase() : undefined, rel]);
}
