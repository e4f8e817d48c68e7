/** An object's members without those that are undefined, as optional ones. */
type Stated<T> = { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> } & {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
};

/** The members that say something: what the source doesn't state is left out of a story, not undefined in it. */
export function stated<T extends object>(members: T): Stated<T> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(members)) if (value !== undefined) kept[name] = value;
  return kept as Stated<T>;
}
