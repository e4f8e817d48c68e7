import { emptyStory, type Format, type Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { attr, type XmlElement } from '../xml-element.ts';
import { timeOf } from './times.ts';

/** A deleted entry (RFC 6721): a kill of the story it names. Throws `missing-identifier` without a `ref`. */
export function tombstone(element: XmlElement, format: Format, path: string): Story {
  const guid = attr(element, 'ref');
  if (guid === undefined) throw new DocumentError('missing-identifier', 'the deleted entry has no ref', { path });
  const issues: Story['issues'] = [];
  const updated = timeOf(attr(element, 'when'), 'when', issues);
  return {
    ...emptyStory(),
    format,
    guid,
    type: 'text',
    change: 'kill',
    pubStatus: 'canceled',
    times: { ...(updated && { updated }) },
    issues,
  };
}
