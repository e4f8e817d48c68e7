import { append } from '../append.ts';
import { given } from '../given.ts';
import type { StoryDraft } from '../story-draft.ts';
import { attr, child, children, type XmlElement } from '../xml-element.ts';
import type { Component } from './component.ts';
import { childLine } from './formal-name.ts';
import { headlinesOf } from './news-lines.ts';
import { referenceOf } from './reference.ts';

/** Reads the items a component refers to, or holds, as members in order, with the role they play in the package. */
export function readMembers({ element, role }: Component, { relations }: StoryDraft): void {
  const said = given({
    role: role === '' ? undefined : role.toLowerCase(),
    title: headlinesOf(child(element, 'NewsLines'))[0]?.value,
  });
  const references = children(element).flatMap((each) => {
    if (each.name === 'NewsItemRef') return referenceOf(attr(each, 'NewsItem')) ?? [];
    return each.name === 'NewsItem' ? (heldItem(each) ?? []) : [];
  });
  append(
    relations,
    references.map((reference) => ({ rel: 'member', ...reference, ...said })),
  );
}

function heldItem(item: XmlElement) {
  return referenceOf(childLine(child(child(item, 'Identification'), 'NewsIdentifier'), 'PublicIdentifier'));
}
