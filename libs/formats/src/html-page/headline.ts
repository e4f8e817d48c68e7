import { bareText } from './body/evidence.ts';
import { elementsOf, type PageElement, textOf } from './dom.ts';
import { type Node, textMember } from './json-ld.ts';
import { type Head, meta } from './meta.ts';

const LONGEST = 400;
/** What stands between a headline and the name of the site in a title. */
const SITE = /\s+(?:[|–—·•»]|-|::|\/\/)\s+/;

/**
 * The headline as printed on the page: the heading of the first level that the page's data repeats, else what the data
 * says, else that heading, else the title without the name of the site.
 */
export function readHeadline(root: PageElement, head: Head, article: Node | undefined): string | undefined {
  const told = [textMember(article, 'headline'), meta(head, 'og:title', 'twitter:title', 'dc.title'), head.title]
    .map((text) => (text === undefined ? undefined : plain(text)))
    .filter((text) => text !== undefined && text !== '');
  const headings = [...elementsOf(root)]
    .filter(({ name, attributes }) => name === 'h1' || attributes['itemprop'] === 'headline')
    .slice(0, 20);
  const printed = headings
    .map((heading) => textOf(heading, 2 * LONGEST))
    .filter((text) => text !== '' && text.length <= LONGEST);
  const known = told.map((text) => bareText(text ?? ''));
  const repeated = printed.find(
    (text) =>
      bareText(text).length > 8 &&
      known.some((other) => other.includes(bareText(text)) || (other.length > 20 && bareText(text).includes(other))),
  );
  if (repeated !== undefined) return repeated;
  const [data] = told;
  const site = meta(head, 'og:site_name');
  return textMember(article, 'headline') !== undefined || printed.length === 0
    ? data && withoutSite(data, site)
    : printed.length === 1
      ? printed[0]
      : data && withoutSite(data, site);
}

/** "Headline | Site" without the site: its last part, where it is the site's name or short. */
function withoutSite(title: string, site: string | undefined): string {
  const parts = title.split(SITE);
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return title;
  const named = site !== undefined && bareText(last).includes(bareText(site));
  const short = last.split(' ').length <= 4 && last.length < title.length / 3;
  return named || short ? title.slice(0, title.lastIndexOf(last)).replace(/\s+(?:[|–—·•»]|-|::|\/\/)\s+$/, '') : title;
}

function plain(text: string): string {
  return text
    .replace(/<[^<>]{1,200}>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
