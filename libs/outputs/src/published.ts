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

const MADE = { headlines: 'headline-from-first-paragraph', descriptions: 'summary-from-lead' } as const;

/**
 * The same without the headline and the summary that were made here of the first paragraph, and are marked
 * in the article's issues alone: whoever reads the document makes them as well, and takes no paragraph for a repeated headline.
 */
export function told(article: Article): Published {
  const shown = published(article);
  const { headlines, descriptions, ...item } = shown.item;
  const made = new Set(article.issues.map(({ code }) => code));
  return {
    ...shown,
    item: {
      ...item,
      ...(headlines !== undefined && !made.has(MADE.headlines) && { headlines }),
      ...(descriptions !== undefined && !made.has(MADE.descriptions) && { descriptions }),
    },
  };
}
