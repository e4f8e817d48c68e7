import type { Change, PubStatus, Story } from '#contracts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { shortCode } from './catalog.ts';
import type { ItemContext } from './item-context.ts';

/** What signals say about the version, weightiest first: of several signals the first one here wins. */
const SIGNALS: readonly (readonly [string, Change])[] = [
  ['kill', 'kill'],
  ['withdraw', 'kill'],
  ['withdrawal', 'kill'],
  ['cancel', 'kill'],
  ['D', 'kill'],
  ['hold', 'hold'],
  ['withhold', 'hold'],
  ['release', 'release'],
  ['correction', 'correction'],
  ['corrected', 'correction'],
  ['C', 'correction'],
  ['refile', 'refile'],
  ['update', 'update'],
  ['U', 'update'],
  ['repeat', 'repeat'],
  ['new', 'new'],
  ['N', 'new'],
];

/** Schemes whose codes say what a version does: the IPTC's signals, those of agencies (`dpasig`), Reuters' editorial status. */
const SIGNAL_SCHEME = /sig$|^edStat$|^edsignal$/i;

/** Publishing status (`stat:`) and what the version does to the story. A canceled or withheld item outweighs every signal. */
export function readChange(meta: XmlElement | undefined, context: ItemContext): Pick<Story, 'change' | 'pubStatus'> {
  const pubStatus = statusOf(meta, context);
  const change = pubStatus === 'canceled' ? 'kill' : pubStatus === 'withheld' ? 'hold' : signaled(meta, context);
  return { ...(change !== undefined && { change }), ...(pubStatus !== undefined && { pubStatus }) };
}

function statusOf(meta: XmlElement | undefined, { catalog, issues }: ItemContext): PubStatus | undefined {
  const written = shortCode(catalog.codeOf(child(meta, 'pubStatus')));
  const status = written?.toLowerCase();
  if (status === 'canceled' || status === 'cancelled') return 'canceled';
  const embargoed = child(meta, 'embargoed');
  if (embargoed !== undefined && lineOf(embargoed) === undefined) {
    issues.push({ code: 'embargo-without-time', path: 'itemMeta/embargoed' });
    // A nil embargo lasts until further notice (NewsML-G2, itemMeta/embargoed); a merely empty element says nothing.
    if (attr(embargoed, 'xsi:nil') === 'true') return 'withheld';
  }
  // Unpublished, and may come back (LSEG's feeds).
  if (status === 'withdrawn') return 'withheld';
  if (status === 'usable' || status === 'withheld') return status;
  if (written !== undefined) issues.push({ code: 'unknown-status', path: 'itemMeta/pubStatus', message: written });
  return undefined;
}

function signaled(meta: XmlElement | undefined, { catalog }: ItemContext): Change | undefined {
  const codes = new Set<string>();
  for (const signal of children(meta, 'signal')) {
    const code = catalog.codeOf(signal);
    if (code.scheme === undefined ? code.uri?.includes('signal') : SIGNAL_SCHEME.test(code.scheme))
      codes.add(shortCode(code) ?? '');
  }
  return SIGNALS.find(([code]) => codes.has(code))?.[1];
}
