/** What a text is in its story, by the role of its component (NewsML 1.2, IptcRole and providers' own). */
export type TextKind = 'body' | 'headline' | 'subheadline' | 'caption' | 'summary' | 'note' | 'none';

const KINDS: readonly (readonly [RegExp, TextKind])[] = [
  [/^(?:title|head(?:ing|line)?)$/i, 'headline'],
  [/^sub-?(?:title|head(?:ing|line)?)$/i, 'subheadline'],
  [/caption|legend/i, 'caption'],
  [/^(?:abstract|summary|teaser|tweettext|synopsis)$/i, 'summary'],
  [/^(?:contacts?|(?:editors?.?)?notes?|notebook|instructions?|advisory)$/i, 'note'],
  [/^(?:stylesheet|metadata)$/i, 'none'],
];

const MEDIA = /^(?:pictures?|photos?|images?|graphics?|logo|videos?|clip|audio|sound|gallery|thumbnail|preview)$/i;

/** The kind of a text in a component of this role; a role of no known meaning, or none, is the body. */
export const textKind = (role: string): TextKind => KINDS.find(([pattern]) => pattern.test(role))?.[1] ?? 'body';

/** Whether a component of this role is about a picture, graphic, video or audio. */
export const isMediaRole = (role: string): boolean => MEDIA.test(role);
