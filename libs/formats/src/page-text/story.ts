import { emptyStory, type Story } from '#contracts';
import { textBlock } from '../html-blocks.ts';
import { PageMedia } from './media.ts';
import type { Segment } from './segment.ts';
import type { TimeLine } from './time-line.ts';

type Draft = Omit<Story, 'guid'>;

/** Puts the segments of a page together as a story that has no guid yet. What was decided on little evidence is in its `issues`. */
export function storyOf(segments: readonly Segment[]): Draft {
  const story: Draft = { format: 'page-text', type: 'text', ...emptyStory() };
  const media = new PageMedia();
  for (const segment of segments) {
    add(story, media, segment);
    if (segment.weak) issue(story, `${segment.kind}-uncertain`, segment.line);
  }
  story.media.push(...media.media);
  return story;
}

function add(story: Draft, media: PageMedia, segment: Segment): void {
  switch (segment.kind) {
    case 'headline':
      story.headlines.push({ value: segment.text });
      break;
    case 'paragraph':
    case 'heading':
      story.body.push(textBlock(segment.kind, segment.text));
      break;
    case 'caption': {
      const block = media.caption(segment.text);
      if (block !== undefined) story.body.push(block);
      break;
    }
    case 'duration':
      story.body.push(media.video(segment.seconds));
      break;
    default:
      addAround(story, segment);
  }
}

function addAround(story: Draft, segment: Segment): void {
  switch (segment.kind) {
    case 'times':
      for (const time of segment.times) addTime(story, time, segment.line);
      break;
    case 'byline':
      story.by = segment.byline.raw;
      story.contributors.push(...segment.byline.contributors);
      break;
    case 'tags':
      story.keywords.push(...segment.tags.filter((tag) => !story.keywords.includes(tag)));
      break;
    case 'sources':
      story.infoSources.push(...segment.names.map((name) => ({ name })));
      break;
    case 'note':
      if (segment.text !== '') story.notes.push({ role: "editor's note", text: segment.text, public: true });
      break;
    case 'teaser':
    case 'read-more':
      if (segment.text !== '') story.relations.push({ rel: 'seeAlso', title: segment.text });
      break;
    case 'repeat':
      issue(story, 'headline-repeated', segment.line);
  }
}

function addTime(story: Draft, { name, time, labelled, read }: TimeLine, line: number): void {
  if (!labelled) issue(story, 'time-without-label', line);
  if (!read) issue(story, 'time-unread', line);
  if (story.times[name] !== undefined) issue(story, 'time-repeated', line);
  else story.times[name] = time;
}

function issue(story: Draft, code: string, line: number): void {
  story.issues.push({ code, path: `line ${line}` });
}
