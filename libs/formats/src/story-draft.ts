import { emptyStory, type Story } from '#contracts';

/** What is read of a story piece by piece, before it is known which story it is. */
export type StoryDraft = Omit<Story, 'format' | 'guid' | 'type'>;

/** A draft that says nothing yet. */
export const emptyDraft = (): StoryDraft => emptyStory();
