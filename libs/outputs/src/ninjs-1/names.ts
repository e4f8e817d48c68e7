type Json = Readonly<Record<string, unknown>>;

/** Members by their names as ninjs 1.x has them: each once. */
export function keyed(members: readonly (readonly [string, unknown])[]): Json {
  const found: [string, unknown][] = [];
  const taken = new Set<string>();
  for (const [wanted, value] of members) {
    const name = wordOf(wanted) || 'item';
    let free = name;
    for (let number = 2; taken.has(free); number += 1) free = `${name}_${number}`;
    taken.add(free);
    found.push([free, value]);
  }
  return Object.fromEntries(found);
}

/** Texts as members whose names end with their role: `description_caption`. */
export function names13(
  prefix: string,
  texts: readonly { readonly role?: string | undefined; readonly value: string }[],
  usual: string,
): Json {
  const members = Object.entries(keyed(texts.map(({ role, value }) => [role ?? usual, value])));
  return Object.fromEntries(members.map(([name, value]) => [prefix + name, value]));
}

/** Names have to begin with a letter, digit or `_`; those that JavaScript orders or takes for its own are evaded. */
function wordOf(name: string): string {
  const word = name.trim();
  if (word === '') return '';
  return !/^[a-zA-Z0-9_]/.test(word) || EVADED.test(word) ? `_${word}` : word;
}

const EVADED = /^(?:\d+|__proto__|constructor|prototype)$/;
