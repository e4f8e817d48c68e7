import type { Note } from '#contracts';
import { child, children, lineOf, textOf, type XmlElement } from '../xml-element.ts';

const PARTS = ['name', 'title', 'phone', 'email', 'url', 'skype', 'blog', 'twitter', 'linkedIn'];

/** Whom journalists can ask, and where the publisher is: for editors alone. */
export function readContacts(release: XmlElement, publisher: XmlElement | undefined): Note[] {
  const contacts = children(child(release, 'contacts'), 'contact').map((contact) => linesOf(contact, PARTS));
  const asText = textOf(child(release, 'contactsAsText')).trim();
  const address = linesOf(publisher, ['name', 'address', 'webSite', 'businessId', 'description']);
  return [
    ...[...contacts, asText].flatMap((text) => (text === '' ? [] : [{ role: 'contacts', text, public: false }])),
    ...(address === '' ? [] : [{ role: 'publisher', text: address, public: false }]),
  ];
}

function linesOf(element: XmlElement | undefined, parts: readonly string[]): string {
  return parts.flatMap((part) => lineOf(child(element, part)) ?? []).join('\n');
}
