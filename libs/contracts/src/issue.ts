import { z } from 'zod';

/** Something a parser or a later stage noticed: never an exception, never lost. `code` is stable kebab-case, `path` says where. */
export const Issue = z
  .object({
    code: z.string(),
    path: z.string().optional(),
    message: z.string().optional(),
  })
  .meta({ id: 'Issue' });
export type Issue = z.output<typeof Issue>;
