import type { Article } from '#contracts';
import { associated } from '../media.ts';
import type { Output } from '../output.ts';
import { told } from '../published.ts';
import { element, xmlDocument } from '../xml.ts';
import { bodyContent } from './blocks.ts';
import { bodyHead } from './body-head.ts';
import { docHead } from './head.ts';
import { LOSSES } from './losses.ts';
import { mediaElement } from './media.ts';

/** IPTC NITF 3.6 (https://iptc.org/std/NITF/): a text and what belongs to it; poor in metadata. */
export const nitf: Output = {
  name: 'nitf',
  mediaType: 'application/nitf+xml',
  write,
  losses: LOSSES,
};

function write(article: Article): string {
  const shown = told(article);
  const content = [...bodyContent(shown.item), ...associated(shown).media.map(mediaElement)];
  const root = element(
    'nitf',
    {
      xmlns: 'http://iptc.org/std/NITF/2006-10-18/',
      version: '-//IPTC//DTD NITF 3.6//EN',
      'change.date': 'September 11, 2009',
      'change.time': '12:26',
      baselang: shown.item.language,
    },
    [
      docHead(shown),
      element('body', {}, [bodyHead(shown), content.length === 0 ? undefined : element('body.content', {}, content)]),
    ],
  );
  return xmlDocument(root);
}
