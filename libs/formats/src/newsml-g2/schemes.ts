/** Schemes by their aliases: what stands before the colon of a QCode, and the URI that takes its place. */
type Schemes = Readonly<Record<string, string>>;

const NEWSCODES = 'http://cv.iptc.org/newscodes/';
const EXTERNAL = 'http://cvx.iptc.org/';
const DPA = 'http://g2.dpa.com/cv/';

/** The IPTC's own vocabularies, by the end of their URIs (catalog.IPTC-G2-Standards_41; NewsCodes are CC BY 4.0). */
const IPTC: Schemes = {
  altidrole: 'altidrole/',
  aoprop: 'aoproperty/',
  app: 'application/',
  aspfacet: 'asportfacet/',
  aspfacetvalue: 'asportfacetvalue/',
  acdc: 'audiocodec/',
  authoritystatus: 'authoritystatus/',
  catinat: 'catinature/',
  chprop: 'characteristicsproperty/',
  cinat: 'cinature/',
  colsp: 'colorspace/',
  colin: 'colourindicator/',
  ctech: 'commtech/',
  cptdefrole: 'conceptdefinitionrole',
  cptnoterole: 'conceptnoterole/',
  crel: 'conceptrelation/',
  conf: 'confidence/',
  ciprol: 'contactinfopartrole/',
  cwarn: 'contentwarning/',
  ctrol: 'contributorrole/',
  cpnat: 'cpnature/',
  cpprole: 'contentprodpartyrole/',
  drol: 'descriptionrole/',
  digsrctype: 'digitalsourcetype/',
  dimensionunit: 'dimensionunit/',
  ednoterole: 'ednoterole',
  dummy: 'dummy/',
  erol: 'edrole/',
  encd: 'encoding/',
  entityprop: 'entityproperty/',
  ecirol: 'eventcontactinforole/',
  edconf: 'eventdateconfirm/',
  eocstat: 'eventoccurstatus/',
  eorol: 'eventorganiserrole/',
  eprol: 'eventparticipantrole/',
  eregrol: 'eventregrole/',
  fisymtype: 'financialinstrumentsymboltype/',
  frmt: 'format/',
  gen: 'generic/',
  genre: 'genre/',
  hashscope: 'hashscope/',
  hashtype: 'hashtype/',
  hopaction: 'hopaction/',
  hatarget: 'hopactiontarget/',
  howextr: 'howextracted/',
  howpr: 'howpresent/',
  ikos: 'ikos/',
  imgregrole: 'imageregionrole/',
  imgregtype: 'imageregiontype/',
  impt: 'importance/',
  isrol: 'infosourcerole/',
  irel: 'itemrelation/',
  irep: 'itemrepresentation/',
  lbtyp: 'labeltype/',
  lrol: 'languagerole/',
  loutorient: 'layoutorientation/',
  loctyp: 'location/',
  medtop: 'mediatopic/',
  mtyp: 'mediatype/',
  medtype: 'mediatype1/',
  nprt: 'namepart/',
  nrol: 'namerole/',
  ncostat: 'newscoveragestatus/',
  nityp: 'newsitemtype/',
  nmsig: 'newsmsgsignal/',
  nprod: 'newsproduct/',
  nprov: 'newsprovider/',
  ninat: 'ninature/',
  not: 'notation/',
  oito: 'ofinterestto/',
  pgrmod: 'pkggroupmode/',
  plinat: 'plinature/',
  prio: 'priority/',
  prodgenre: 'productgenre/',
  prop: 'property/',
  prov: 'provider/',
  stat: 'pubstatusg2/',
  rtype: 'ratertype/',
  rcalctype: 'rcalctype/',
  rel: 'relevance/',
  rnd: 'rendition/',
  riaspect: 'riaspect/',
  rightsprop: 'rightsproperty/',
  riscope: 'riscope/',
  role1: 'role1/',
  rscaleunit: 'rscaleunit/',
  scn: 'scene/',
  sev: 'severity/',
  sig: 'signal/',
  pst1: 'status1/',
  subj: 'subjectcode/',
  squ: 'subjectqualifier/',
  timeunit: 'timeunit/',
  tone: 'tone/',
  tpctyp: 'topictype/',
  trustindicator: 'trustindicator/',
  urgy: 'urgency/',
  useracttype: 'useractiontype/',
  valfmt: 'valueformat/',
  vcdc: 'videocodec/',
  videodef: 'videodefinition/',
  ivqu: 'videoqualifier/',
  sov: 'videoscaling/',
  why: 'whypresent/',
  wldreg: 'worldregion/',
};

/** Vocabularies of others that the same catalog gives an IPTC address. */
const OTHERS: Schemes = {
  a1312cat: 'anpa1312-category/',
  a1312prio: 'anpa1312-priority/',
  a1312svc: 'anpa1312-servicelevel/',
  a1312vers: 'anpa1312-version/',
  bcp47: 'bcp47/',
  cusip: 'cusip/',
  figi: 'figi/',
  gics: 'gics/',
  isin: 'isin/',
  mic: 'iso10383-mic/',
  'iso3166-1a2': 'iso3166-1a2/',
  'iso3166-1a3': 'iso3166-1a3/',
  'iso3166-2': 'iso3166-2/',
  iso4217a: 'iso4217a/',
  iso4217n: 'iso4217n/',
  parasport: 'parasport/',
  secst: 'secst/',
  sedol: 'sedol/',
  ticker: 'ticker/',
  tidm: 'tidm/',
};

/** Vocabularies that the same catalog names by their own addresses. */
const WHOLE: Schemes = {
  dbpedia: 'http://dbpedia.org/resource/',
  freebase: 'http://www.freebase.com',
  geonames: 'http://sws.geonames.org/',
  geonameshttps: 'https://sws.geonames.org/',
  'mb-artist': 'http://musicbrainz.org/artist/',
  'mb-label': 'http://musicbrainz.org/label/',
  'mb-recording': 'http://musicbrainz.org/recording/',
  'mb-release': 'http://musicbrainz.org/release/',
  'mb-releasegroup': 'http://musicbrainz.org/release-group/',
  'mb-work': 'http://musicbrainz.org/work/',
  plus: 'http://ns.useplus.org/ldf/vocab/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  wikidata: 'http://www.wikidata.org/entity/',
};

/** dpa's, as its vocabularies name themselves. */
const OF_DPA: Schemes = {
  dpageosbj: 'geosubject/',
  dpaheadlinerole: 'headlinerole/',
  dpaednoterole: 'ednoterole/',
  dparel: 'reltype/',
  dpasubject: 'subject/',
  dpasig: 'signal/',
  dparessort: 'ressort/',
  dpatextgenre: 'textgenre/',
  dpatype: 'type/',
  dpacountry: 'country/',
  dpacat: 'category/',
  dparight: 'dparights/',
};

/** The Austria Presse Agentur's, as its items name them where they bring their catalog along. */
const APA = 'http://cv.apa.at/';
const OF_APA: Schemes = Object.fromEntries(
  ['svc', 'ind', 'gyibt', 'topic', 'role', 'org', 'hltype', 'geo', 'desk', 'crel', 'adc', 'group'].map((name) => [
    `apa${name}`,
    `${name}/`,
  ]),
);

const under = (base: string, schemes: Schemes): [string, string][] =>
  Object.entries(schemes).map(([alias, end]) => [alias, base + end]);

/** The catalogs known here by the start of their addresses, whatever their version; none is ever fetched. */
const CATALOGS: readonly (readonly [string, ReadonlyMap<string, string>])[] = [
  ['g2.dpa.com/catalog/', new Map(under(DPA, OF_DPA))],
  ['apa-it.at/NewsML_G2/', new Map(under(APA, OF_APA))],
];

const STANDARD: ReadonlyMap<string, string> = new Map([
  ...under(NEWSCODES, IPTC),
  ...under(EXTERNAL, OTHERS),
  ...under('', WHOLE),
]);

/** The schemes of a catalog that an item refers to; undefined for one that is not known. */
export function schemesOf(catalogRef: string): ReadonlyMap<string, string> | undefined {
  const address = catalogRef.replace(/^https?:\/\/(?:www\.)?/i, '');
  return CATALOGS.find(([start]) => address.startsWith(start))?.[1];
}

/** The URI of a scheme by the alias of the IPTC's catalog, which items use whether they refer to it or not. */
export const standardScheme = (alias: string): string | undefined => STANDARD.get(alias);
