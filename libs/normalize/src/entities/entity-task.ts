import type { Mention } from '#contracts';
import type { EntityText } from './entity-recognizer.ts';

/** What the pool asks of a worker: the names in these texts. */
export type EntityRequest = { readonly texts: readonly EntityText[] };

/** What a worker answers: the mentions of each text, or why it could not read them. */
export type EntityAnswer = { readonly mentions: Mention[][] } | { readonly error: string };
