import { attr, children, type XmlElement } from '../xml-element.ts';

/** A code as written, and the whole identifier when its scheme is known. */
export type Code = { readonly scheme?: string; readonly code: string; readonly uri?: string };

const NEWSCODES = 'http://cv.iptc.org/newscodes/';

/** The aliases of the IPTC catalog (https://www.iptc.org/std/catalog/) whose schemes matter here, and the ends of their URIs. */
const IPTC_ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cinat: 'cinature/',
    ninat: 'ninature/',
    plinat: 'plinature/',
    cpnat: 'cpnature/',
    stat: 'pubstatusg2/',
    sig: 'signal/',
    edsig: 'edsignal/',
    irel: 'itemrelation/',
    crel: 'conceptrelation/',
    medtop: 'mediatopic/',
    subj: 'subjectcode/',
    genre: 'genre/',
    rnd: 'rendition/',
    drol: 'descriptionrole/',
    hlrole: 'headlinerole/',
    isrol: 'infosourcerole/',
    crol: 'contentprodpartyrole/',
    nrol: 'conceptnamerole/',
    nprov: 'newsprovider/',
    group: 'group/',
    grpmod: 'packagegroupmode/',
    pgrmod: 'packagegroupmode/',
    prodjob: 'contentprodpartyrole/',
    digsrctype: 'digitalsourcetype/',
    usterms: 'usageterms/',
    timeunit: 'timeunit/',
    videocodec: 'videocodec/',
    wldreg: 'worldregion/',
    why: 'why/',
    how: 'howextracted/',
  }),
);

/** Resolves QCodes (NewsML-G2, section "QCodes") of one item by its own catalogs, then by the IPTC's. */
export class Catalog {
  readonly #schemes = new Map<string, string>();

  constructor(item: XmlElement) {
    for (const catalog of children(item, 'catalog')) {
      for (const scheme of children(catalog, 'scheme')) {
        const alias = attr(scheme, 'alias');
        const uri = attr(scheme, 'uri');
        if (alias !== undefined && uri !== undefined) this.#schemes.set(alias, uri);
      }
    }
  }

  /** A QCode `alias:code`; text without a colon is a code without scheme. */
  resolve(qcode: string): Code {
    const colon = qcode.indexOf(':');
    if (colon < 1) return { code: qcode };
    const scheme = qcode.slice(0, colon);
    const code = qcode.slice(colon + 1);
    const base = this.#schemes.get(scheme) ?? iptcScheme(scheme);
    return { scheme, code, ...(base !== undefined && { uri: base + code }) };
  }

  /** The code an element carries as `@qcode`, `@uri` or `@literal`, in this order. */
  codeOf(element: XmlElement | undefined): Partial<Code> {
    const qcode = attr(element, 'qcode');
    const uri = attr(element, 'uri');
    if (qcode !== undefined) return { ...this.resolve(qcode), ...(uri !== undefined && { uri }) };
    if (uri !== undefined) return { uri };
    const literal = attr(element, 'literal');
    return literal === undefined ? {} : { code: literal };
  }
}

/** The last part of a code, whether it came as a QCode or as a URI: `ninat:text` and `…/ninature/text` are both `text`. */
export function shortCode(code: Partial<Code>): string | undefined {
  return code.code ?? code.uri?.slice(code.uri.search(/[^/#]*$/));
}

function iptcScheme(alias: string): string | undefined {
  const end = IPTC_ALIASES.get(alias);
  return end === undefined ? undefined : NEWSCODES + end;
}
