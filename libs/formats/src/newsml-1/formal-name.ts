import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';

/** `FormalName` of an element, or its text where a provider writes it there; undefined when it says neither. */
export function formalName(element: XmlElement | undefined): string | undefined {
  return attr(element, 'FormalName') ?? (children(element).length === 0 ? lineOf(element) : undefined);
}

/** The child elements of a name, whatever its case: providers are not sure of it (`HeadLine`, `Headline`). */
export function named(element: XmlElement | undefined, name: string): XmlElement[] {
  const wanted = name.toLowerCase();
  return children(element).filter((each) => each.name.toLowerCase() === wanted);
}

/** The value of the first `Property` with one of these formal names. */
export function propertyOf(element: XmlElement | undefined, ...names: readonly string[]): string | undefined {
  const property = children(element, 'Property').find((each) => names.includes(attr(each, 'FormalName') ?? ''));
  return attr(property, 'Value');
}

/** The text of the first child of a name. */
export const childLine = (element: XmlElement | undefined, name: string): string | undefined =>
  lineOf(child(element, name));
