import { expect, test } from '@jest/globals';
import { emptyStory, type Story } from '#contracts';
import { partDeskNotes } from './desk-notes.ts';
import { holdAdvisory } from './hold-advisory.ts';
import { textBlock } from './html-blocks.ts';

function held(text: string, more: Partial<Story> = {}): Story {
  const story: Story = { ...emptyStory(), format: 'ritzau', guid: '1', type: 'text', ...more };
  holdAdvisory(story, partDeskNotes([textBlock('paragraph', text)]), 'content');
  return story;
}

test('a text for editors alone is withheld', () => {
  expect(held('This advisory is not for publication. Pictures follow at noon.')).toMatchObject({
    pubStatus: 'withheld',
    change: 'hold',
    issues: [{ code: 'not-for-publication', path: 'content' }],
  });
});

test('a story stays what it is, and so does a kill', () => {
  expect(held('The pier opens.').pubStatus).toBeUndefined();
  expect(held('This advisory is not for publication.', { pubStatus: 'canceled', change: 'kill' }).change).toBe('kill');
});
