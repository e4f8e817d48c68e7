import type { CaptionPerson } from '#contracts';
import type { Span } from './caption-reading.ts';
import type { Token } from './tokens.ts';

/** A person in the picture and where the name stands. */
export interface FoundPerson extends Span {
  person: CaptionPerson;
}

/** Where in the caption the reader is: what decides whether a name is somebody seen. */
export interface Walk {
  text: string;
  tokens: readonly Token[];
  /** First token not yet taken by a person. */
  floor: number;
  mainClause: boolean;
  /** Nothing but a determiner or a date has come before in this sentence. */
  subject: boolean;
  /** The mark of a list that is being read ("From left"), and how many of it were found. */
  list?: { mark: string; count: number };
  /** German writes every noun with a capital: there a name needs more than that. */
  nouns: boolean;
  found: FoundPerson[];
}

/** A walk at the beginning of a caption. */
export function walkOver(text: string, tokens: readonly Token[]): Walk {
  const nouns = GERMAN.test(text) || (UMLAUT.test(text) && !ENGLISH.test(text));
  return { text, tokens, floor: 0, mainClause: true, subject: true, nouns, found: [] };
}

const UMLAUT = /[äöüß]/i;
const ENGLISH = /\b(?:the|of|and|with)\b/;
const GERMAN = /(?:^|\s)(?:der|das|und|ist|im|auf|ein|eine|dem|den|einer|einem)\s/;
