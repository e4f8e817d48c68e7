/** How a command ended: all is well, something was found that an operator has to look at, or it could not do its work. */
export const EXIT = { ok: 0, found: 1, failed: 2 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** The command line can't be used. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
