import type { Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { survivingStories } from '../surviving-stories.ts';
import { descendants, type XmlElement } from '../xml-element.ts';
import { readNews } from './read-news.ts';

/** All stories of a document. Throws `no-story` for a queue that is empty. */
export function storiesOf(root: XmlElement): Story[] {
  const news = root.name === 'RBNews' ? [root] : descendants(root, 'RBNews');
  if (news.length === 0) throw new DocumentError('no-story', 'no RBNews in the queue', { path: root.name });
  return survivingStories(
    news.map((each, index) => {
      const path = news.length === 1 ? 'RBNews' : `RBNews[${index + 1}]`;
      return { path, read: () => readNews(each, path) };
    }),
  );
}
