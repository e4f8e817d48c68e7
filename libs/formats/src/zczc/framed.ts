import { trimmedLines, wireLines } from '../wire-text/wire-lines.ts';
import { readFields } from './fields.ts';
import type { Message } from './message.ts';

const START = /^[^\S\r\n]*ZCZC(?=[\s\d/]|$)/m;
const END = /\bNNNN[^\S\n]*$/m;
const LINE_END = /\r{0,2}\n|\r/g;
/** Codes for the machines on the way ("YY TDR", "XEF12345_SXA_QBXB"): capitals, in short groups or with digits or brackets. */
const ROUTING = /^(?:(?=.*[\d_(])[A-Z\d_()/ ]{2,60}|[A-Z\d]{1,4}(?: [A-Z\d]{1,4}){0,8})$/;
const MOST_ROUTING = 2;

/** The telegrams of a document, from ZCZC to NNNN, or to the next one where the end is lost. */
export function framedMessages(text: string): Message[] {
  const [, ...parts] = text.replace(LINE_END, '\n').split(new RegExp(START, 'gm'));
  return parts.map((part) => {
    const end = END.exec(part);
    return readFrame(trimmedFrame(end === null ? part : part.slice(0, end.index)));
  });
}

function trimmedFrame(part: string): { readonly channel: string; readonly lines: string[] } {
  const [channel = '', ...lines] = wireLines(part);
  return { channel: channel.replace(/^[\s/]+/, ''), lines: trimmedLines(lines) };
}

function readFrame({ channel, lines }: { readonly channel: string; readonly lines: readonly string[] }): Message {
  let first = 0;
  while (first < MOST_ROUTING && ROUTING.test(lines[first] ?? '')) first++;
  const message = readFields(lines.slice(first));
  return {
    ...message,
    ...(channel !== '' && { channel }),
    routing: [...lines.slice(0, first), ...message.routing],
  };
}

/** Whether a text is a telegram by its first word. */
export function isFramed(head: string): boolean {
  return /^[\s\x00-\x1f\ufeff]*ZCZC(?=[\s\d/]|$)/.test(head);
}
