import type { PrintedTime, Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import type { Declared, Text } from '../format.ts';
import { readBody } from './body.ts';
import { pageGuid } from './guid.ts';
import { readHead } from './head.ts';
import { linesOf } from './lines.ts';
import { storyOf } from './story.ts';
import { tellSubheads } from './subheads.ts';

const LONGEST_GUID = 512;
const LONG_HEADLINE = 160;

/**
 * Reads the text of a news page. Throws `empty-document` for no text, `no-story` for a single line, `too-large` for
 * more lines than a page has, `invalid-member` for a declared guid that can't be one.
 */
export function parse(document: Text, declared: Declared): Story[] {
  const lines = linesOf(document.text);
  if (lines.length === 0) throw new DocumentError('empty-document');
  if (lines.length === 1) throw new DocumentError('no-story', 'a page needs a headline and text');
  const head = readHead(lines);
  const draft = storyOf([...head.segments, ...tellSubheads(readBody(lines.slice(head.next)))]);
  const headline = draft.headlines[0]?.value;
  if (headline === undefined) draft.issues.push({ code: 'headline-missing', path: 'line 1' });
  else if (headline.length > LONG_HEADLINE) draft.issues.push({ code: 'headline-long', path: 'line 1' });
  if (draft.body.every((block) => block.kind === 'media')) draft.issues.push({ code: 'body-missing' });
  const title = headline ?? draft.body.find((block) => block.text !== '')?.text ?? '';
  const day = localDay(draft.times.published ?? draft.times.updated);
  return [{ ...draft, guid: declaredGuid(declared) ?? pageGuid(title, day) }];
}

function declaredGuid({ guid }: Declared): string | undefined {
  if (guid !== undefined && (guid === '' || guid.length > LONGEST_GUID)) {
    throw new DocumentError('invalid-member', 'the declared guid must have 1 to 512 characters');
  }
  return guid;
}

/** The day as printed; that of the instant, where a zone was printed with it. */
function localDay(time: PrintedTime | undefined): string {
  return (time?.local ?? time?.utc ?? '').slice(0, 10);
}
