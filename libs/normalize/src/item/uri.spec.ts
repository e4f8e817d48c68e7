import { describe, expect, test } from '@jest/globals';
import { httpUri, identifierUri, isUri, partUri } from './uri.ts';

test.each([
  ['urn:newsml:example.org:20250304:bridge', true],
  ['tag:example.org,2025:bridge', true],
  ['https://user@example.org:8080/a%20b?q=1#top', true],
  ['bridge-2025', false],
  ['https://example.org/a b', false],
  ['https://example.org/a%zz', false],
  ['https://a:b:c/', false],
  ['urn:', false],
  [`urn:${'x'.repeat(3000)}`, false],
])('%p is a URI: %p', (text, expected) => {
  expect(isUri(text)).toBe(expected);
});

describe('httpUri', () => {
  test.each([
    ['https://example.org/a.jpg', 'https://example.org/a.jpg'],
    [' https://example.org/ü b|c.jpg ', 'https://example.org/%C3%BC%20b%7Cc.jpg'],
    ['https://example.org/[x].jpg', 'https://example.org/%5Bx%5D.jpg'],
    ['ftp://example.org/a.jpg', undefined],
    ['javascript:alert(1)', undefined],
    ['/pictures/a.jpg', undefined],
    ['http:example.org', undefined],
    ['https://', undefined],
    ['no link', undefined],
  ])('makes of %p %p', (link, uri) => {
    expect(httpUri(link)).toBe(uri);
  });
});

test('makes a URI of any identifier', () => {
  expect(identifierUri('bridge 2025/ü')).toBe('urn:dateline:bridge%202025%2F%C3%BC');
  expect(identifierUri('urn:example:1')).toBe('urn:example:1');
});

test('a part of an item with a fragment gets no second one', () => {
  expect(partUri('urn:example:1', 'media-1')).toBe('urn:example:1#media-1');
  expect(partUri('urn:example:1#x', 'media-1')).toBe('urn:example:1#x-media-1');
});
