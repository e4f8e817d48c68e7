/** Hands out names for the members of one list: the wanted name, or with `-2`, `-3` … behind it when it is taken. */
export function uniqueNames(): (wanted: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (wanted) => {
    let name = wanted;
    let number = next.get(wanted) ?? 2;
    while (taken.has(name)) {
      name = `${wanted}-${number}`;
      number += 1;
    }
    next.set(wanted, number);
    taken.add(name);
    return name;
  };
}
