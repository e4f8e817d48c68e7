import { expect, test } from '@jest/globals';
import { wordsOf } from './words.ts';

test.each<[string, string, string[]]>([
  ['spaces and punctuation', 'Two lanes, one tram-line.', ['two', 'lanes', 'one', 'tram', 'line']],
  ['apostrophes inside words', "city’s don't 'quoted'", ['city’s', "don't", 'quoted']],
  ['accents and other alphabets', 'Été Москва ΑΘΗΝΑ', ['été', 'москва', 'αθηνα']],
  ['a Turkish capital that grows in lower case', 'İstanbul İzmir', ['istanbul', 'izmir']],
  ['each Chinese character', '大桥 open', ['大', '桥', 'open']],
  ['emoji', 'go 🚂🚂 now', ['go', 'now']],
  ['nothing', ' \n…', []],
])('cuts %s', (_, text, expected) => {
  const { folded, starts, ends, count } = wordsOf(text);
  expect(Array.from({ length: count }, (_, word) => folded.slice(starts[word], ends[word]))).toEqual(expected);
});
