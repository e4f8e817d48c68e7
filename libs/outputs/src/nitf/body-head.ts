import type { Published } from '../published.ts';
import { element, mixed, textElement, type XmlElement, type XmlNode } from '../xml.ts';

/** What stands above the text: headlines, byline, who distributes it, dateline, summaries. */
export function bodyHead({ item, dateline }: Published): XmlElement | undefined {
  const distributor = item.infoSources?.find(({ role, name }) => role === 'provider' && name !== undefined);
  const parts = [
    hedline(item.headlines?.map(({ value }) => value) ?? []),
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

function abstract(text: string): XmlNode {
  const paragraphs = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  return paragraphs.length === 0
    ? undefined
    : element(
        'abstract',
        {},
        paragraphs.map((line) => mixed('p', {}, [line])),
      );
}
