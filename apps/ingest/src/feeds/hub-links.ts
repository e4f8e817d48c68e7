/** Where a feed's hub is, and under which address the hub knows the feed (WebSub, section 4). */
export type HubLinks = { readonly hub: string; readonly topic: string };

/** A feed names its hub before its items. */
const HEAD_BYTES = 16 * 1024;

/** The links of an answer: of its `Link` headers (RFC 8288), else of the head of its document; undefined without both. */
export function hubLinks(headers: Readonly<Record<string, string>>, body: Buffer): HubLinks | undefined {
  return pairOf(headerLinks(headers['link'] ?? '')) ?? pairOf(documentLinks(body));
}

function pairOf(links: ReadonlyMap<string, string>): HubLinks | undefined {
  const [hub, topic] = [links.get('hub'), links.get('self')];
  const usable = (url: string | undefined): url is string =>
    url !== undefined && /^https?:/i.test(url) && URL.canParse(url);
  return usable(hub) && usable(topic) ? { hub, topic } : undefined;
}

/** By relation; the first of each. */
function headerLinks(header: string): Map<string, string> {
  const links = new Map<string, string>();
  for (const [, url = '', parameters = ''] of header.slice(0, HEAD_BYTES).matchAll(/<([^<>]{1,2000})>([^<]*)/g)) {
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters);
    addRelations(links, rel?.[1] ?? rel?.[2] ?? '', url);
  }
  return links;
}

function documentLinks(body: Buffer): Map<string, string> {
  const head = body.subarray(0, HEAD_BYTES).toString('utf8');
  const items = head.search(/<(?:[a-z]{1,10}:)?(?:item|entry)[\s>]/);
  const links = new Map<string, string>();
  for (const [tag] of head
    .slice(0, items < 0 ? undefined : items)
    .matchAll(/<(?:[a-z0-9]{1,10}:)?link\s[^<>]{1,4000}>/gi)) {
    addRelations(links, attribute(tag, 'rel'), attribute(tag, 'href'));
  }
  return links;
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag);
  return (found?.[1] ?? found?.[2] ?? '').trim().replaceAll('&amp;', '&');
}

function addRelations(links: Map<string, string>, relations: string, url: string): void {
  for (const relation of relations.toLowerCase().split(/\s+/)) if (!links.has(relation)) links.set(relation, url);
}
