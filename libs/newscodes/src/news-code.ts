/** The two vocabularies of the IPTC for what news is about, by their scheme aliases. */
export type Vocabulary = 'medtop' | 'subj';

/** One code of them, as a concept of a story names it; `name` in English. */
export type NewsCode = {
  readonly scheme: Vocabulary;
  readonly code: string;
  readonly uri: string;
  readonly name: string;
};
