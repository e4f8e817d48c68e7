import { setTimeout as sleep } from 'node:timers/promises';
import { Article, EnrichedStory, type Note, Receipt, topics } from '#contracts';
import { followTopics } from '#kafka';

/**
 * What became of the stories pushed since `since` (milliseconds since 1970): outcomes from `news.receipts.v1`, articles
 * as consumers get them from `news.articles.v1`, and the notes that consumers don't get from `news.enriched.v1`, all by
 * receipt.
 */
export class Outcomes {
  private readonly receipts = new Map<string, Receipt>();
  private readonly articles = new Map<string, Article>();
  private readonly privateNotes = new Map<string, readonly Note[]>();
  private readonly oldest: string;
  private failure: unknown;

  constructor(since: number) {
    this.oldest = since.toString(16).padStart(12, '0');
  }

  /** Reads the topics until `signal` fires. What goes wrong is thrown to whoever waits for an outcome. */
  async follow(brokers: readonly string[], signal: AbortSignal): Promise<void> {
    await this.read(brokers, signal).catch((error: unknown) => {
      this.failure = error;
    });
  }

  /** The outcome of a receipt; undefined when there is none after `milliseconds`. */
  async outcomeOf(receipt: string, milliseconds: number, signal: AbortSignal): Promise<Receipt | undefined> {
    return until(
      () => {
        if (this.failure !== undefined) throw this.failure;
        return this.receipts.get(receipt);
      },
      milliseconds,
      signal,
    );
  }

  /** The article as last announced for a receipt; one with pictures is waited for until their captions are in it. */
  async articleOf(receipt: string, milliseconds: number, signal: AbortSignal): Promise<Article | undefined> {
    const complete = (): Article | undefined => {
      const article = this.articles.get(receipt);
      return article !== undefined && !lacksCaptions(article) ? article : undefined;
    };
    return (await until(complete, milliseconds, signal)) ?? this.articles.get(receipt);
  }

  /** The notes of a story that consumers don't get. */
  privateNotesOf(receipt: string): readonly Note[] {
    return this.privateNotes.get(receipt) ?? [];
  }

  private async read(brokers: readonly string[], signal: AbortSignal): Promise<void> {
    const names = [topics.receipts.name, topics.articles.name, topics.enriched.name];
    for await (const { topic, value } of followTopics({ brokers, topics: names, signal })) {
      if (value === null) continue;
      const data: unknown = JSON.parse(value.toString());
      if (topic === topics.receipts.name) this.addReceipt(Receipt.parse(data));
      else if (topic === topics.articles.name) this.addArticle(Article.parse(data));
      else this.addNotes(EnrichedStory.parse(data));
    }
  }

  private addReceipt(receipt: Receipt): void {
    if (this.isNew(receipt.receipt)) this.receipts.set(receipt.receipt, receipt);
  }

  private addArticle(article: Article): void {
    if (this.isNew(article.raw.receipt)) this.articles.set(article.raw.receipt, article);
  }

  private addNotes({ raw, notes }: EnrichedStory): void {
    if (this.isNew(raw.receipt))
      this.privateNotes.set(
        raw.receipt,
        notes.filter((note) => !note.public),
      );
  }

  /** Receipts begin with their time (UUID version 7): older ones, of an earlier run, need no place in memory. */
  private isNew(receipt: string): boolean {
    return receipt.replace('-', '').slice(0, 12) >= this.oldest;
  }
}

function lacksCaptions({ item, captions }: Article): boolean {
  return captions.length === 0 && (item.associations ?? []).some(({ type }) => type === 'picture');
}

async function until<T>(find: () => T | undefined, milliseconds: number, signal: AbortSignal): Promise<T | undefined> {
  const deadline = performance.now() + milliseconds;
  for (let found = find(); ; found = find()) {
    if (found !== undefined || performance.now() > deadline || signal.aborted) return found;
    await sleep(20);
  }
}
