import { element, type XmlNode } from '../xml.ts';

const NEWSCODES = 'http://cv.iptc.org/newscodes/';
const OWN = 'urn:dateline:';

/** The schemes of the IPTC that are used here, by the aliases of its catalog. */
const IPTC = {
  ninat: 'ninature/',
  stat: 'pubstatusg2/',
  sig: 'signal/',
  irel: 'itemrelation/',
  cpnat: 'cpnature/',
  why: 'why/',
} as const;
/** Schemes of our own, for codes that feeds write without one. */
const OWN_SCHEMES = {
  dlsig: 'signal:',
  dlrel: 'relation:',
  dlrole: 'role:',
  dlrnd: 'rendition:',
  dlpub: 'pubconstraint:',
} as const;

/**
 * The schemes a document uses, gathered while it is written, and declared in its own catalog: whoever reads it has to
 * fetch nothing to resolve its QCodes (NewsML-G2, "Catalogs").
 */
export class Schemes {
  readonly #uris = new Map<string, string>();

  /** A code of a scheme of the IPTC. */
  iptc(alias: keyof typeof IPTC, code: string): string {
    this.#uris.set(alias, NEWSCODES + IPTC[alias]);
    return `${alias}:${code}`;
  }

  /** A code that a feed wrote without a scheme; undefined for a blank one. White space, which no QCode has, becomes `_`. */
  own(alias: keyof typeof OWN_SCHEMES, code: string | undefined): string | undefined {
    const word = code?.trim().replace(/\s+/g, '_') ?? '';
    if (word === '') return undefined;
    this.#uris.set(alias, OWN + OWN_SCHEMES[alias]);
    return `${alias}:${word}`;
  }

  /** Declares what an alias of a feed stands for; false when it stands for something else already. */
  declare(alias: string, uri: string): boolean {
    const known = this.#uris.get(alias);
    if (known === undefined && !Object.hasOwn(IPTC, alias) && !Object.hasOwn(OWN_SCHEMES, alias)) {
      this.#uris.set(alias, uri);
      return true;
    }
    return (known ?? (Object.hasOwn(IPTC, alias) ? NEWSCODES + IPTC[alias as keyof typeof IPTC] : undefined)) === uri;
  }

  /** A QCode of a feed whose scheme nobody knows: its alias stands for itself. Undefined where it stands for something else. */
  foreign(qcode: string): string | undefined {
    const alias = qcode.slice(0, qcode.indexOf(':'));
    return this.declare(alias, `${OWN}scheme:${encodeURIComponent(alias)}:`) ? qcode : undefined;
  }

  /** The catalog of all schemes used so far. */
  catalog(): XmlNode {
    const schemes = [...this.#uris].map(([alias, uri]) => element('scheme', { alias, uri }));
    return schemes.length === 0 ? undefined : element('catalog', {}, schemes);
  }
}

/** Whether a text has the form of a QCode (XML Schema of NewsML-G2, `QCodeType`). */
export function isQcode(text: string | undefined): text is string {
  return text !== undefined && /^[^\s:]+:\S+$/.test(text);
}
