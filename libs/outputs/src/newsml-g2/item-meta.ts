import type { Association, Change } from '#contracts';
import type { Published } from '../published.ts';
import { element, lines, mixed, textElement, type XmlElement, type XmlNode } from '../xml.ts';
import { codeOf, sourceElement } from './concept.ts';
import { isQcode, type Schemes } from './schemes.ts';

/** The relations between items that the IPTC has a code for (http://cv.iptc.org/newscodes/itemrelation/). */
const ITEM_RELATIONS: ReadonlySet<string> = new Set([
  ...[
    'seeAlso',
    'derivedFrom',
    'translatedFrom',
    'evolvedFrom',
    'associatedWith',
    'isTranslationOf',
    'previousVersion',
  ],
]);

/** Changes that the IPTC has a signal for; the others are signals of our own. */
const SIGNALS: ReadonlySet<Change> = new Set(['correction', 'update']);

/** Item management metadata: what the item is, who it is from, which version of it, what to do with it. */
export function itemMeta(article: Published, relations: readonly Association[], schemes: Schemes): XmlElement {
  const { item, change } = article;
  return element('itemMeta', {}, [
    element('itemClass', { qcode: schemes.iptc('ninat', item.type ?? 'text') }),
    providerElement(article, schemes),
    textElement('versionCreated', versionCreated(article)),
    textElement('firstCreated', item.firstCreated),
    textElement('embargoed', item.embargoedUntil),
    item.pubStatus === undefined ? undefined : element('pubStatus', { qcode: schemes.iptc('stat', item.pubStatus) }),
    textElement('profile', item.profile),
    ...services(article, schemes).map((source) =>
      element('service', codeOf(source, schemes), [textElement('name', source.name)]),
    ),
    textElement('title', item.title),
    ...article.notes.map(({ role, text }) =>
      mixed(
        'edNote',
        { role: schemes.own('dlrole', role), pubconstraint: schemes.own('dlpub', 'public') },
        lines(text),
      ),
    ),
    element('signal', { qcode: SIGNALS.has(change) ? schemes.iptc('sig', change) : schemes.own('dlsig', change) }),
    textElement('expires', item.expires),
    ...relations.map((relation) => linkElement(relation, schemes)),
  ]);
}

/** The sources that are services of the provider: NewsML-G2 names them by QCode or URI. */
export function services({ item }: Published, schemes: Schemes): NonNullable<typeof item.infoSources> {
  return (item.infoSources ?? []).filter((source) => {
    if (source.role !== 'service') return false;
    const { qcode, uri, literal } = codeOf(source, schemes);
    return literal === undefined && (qcode ?? uri) !== undefined;
  });
}

/** The source that is the provider: the first of that role. */
export function provider({ item }: Published): NonNullable<typeof item.infoSources>[number] | undefined {
  return item.infoSources?.find(({ role }) => role === 'provider');
}

/** NewsML-G2 asks for a provider: where the feed names none it is the one who sent the story. */
function providerElement(article: Published, schemes: Schemes): XmlElement {
  const named = provider(article);
  if (named === undefined) return element('provider', { literal: article.provider });
  return sourceElement('provider', named, schemes);
}

/** NewsML-G2 asks for the time of the version: where nobody knows it, the time at which the story came in. */
function versionCreated({ item, trace }: Published): string | undefined {
  return item.versionCreated ?? item.firstCreated ?? trace.find(({ at }) => at !== undefined)?.at;
}

function linkElement(
  { rel = 'related', uri, version, title, type, renditions = [] }: Association,
  schemes: Schemes,
): XmlNode {
  return element(
    'link',
    {
      rel: relationCode(rel, schemes),
      residref: uri,
      version: positive(version),
      href: renditions.find(({ href }) => href !== undefined)?.href,
    },
    [
      type === undefined ? undefined : element('itemClass', { qcode: schemes.iptc('ninat', type) }),
      textElement('title', title),
    ],
  );
}

function relationCode(rel: string, schemes: Schemes): string | undefined {
  if (ITEM_RELATIONS.has(rel)) return schemes.iptc('irel', rel);
  return (isQcode(rel) ? schemes.foreign(rel) : undefined) ?? schemes.own('dlrel', rel);
}

/** A version as NewsML-G2 counts them, from 1; undefined for any other. */
export function positive(version: string | undefined): string | undefined {
  return version !== undefined && /^[1-9]\d*$/.test(version) ? version : undefined;
}
