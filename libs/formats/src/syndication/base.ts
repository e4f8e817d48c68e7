import { attr, type XmlElement } from '../xml-element.ts';

/** The address that relative ones inside an element are meant from (XML Base). */
export function baseOf(element: XmlElement, outer: string | undefined): string | undefined {
  const own = attr(element, 'xml:base');
  if (own === undefined) return outer;
  try {
    return new URL(own, outer).href;
  } catch {
    return outer;
  }
}
