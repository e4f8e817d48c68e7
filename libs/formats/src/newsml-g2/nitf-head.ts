import { child, children, descendants, lineOf, type XmlElement } from '../xml-element.ts';
import type { InlineContent } from './inline-content.ts';

/** Reads NITF's `body.head` (headlines, byline, dateline, abstract) beside the body; all else in it goes to the notes. */
export function readNitfHead(head: XmlElement | undefined, content: InlineContent): void {
  for (const each of children(head)) {
    const text = lineOf(each);
    if (text === undefined) continue;
    if (each.name === 'hedline' || each.name === 'headline') readHeadlines(each, text, content);
    else if (each.name === 'byline') content.by ??= bylineOf(each);
    else if (each.name === 'dateline') content.dateline ??= text;
    else if (each.name === 'abstract') content.descriptions.push({ role: 'abstract', value: text });
    else content.notes.push({ role: each.name, text, public: false });
  }
}

function readHeadlines(element: XmlElement, text: string, { headlines }: InlineContent): void {
  const lines = [...descendants(element, 'hl1'), ...descendants(element, 'hl2')];
  if (lines.length === 0) headlines.push({ value: text });
  for (const line of lines) {
    const value = lineOf(line);
    if (value !== undefined) headlines.push(line.name === 'hl1' ? { value } : { role: 'hl2', value });
  }
}

/** A byline's parts stand in elements of their own, often with no space between. */
function bylineOf(byline: XmlElement): string {
  const parts = byline.children.flatMap((each) =>
    typeof each === 'string' ? each.replace(/\s+/g, ' ').trim() || [] : (lineOf(each) ?? []),
  );
  return child(byline, 'byttl') === undefined ? parts.join(' ') : parts.join(' ').replace(/ ,/g, ',');
}
