import { announcementId, publicArticle } from '#articles';
import { type Article, originOf, providerSource, topics } from '#contracts';
import { eventRecord, type OutgoingRecord } from '#kafka';

/**
 * The record that tells the consumers of `news.articles.v1` of an article. Told again because an older announcement
 * may have come after it, it is a happening of its own (`corrects`: the write of the story it shows): a consumer that
 * drops event ids it knows must not drop the correction.
 */
export function announcement(article: Article, corrects?: number): OutgoingRecord {
  return eventRecord(topics.articles, {
    key: article.id,
    value: publicArticle(article),
    source: providerSource(article.provider),
    idParts: [announcementId(article), ...(corrects === undefined ? [] : [String(corrects)])],
    receipt: article.raw.receipt,
    origin: originOf(article.raw),
    ...(article.item.versionCreated !== undefined && { time: article.item.versionCreated }),
  });
}
