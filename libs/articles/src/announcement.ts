import { createHash } from 'node:crypto';
import type { Article } from '#contracts';

/** The id of an announcement: the same whenever the same version is announced in the same state with the same parts. */
export function announcementId(article: Article): string {
  const parts = [article.id, article.versionId, article.state, article.captions.length > 0 ? 'captions' : 'text'];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}
