const TAG = /<[a-z][^<>]*>/gi;
const ADDRESS = /(\s(?:href|src|poster|data|cite)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const PIXEL = /^<img\b[^<>]*\s(?:width|height)\s*=\s*["']?[012](?:px)?["'\s/>]/i;

/** The address a relative one means on a page at `base`; undefined where either is none, or it isn't http or https. */
export function absoluteAddress(written: string | undefined, base: string | undefined): string | undefined {
  const address = written?.trim();
  if (address === undefined || address === '' || address.length > 4096) return undefined;
  try {
    const url = new URL(address, base);
    return url.protocol === 'http:' || url.protocol === 'https:'
      ? address === url.href
        ? address
        : tidy(address, url)
      : undefined;
  } catch {
    return undefined;
  }
}

/** HTML with its relative addresses made absolute and without the pictures of one pixel that count readers. */
export function withAbsoluteAddresses(html: string, base: string | undefined): string {
  return html.replace(TAG, (tag) => {
    if (PIXEL.test(tag)) return '';
    return tag.replace(ADDRESS, (whole, before: string, double?: string, single?: string, bare?: string) => {
      const written = (double ?? single ?? bare ?? '').replaceAll('&amp;', '&');
      if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#|$)/i.test(written)) return whole;
      const address = absoluteAddress(written, base);
      return address === undefined ? whole : `${before}"${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    });
  });
}

/** An absolute address stays as written: a feed's own spelling is what others know it by. */
function tidy(written: string, url: URL): string {
  return /^https?:\/\/[^\s]+$/i.test(written) ? written : url.href;
}
