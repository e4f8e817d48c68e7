import type { Article, ArticleState, Association, EnrichedStory, PictureCaption } from '#contracts';

/**
 * The article of one version: text part and picture part put together. The first associations of an item are its media
 * in order, so a caption finds its picture by index. `now` (ISO 8601, UTC) decides whether an embargo or an expiry holds.
 */
export function articleOf(text: EnrichedStory, captions: readonly PictureCaption[], now: string): Article {
  const article: Article = { ...text, state: stateOf(text, now), captions: [] };
  return captions.length === 0 ? article : withCaptions(article, captions);
}

/** The article with its picture part, in place of whatever picture part it had. */
export function withCaptions(article: Article, captions: readonly PictureCaption[]): Article {
  const { associations } = article.item;
  if (associations === undefined) return { ...article, captions: [...captions] };
  const captioned = associations.map((association, index) => {
    const caption = captions.find((candidate) => candidate.media === index);
    return caption === undefined ? association : captionedAssociation(association, caption);
  });
  return { ...article, item: { ...article.item, associations: captioned }, captions: [...captions] };
}

function captionedAssociation(association: Association, read: PictureCaption): Association {
  const others = (association.descriptions ?? []).filter(({ role }) => role !== 'caption' && role !== 'altText');
  const descriptions = [
    ...(read.caption === undefined ? [] : [{ role: 'caption', contentType: 'text/plain', value: read.caption }]),
    ...(read.alternativeText === undefined
      ? []
      : [{ role: 'altText', contentType: 'text/plain', value: read.alternativeText.value }]),
    ...others,
  ];
  const by = association.by ?? read.photographer;
  return { ...association, ...(descriptions.length > 0 && { descriptions }), ...(by !== undefined && { by }) };
}

/** What may be done with a version: the feed's word first, then what its times say at `now`. */
export function stateOf({ change, item }: Pick<EnrichedStory, 'change' | 'item'>, now: string): ArticleState {
  if (change === 'kill' || item.pubStatus === 'canceled') return 'canceled';
  if (change === 'hold' || item.pubStatus === 'withheld') return 'withheld';
  const at = Date.parse(now);
  if (item.embargoedUntil !== undefined && Date.parse(item.embargoedUntil) > at) return 'embargoed';
  if (item.expires !== undefined && Date.parse(item.expires) <= at) return 'expired';
  return 'usable';
}
