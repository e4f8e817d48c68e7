import type { Block, Note } from '#contracts';

/** A body parted into what is for readers and the notes of the desk. */
export type PartedBody = { readonly body: Block[]; readonly notes: Note[] };
