import { expect, test } from '@jest/globals';
import { hubLinks } from './hub-links.ts';

const found = { hub: 'https://hub.example/', topic: 'https://feed.example/news?a=1&b=2' };
const atom = (rel: string, href: string) => `<atom:link rel="${rel}" href="${href.replaceAll('&', '&amp;')}"/>`;

test.each([
  ['two headers', { link: `<${found.hub}>; rel="hub", <${found.topic}>; rel="self"` }, ''],
  ['headers without quotes, in another order', { link: `<${found.topic}>;rel=self,<${found.hub}>;type=x;rel=hub` }, ''],
  ['RSS', {}, `<rss><channel>${atom('hub', found.hub)}${atom('self', found.topic)}<item>`],
  [
    'Atom',
    {},
    `<feed><link href='${found.hub}' rel='hub'/><link rel="self" href="${found.topic.replace('&', '&amp;')}"/>`,
  ],
])('the links of %s', (_what, headers, body) => {
  expect(hubLinks(headers, Buffer.from(body))).toEqual(found);
});

test.each([
  ['no hub', { link: `<${found.topic}>; rel="self"` }, ''],
  ['no self', {}, `<feed>${atom('hub', found.hub)}`],
  ['links of an item', {}, `<rss><channel><item>${atom('hub', found.hub)}${atom('self', found.topic)}`],
  ['a hub that is no address', { link: `<javascript:x>; rel="hub", <${found.topic}>; rel="self"` }, ''],
  ['tags that never end', {}, '<link '.repeat(100_000)],
])('%s is none', (_what, headers, body) => {
  expect(hubLinks(headers, Buffer.from(body))).toBeUndefined();
});
