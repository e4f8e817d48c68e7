type Json = Readonly<Record<string, unknown>>;

/** Members by their names as ninjs 1.x has them: made of letters, digits and `_` alone, each once. */
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

function wordOf(name: string): string {
  return name.replace(/[^a-zA-Z0-9_]+/g, '_').replace(/^_+|_+$/g, '');
}
