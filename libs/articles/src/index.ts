export { announcementId } from './announcement.ts';
export { articleOf, stateOf, withCaptions } from './article-of.ts';
export { foldCaptions } from './fold-captions.ts';
export { foldText } from './fold-text.ts';
export { dueTime, foldTime } from './fold-time.ts';
export { publicArticle, withoutContent } from './public-article.ts';
export { isKilled } from './settle.ts';
export {
  type Outcome,
  type PendingCaptions,
  type Step,
  type StoryState,
  UNKNOWN_STORY,
  type Version,
} from './story-state.ts';
export { compareOrder } from './version-order.ts';
