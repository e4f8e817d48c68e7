import type { StoryDraft } from '../story-draft.ts';
import { child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { childLine } from './formal-name.ts';

/** The parts of `UsageRights` in the order they are written out, and what stands before each. */
const USAGE: readonly (readonly [string, string])[] = [
  ['UsageType', ''],
  ['Limitations', ''],
  ['Geography', 'geography: '],
  ['StartDate', 'from '],
  ['EndDate', 'until '],
];

/** Reads `RightsMetadata`: the holder of the copyright with its date, and the terms of use. */
export function readRightsMetadata(component: XmlElement, draft: StoryDraft): void {
  const metadata = child(component, 'RightsMetadata');
  const copyright = child(metadata, 'Copyright');
  const holder = childLine(copyright, 'CopyrightHolder');
  const date = childLine(copyright, 'CopyrightDate');
  if (holder !== undefined) {
    draft.copyrightHolder ??= holder;
    if (date !== undefined) draft.copyrightNotice ??= `© ${date} ${holder}`;
  }
  const terms = children(metadata, 'UsageRights').flatMap((usage) =>
    USAGE.flatMap(([name, before]) => children(usage, name).flatMap((part) => beforeLine(before, part))),
  );
  if (terms.length > 0) draft.usageTerms ??= terms.join('; ');
}

function beforeLine(before: string, part: XmlElement): string[] {
  const line = lineOf(part);
  return line === undefined ? [] : [before + line];
}
