import type { Change, PrintedTime } from '#contracts';
import { keyOf, wireGuid } from '../wire-text/wire-guid.ts';
import type { Header } from './header.ts';

/** What of a message can name its story. */
export type Naming = {
  readonly header: Header;
  readonly change: Change | undefined;
  readonly time: PrintedTime | undefined;
  /** Keywords and headline. */
  readonly words: string;
  readonly text: readonly string[];
};

/**
 * The guid of a message's story: source, number and day, since numbers begin anew every day; without a date its words
 * in place of the day. A version that names the message it changes ("Please do not use eca0124") belongs to that one.
 */
export function guidOf({ header, change, time, words, text }: Naming): string {
  const number = (change === undefined ? undefined : changedNumber(header, text)) ?? header.number;
  const day = (time?.local ?? time?.utc)?.slice(0, 10) ?? keyOf(words);
  return wireGuid('iptc-7901', [header.source.toLowerCase(), String(Number(number)), day]);
}

/** The number of the message that a text says it changes, by the source and number of that one's header. */
export function changedNumber({ source, number }: Header, text: readonly string[]): string | undefined {
  const named = new RegExp(`\\b${source}\\s?(\\d{2,5})\\b`, 'i');
  for (const line of text) {
    const found = named.exec(line)?.[1];
    if (found !== undefined && Number(found) !== Number(number)) return found;
  }
  return undefined;
}
