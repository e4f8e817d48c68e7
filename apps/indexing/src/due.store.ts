import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Collection, Filter } from 'mongodb';
import type { Connection } from 'mongoose';
import { type ArticleDocument, DUE_FIRST } from './article.schema.ts';
import { type StoredStory, storedStory } from './story-documents.ts';

/** Most stories of one reading: what one bulk write and one produce take well. */
const MAX_STORIES = 100;

/** What time will change, in MongoDB: `Ledger.due`, written with the article by `ArticleStore`. */
@Injectable()
export class DueStore {
  private readonly articles: Collection<ArticleDocument>;

  constructor(@InjectConnection() connection: Connection) {
    this.articles = connection.collection<ArticleDocument>('articles');
  }

  /** The stories that are due at `now`, without their revisions, the longest due first; not all of them when many are. */
  async due(now: Date): Promise<Map<string, StoredStory>> {
    const documents = await this.first({ 'ledger.due': { $lte: now } }, MAX_STORIES).toArray();
    return new Map(documents.map((document) => [document._id, storedStory(document, [])]));
  }

  /** When the next one after `now` will be due. */
  async next(now: Date): Promise<Date | undefined> {
    const [document] = await this.first({ 'ledger.due': { $gt: now } }, 1)
      .project<{ ledger: { due: Date } }>({ 'ledger.due': 1 })
      .toArray();
    return document?.ledger.due;
  }

  /** How many articles are under an embargo. */
  waiting(): Promise<number> {
    return this.articles.countDocuments({ 'ledger.due': { $exists: true }, state: 'embargoed' }, { hint: DUE_FIRST });
  }

  /**
   * What became of a due story, as of its write `seq`, was announced: it is due no more, or at `next`. Resolves with
   * false when the story has moved on, or somebody else was here before. Not waiting for the majority: what is lost of
   * it is done again.
   */
  async announced(id: string, { seq, due }: StoredStory, next: number | undefined): Promise<boolean> {
    if (due === undefined) return false;
    const update = next === undefined ? { $unset: { 'ledger.due': true } } : { $set: { 'ledger.due': new Date(next) } };
    const { modifiedCount } = await this.articles.updateOne(
      { _id: id, 'ledger.seq': seq, 'ledger.due': due } as Filter<ArticleDocument>,
      update as object,
    );
    return modifiedCount === 1;
  }

  /** By the index alone: without it every look would read the whole collection. */
  private first(filter: object, limit: number) {
    return this.articles.find(filter, { readConcern: 'majority', sort: DUE_FIRST, limit, hint: DUE_FIRST });
  }
}
