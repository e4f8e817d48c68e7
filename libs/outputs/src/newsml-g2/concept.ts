import type { NinjsItem } from '#contracts';
import { element, textElement, type XmlAttributes, type XmlElement, type XmlNode } from '../xml.ts';
import { isQcode, type Schemes } from './schemes.ts';

/** Anything named, as items have it. */
export type Named = {
  readonly name?: string | undefined;
  readonly rel?: string | undefined;
  readonly uri?: string | undefined;
  readonly literal?: string | undefined;
};
type Subject = NonNullable<NinjsItem['subjects']>[number];

/** What `creator` of a subject says that Dateline found itself. */
const OWN = 'dateline';

/** A property that names a concept: `subject`, `genre`, `infoSource` … */
export function conceptElement(
  property: string,
  concept: Named,
  schemes: Schemes,
  attributes: XmlAttributes = {},
): XmlElement {
  return element(property, { ...attributes, ...codeOf(concept, schemes) }, [textElement('name', concept.name)]);
}

/** A source. Its literal is its name to whoever reads it, so that one beside a name or a URI is left out. */
export function sourceElement(
  property: string,
  source: Named,
  schemes: Schemes,
  attributes: XmlAttributes = {},
): XmlElement {
  const { literal, ...code } = codeOf(source, schemes);
  const isAlone = source.name === undefined && source.uri === undefined;
  const written = { ...attributes, ...code, ...(isAlone && { literal }) };
  return element(property, written, [textElement('name', source.name)]);
}

/** A subject with all that ninjs says of it; what NewsML-G2 has no attribute for stands in attributes of our own. */
export function subjectElement(subject: Subject, nature: string, schemes: Schemes): XmlElement {
  const { rel, creator, relevance, confidence } = subject;
  const tagger = isQcode(creator) ? schemes.foreign(creator) : undefined;
  return conceptElement('subject', subject, schemes, {
    type: schemes.iptc('cpnat', nature),
    relevance,
    confidence,
    why: creator === OWN ? schemes.iptc('why', rel === 'broader' ? 'ancestor' : 'inferred') : undefined,
    creator: tagger,
    'dl:creator': tagger === undefined ? creator : undefined,
    'dl:rel': rel,
  });
}

/** The code of a concept as QCode, URI and literal (NewsML-G2, flexible properties). */
export function codeOf({ uri, literal }: Named, schemes: Schemes): XmlAttributes {
  if (!isQcode(literal)) return { uri, literal };
  if (uri === undefined) {
    const qcode = schemes.foreign(literal);
    return qcode === undefined ? { literal } : { qcode };
  }
  const colon = literal.indexOf(':');
  const [alias, code] = [literal.slice(0, colon), literal.slice(colon + 1)];
  if (uri.endsWith(code) && schemes.declare(alias, uri.slice(0, -code.length))) return { qcode: literal };
  const qcode = schemes.foreign(literal);
  return qcode === undefined ? { uri, literal } : { qcode, uri };
}

/** Organisations with symbols are explained by an `assert`, under the code of the organisation or a name inside of the document. */
export function organisationElements(
  organisations: NonNullable<NinjsItem['organisations']>,
  schemes: Schemes,
): { readonly subjects: XmlElement[]; readonly asserts: XmlNode[] } {
  const asserts: XmlNode[] = [];
  const subjects = organisations.map((organisation, index) => {
    const { symbols = [] } = organisation;
    const subject = subjectElement(organisation, 'organisation', schemes);
    const traded = symbols.filter(({ symbol }) => symbol !== undefined);
    if (traded.length === 0) return subject;
    const { qcode, uri } = subject.attributes;
    // A literal that is explained is a reference inside of the document: one of the feed would be taken for that.
    const literal = `organisation-${index + 1}`;
    const code = qcode !== undefined ? { qcode } : uri !== undefined ? { uri } : { literal };
    asserts.push(
      element('assert', code, [
        element(
          'organisationDetails',
          {},
          traded.map((symbol) => instrument(symbol, schemes)),
        ),
      ]),
    );
    return { ...subject, attributes: { ...subject.attributes, ...code } };
  });
  return { subjects, asserts };
}

type Symbols = NonNullable<NonNullable<NinjsItem['organisations']>[number]['symbols']>[number];

function instrument({ symbol, symbolType, exchange }: Symbols, schemes: Schemes): XmlElement {
  const type = isQcode(symbolType) ? schemes.foreign(symbolType) : undefined;
  return element('hasInstrument', { symbol, type, marketlabel: exchange });
}
