import type { StoryDraft } from '../story-draft.ts';
import { attr, child, children, type XmlElement } from '../xml-element.ts';
import type { Component } from './component.ts';
import { childLine } from './formal-name.ts';
import { headlinesOf } from './news-lines.ts';
import { referenceOf } from './reference.ts';

/** Reads the items a component refers to, or holds, as members in order: by their role where it says more than that they are the main ones. */
export function readMembers({ element, role }: Component, { relations }: StoryDraft): void {
  const rel = /^main$/i.test(role) || role === '' ? 'member' : role.toLowerCase();
  const [title] = headlinesOf(child(element, 'NewsLines'));
  for (const each of children(element)) {
    const reference =
      each.name === 'NewsItemRef'
        ? referenceOf(attr(each, 'NewsItem'))
        : each.name === 'NewsItem'
          ? heldItem(each)
          : undefined;
    if (reference !== undefined)
      relations.push({ rel, ...reference, ...(title !== undefined && { title: title.value }) });
  }
}

function heldItem(item: XmlElement) {
  return referenceOf(childLine(child(child(item, 'Identification'), 'NewsIdentifier'), 'PublicIdentifier'));
}
