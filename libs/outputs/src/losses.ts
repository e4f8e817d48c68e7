import type { Loss } from './output.ts';

/** What no format says, or none says so that it is read as it was. */
export const COMMON_LOSSES: readonly Loss[] = [
  { member: 'times.published', because: 'no format has it beside the times of the item' },
  { member: 'times.transmitted', because: 'it is the time of a message, not of the story' },
  {
    member: 'times.firstCreated',
    because: 'where the feed gives none, that of the item is made of the time of publication, and is written',
  },
  {
    member: 'times.versionCreated',
    because: 'where the feed gives none, that of the item is made of other times, and is written',
  },
  { member: 'captions[].uri', because: 'a medium without an identifier gets that of its place in the item' },
  { member: 'captions[].raw', because: 'the caption is written as it was read, without the credit in its line' },
  { member: 'captions[].issues*', because: 'they are of lines that are written no more' },
  {
    member: 'item.associations[].renditions[].duration',
    because: 'the running time that one file has is read as that of the medium',
  },
  { member: 'item.eventDetails*', because: 'an item is read as a story, not as the calendar entry of an event' },
  { member: 'captions[].alternativeText*', because: 'one made by rules is read as one of the feed' },
];

/** What ninjs has no member for, in any version, or none that is read as it was. */
export const NINJS_LOSSES: readonly Loss[] = [
  ...COMMON_LOSSES,
  {
    member: 'change',
    because: 'ninjs has no signals: a status says kill and hold, and a version above 1 is an update',
  },
  { member: 'dateline', because: 'ninjs has no dateline' },
  { member: 'notes[]', because: 'a note of ninjs is one for editors, and is read as not public' },
  { member: 'item.edNote', because: 'a note of ninjs is one for editors, and is read as not public' },
  { member: 'times.updated', because: 'ninjs has no time of change beside that of the version' },
  ...['captions[].caption', 'captions[].credit', 'captions[].photographer', 'item.associations[].by'].map((member) => ({
    member,
    because: 'a medium without a caption is read with its headline for one',
  })),
  ...['', '[]'].map((element) => ({
    member: `item.associations[].descriptions${element}`,
    because: 'a medium without a caption is read with its headline for one',
  })),
  ...['item.associations', 'item.associations[]', 'captions[]'].map((member) => ({
    member,
    because: 'an item that is a picture or a video, and has none, is read as its own',
  })),
  ...['name', 'rel', 'renditions'].map((name) => ({
    member: `item.associations[].${name}`,
    because: 'a medium that is neither picture, graphic, video nor audio is read as a tie to another item',
  })),
  { member: 'item.bodies*', because: 'white space at the start of a line is not kept' },
];
