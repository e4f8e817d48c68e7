import type { Issue, Mention, NinjsItem, Story } from '#contracts';
import { present } from '../present.ts';
import type { StoryReading } from '../read-story.ts';
import type { StoryTimes } from '../story-times.ts';
import { associations } from './associations.ts';
import { isEmpty, named, related, whoAndWhere } from './concepts.ts';
import { eventDetails } from './event-details.ts';
import { identity } from './identity.ts';
import { rightsInfo, trustIndicators } from './rights.ts';
import { subjects } from './subjects.ts';
import { bodies, descriptions, headlines } from './texts.ts';

/** The ninjs 3.1 item of a story. What had to be left out or made up is added to `issues`. Absent stays absent. */
export function buildItem(reading: StoryReading, mentions: readonly Mention[], issues: Issue[]): NinjsItem {
  const { story, language, profile, times } = reading;
  const { uri, ...ids } = identity(story);
  return {
    uri,
    ...ids,
    type: story.type,
    ...present({
      ...asGiven(story),
      ...instants(times),
      language,
      headlines: headlines(reading, issues),
      descriptions: descriptions(reading, issues),
      bodies: bodies(reading),
      edNote: publicNotes(story),
      ...whoAndWhere(story, mentions),
      ...about(story, reading),
      eventDetails: eventDetails(reading),
      rightsInfo: rightsInfo(story, issues),
      trustIndicators: trustIndicators(story, issues),
      associations: associations(story, { uri, profile, issues }),
    }),
  };
}

function asGiven(story: Story) {
  return {
    profile: story.profile,
    version: story.version,
    pubStatus: story.pubStatus,
    urgency: story.urgency,
    title: story.title,
    slugline: story.slugline,
    by: story.by,
    located: story.located,
    copyrightHolder: story.copyrightHolder,
    copyrightNotice: story.copyrightNotice,
    usageTerms: story.usageTerms,
  };
}

/** A page that prints only when it was published or updated was created then, as far as anyone outside can tell. */
function instants(times: StoryTimes) {
  return {
    firstCreated: (times.firstCreated ?? times.published)?.utc,
    versionCreated: (times.versionCreated ?? times.updated ?? times.published)?.utc,
    contentCreated: times.contentCreated?.utc,
    embargoedUntil: times.embargoedUntil?.utc,
    expires: times.expires?.utc,
  };
}

function about(story: Story, { keywords }: StoryReading) {
  const { digitalSourceType } = story;
  return {
    subjects: subjects(story, keywords),
    events: related(story.events),
    objects: related(story.objects),
    genres: story.genres.map(named).filter((genre) => !isEmpty(genre)),
    infoSources: story.infoSources.flatMap((source) => {
      const found = { ...named(source), ...present({ role: source.role }) };
      return isEmpty(found) ? [] : [found];
    }),
    ...(digitalSourceType !== undefined && { digitalSourceType: named(digitalSourceType) }),
  };
}

function publicNotes({ notes }: Story): string {
  const texts = notes.filter((note) => note.public).map(({ text }) => text.trim());
  return texts.filter((text) => text !== '').join('\n');
}
