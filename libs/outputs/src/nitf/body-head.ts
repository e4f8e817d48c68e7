import type { Published } from '../published.ts';
import { element, mixed, textElement, type XmlElement, type XmlNode } from '../xml.ts';

/** What stands above the text: headlines, notes to readers, rights, byline, who distributes it, dateline, summaries. */
export function bodyHead({ item, dateline, notes }: Published): XmlElement | undefined {
  const distributor = item.infoSources?.find(({ role, name }) => role === 'provider' && name !== undefined);
  const parts = [
    hedline(item.headlines?.map(({ value }) => value) ?? []),
    ...notes.map(({ text }) => note(text)),
    textElement('rights', item.copyrightNotice),
    textElement('byline', item.by),
    distributor === undefined ? undefined : element('distributor', {}, [textElement('org', distributor.name)]),
    textElement('dateline', dateline?.text),
    ...(item.descriptions ?? []).map(({ value }) => abstract(value)),
  ];
  return parts.every((part) => part === undefined) ? undefined : element('body.head', {}, parts);
}

function hedline([first, ...others]: readonly string[]): XmlNode {
  if (first === undefined) return undefined;
  return element('hedline', {}, [mixed('hl1', {}, [first]), ...others.map((value) => mixed('hl2', {}, [value]))]);
}

/** A note that may be published: in NITF an advisory of that type. */
function note(text: string): XmlNode {
  const lines = paragraphs(text);
  return lines.length === 0 ? undefined : element('note', { type: 'pa' }, [element('body.content', {}, lines)]);
}

function abstract(text: string): XmlNode {
  const lines = paragraphs(text);
  return lines.length === 0 ? undefined : element('abstract', {}, lines);
}

function paragraphs(text: string): XmlElement[] {
  return text
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .map((line) => mixed('p', {}, [line]));
}
