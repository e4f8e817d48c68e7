import { withoutContent } from '#articles';
import type { Article, NinjsItem } from '#contracts';

/** What of an article goes out: the article without private notes, its status said in the words of ninjs. */
export type Published = Pick<Article, 'change' | 'times' | 'dateline' | 'notes' | 'captions' | 'trace'> & {
  /** Who sent the story. */
  readonly provider: string;
  readonly item: NinjsItem;
};

/**
 * Takes out of an article what never goes out: notes that are not public, and all content of a canceled one. What is
 * embargoed or withheld goes out whole, with its embargo or status: the receiver has to honour it.
 */
export function published(article: Article): Published {
  const { state } = article;
  const shown = state === 'canceled' ? withoutContent(article) : article;
  const status = state === 'canceled' || state === 'withheld' ? { pubStatus: state } : {};
  return { ...shown, item: { ...shown.item, ...status }, notes: shown.notes.filter((note) => note.public) };
}
