import type { NinjsItem } from '#contracts';
import { element, textElement, type XmlElement } from '../xml.ts';

type Rights = Pick<NinjsItem, 'copyrightHolder' | 'copyrightNotice' | 'usageTerms' | 'rightsInfo'>;

/** Rights of an item, or of the parts whose ids are in `idrefs`; undefined where nothing is said of them. */
export function rightsElement(
  { copyrightHolder, copyrightNotice, usageTerms, rightsInfo }: Rights,
  idrefs?: string,
): XmlElement | undefined {
  const { langId, linkedRights, encodedRights } = rightsInfo ?? {};
  const expression = langId !== undefined || encodedRights !== undefined;
  const said = [
    copyrightHolder === undefined ? undefined : element('copyrightHolder', {}, [textElement('name', copyrightHolder)]),
    textElement('copyrightNotice', copyrightNotice),
    usageTerms === undefined && linkedRights === undefined
      ? undefined
      : element('usageTerms', { href: linkedRights }, [usageTerms]),
    // The schema asks for both attributes; which language an expression is in may be unknown.
    expression
      ? element('rightsExpressionData', { langid: langId ?? '', enctype: 'text/plain' }, [encodedRights])
      : undefined,
  ];
  return said.every((each) => each === undefined) ? undefined : element('rightsInfo', { idrefs }, said);
}
