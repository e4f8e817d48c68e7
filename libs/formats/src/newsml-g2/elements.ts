import type { Issue } from '#contracts';
import { attr, children, type XmlElement } from '../xml-element.ts';

const NAMESPACE = 'http://iptc.org/std/nar/2006-10-01/';

/** The elements of the News Architecture, NewsML-G2 2.9 to 2.35, as far as they stand in metadata. */
const ELEMENTS: ReadonlySet<string> = new Set(
  `POIDetails a access accessStatus action address affiliation altId altLoc altRep approxend approxstart area assert
  assignedTo audience bag bit born br broader by capacity catalog catalogRef ceasedToExist channel charcount circle
  concept conceptExtProperty conceptId conceptRef conceptSet confirmation contactInfo contentCreated contentMeta
  contentMetaExtProperty contentModified contentSet contributor copyrightHolder copyrightNotice country created creator
  creditline dataMining dateline dates definition deliverableOf deliveredItemRef delivery derivedFrom derivedFromValue
  description details died digitalSourceType dissolved duration edNote email embargoed end event eventDetails
  eventStatus events exDate exRule exclAudience expires facet facetConcept fax fileName firstCreated founded
  g2contentType generator genre geoAreaDetails group groupExtProperty groupRef groupSet hasInstrument hash headline
  hierarchyInfo hop hopHistory icon im incomingFeedId infoSource inline inlineData inlineXML instanceOf itemClass itemMeta
  itemMetaExtProperty itemRef keyword language line link locality located location mainConcept market memberOf
  metadataCreator modified name narrower newsContentCharacteristics newsCoverage newsCoverageExtProperty newsCoverageSet
  newsCoverageStatus note objectDetails occurStatus openHours organisationDetails organiser origRep original partMeta
  partMetaExtProperty participant participationRequirement party personDetails phone planning planningExtProperty
  polygon position postalCode priority profile provider pubHistory pubStatus published publishedExtProperty rDate rRule
  rating rb regionDelim registration related remoteContent remoteContentExtProperty remoteInfo representation
  rightsExpressionData rightsExpressionXML rightsInfo rightsInfoExtProperty role rp rt ruby sameAs sameAsScheme
  scheduled scheme schemeMeta schemeMetaExtProperty service signal slugline span start subject timeDelim timestamp title type
  urgency usageTerms userInteraction versionCreated web worldRegion`.split(/\s+/),
);

/** Hold markup or other languages, which are not the News Architecture's to judge. */
const CLOSED: ReadonlySet<string> = new Set(['contentSet', 'rightsExpressionXML', 'rightsExpressionData', 'edNote']);
const MOST = 20;
/** Since 2.30 an item may do without a catalog, naming everything by URIs. */
const CATALOG_OPTIONAL = 30;

/** Notes what the standard does not know in an item's metadata: elements of its namespace, QCodes that no catalog explains. */
export function noteStrange(item: XmlElement, header: XmlElement | undefined, issues: Issue[]): void {
  const strange = new Set<string>();
  collect(item, strange);
  for (const path of strange) issues.push({ code: 'unknown-element', path });
  const hasCatalog = [item, header].some((owner) => children(owner).some(({ name }) => name.startsWith('catalog')));
  const version = /^2\.(\d{1,2})$/.exec(attr(item, 'standardversion') ?? '')?.[1];
  if (!hasCatalog && version !== undefined && Number(version) < CATALOG_OPTIONAL)
    issues.push({ code: 'catalog-missing', path: item.name });
}

function collect(element: XmlElement, strange: Set<string>): void {
  for (const each of element.children) {
    if (typeof each === 'string' || each.namespace !== NAMESPACE) continue;
    if (!ELEMENTS.has(each.name)) {
      // An assert may hold elements of any name.
      if (element.name !== 'assert' && strange.size < MOST) strange.add(`${element.name}/${each.name}`);
    } else if (!CLOSED.has(each.name)) collect(each, strange);
  }
}
