import { describe, expect, test } from '@jest/globals';
import { declaredBy } from './declared.ts';

describe('declaredBy', () => {
  test.each([
    ['application/json', { mediaType: 'application/json' }],
    ['Application/XML; charset="UTF-16"', { mediaType: 'application/xml', charset: 'UTF-16' }],
    ['image/jpeg', { mediaType: 'image/jpeg' }],
    ['text/plain;charset=windows-1252; format=flowed', { mediaType: 'text/plain', charset: 'windows-1252' }],
    [undefined, {}],
  ])('reads %s', (contentType, declared) => {
    expect(declaredBy({ 'content-type': contentType })).toEqual({ declared });
  });

  test.each([
    'video/mp4',
    'multipart/form-data; boundary=x',
    'text/css',
    'json',
    '',
    ';charset=utf-8',
    'application/json, text/xml',
  ])('refuses %p', (contentType) => {
    expect(declaredBy({ 'content-type': contentType })).toEqual({ refusal: { code: 'unsupported-media-type' } });
  });

  test('takes the identifier of a story, also in UTF-8', () => {
    expect(declaredBy({ 'story-guid': ' harbour-42 ' })).toEqual({ declared: { guid: 'harbour-42' } });
    const header = Buffer.from('nyhet-ø-1').toString('latin1');
    expect(declaredBy({ 'story-guid': header })).toEqual({ declared: { guid: 'nyhet-ø-1' } });
  });

  test.each(['', 'x'.repeat(513), 'a\tb'])('refuses the identifier %p', (guid) => {
    expect(declaredBy({ 'story-guid': guid })).toHaveProperty('refusal.code', 'invalid-header');
  });
});
