import type { Story } from '#contracts';
import { attr, child, children, lineOf, textOf, type XmlElement } from '../xml-element.ts';
import { shortCode } from './catalog.ts';
import { nameOf } from './concept.ts';
import { type ItemContext, inLanguage } from './item-context.ts';

export type Rights = Pick<Story, 'copyrightHolder' | 'copyrightNotice' | 'usageTerms' | 'rightsInfo'>;

/** Rights information of an item, in the item's language; rights of parts alone (`idrefs`) are left out. */
export function readRights(item: XmlElement, context: ItemContext): Rights {
  const infos = children(item, 'rightsInfo');
  const info = infos.find((each) => attr(each, 'idrefs') === undefined) ?? infos[0];
  const holder = child(info, 'copyrightHolder');
  const copyrightHolder =
    holder && (nameOf(holder, context) ?? lineOf(holder) ?? shortCode(context.catalog.codeOf(holder)));
  const copyrightNotice = lineOf(inLanguage(children(info, 'copyrightNotice'), context.language));
  const usageTerms = lineOf(inLanguage(children(info, 'usageTerms'), context.language));
  const rightsInfo = encodedRights(info);
  return {
    ...(copyrightHolder !== undefined && { copyrightHolder }),
    ...(copyrightNotice !== undefined && { copyrightNotice }),
    ...(usageTerms !== undefined && { usageTerms }),
    ...(rightsInfo !== undefined && { rightsInfo }),
  };
}

function encodedRights(info: XmlElement | undefined): Story['rightsInfo'] {
  const expression = child(info, 'rightsExpressionData') ?? child(info, 'rightsExpressionXML');
  const langId = attr(expression, 'langid');
  const encoded = expression?.name === 'rightsExpressionData' ? textOf(expression).trim() : '';
  const linkedRights = attr(child(info, 'usageTerms'), 'href') ?? attr(child(info, 'copyrightNotice'), 'href');
  if (langId === undefined && encoded === '' && linkedRights === undefined) return undefined;
  return {
    ...(langId !== undefined && { langId }),
    ...(linkedRights !== undefined && { linkedRights }),
    ...(encoded !== '' && { encodedRights: encoded }),
  };
}
