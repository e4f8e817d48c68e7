const UNIT = "(?:[a-z0-9\\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})";
const HOST = "(?:[a-z0-9\\-._~!$&'()*+,;=]|%[0-9a-f]{2})*";
const USER = "(?:[a-z0-9\\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@";
const WITH_AUTHORITY = `//(?:${USER})?${HOST}(?::\\d*)?(?:/${UNIT}*)*`;
const WITHOUT_AUTHORITY = `/(?:${UNIT}+(?:/${UNIT}*)*)?|${UNIT}+(?:/${UNIT}*)*`;
const TAIL = `(?:${UNIT}|[/?])*`;
const URI = new RegExp(
  `^[a-z][a-z0-9+.-]*:(?:${WITH_AUTHORITY}|${WITHOUT_AUTHORITY})(?:\\?${TAIL})?(?:#${TAIL})?$`,
  'i',
);
const NOT_IN_URIS = /[^a-z0-9\-._~!$&'()*+,;=:@/?#%]|%(?![0-9a-f]{2})/gi;
const LONGEST = 2048;

/** Whether a text is an absolute URI as RFC 3986 writes it (without IP literals in brackets), at most 2048 characters. */
export function isUri(text: string): boolean {
  return text.length <= LONGEST && URI.test(text);
}

/** The text where it is a URI. */
export function uriOf(text: string | undefined): string | undefined {
  return text !== undefined && isUri(text) ? text : undefined;
}

/** An identifier as a URI: itself where it is one, else a `urn:dateline:` of it. */
export function identifierUri(identifier: string): string {
  return isUri(identifier) ? identifier : `urn:dateline:${encodeURIComponent(identifier)}`;
}

/** The URI of a part of an item that has none of its own: `<item>#<part>`. */
export function partUri(item: string, part: string): string {
  return `${item}${item.includes('#') ? '-' : '#'}${part}`;
}

/** A link as an absolute http or https URI, escaped where a browser would escape it; undefined where it is none. */
export function httpUri(link: string): string | undefined {
  const text = link.trim();
  if (text.length > LONGEST || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  if (isUri(text)) return text;
  return uriOf(new URL(text).href.replace(NOT_IN_URIS, (character) => encodeURIComponent(character)));
}
