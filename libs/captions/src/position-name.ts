const RANKS: Readonly<Record<string, string>> = {
  first: '1st',
  second: '2nd',
  third: '3rd',
  fourth: '4th',
  fifth: '5th',
  sixth: '6th',
  seventh: '7th',
  eighth: '8th',
};
const WORDS: Readonly<Record<string, string>> = {
  l: 'left',
  r: 'right',
  c: 'center',
  f: 'front',
  centre: 'center',
  middle: 'center',
  links: 'left',
  rechts: 'right',
  mitte: 'center',
};
const IDLE = new Set('in at on the to pictured seen wearing'.split(' '));

/**
 * A position in one wording, whatever the house's style: `left`, `center`, `2nd right`, `far left`, `3rd from left`.
 * Words that say nothing of the place go ("at right", "(in the centre)").
 */
export function positionName(printed: string): string {
  const words = printed
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== '' && !IDLE.has(word));
  // "from left" alone is where a list begins; after a rank it counts from there.
  const kept = words[0] === 'from' ? words.slice(1) : words;
  return kept.map((word) => RANKS[word] ?? WORDS[word] ?? word).join(' ');
}

/** The position of somebody in a list that is read "from left": `1st from left`, `2nd from left` … */
export function listPositionName(list: string, index: number): string {
  const rank = `${index}${index === 1 ? 'st' : index === 2 ? 'nd' : index === 3 ? 'rd' : 'th'}`;
  const words = list.toLowerCase();
  if (words.startsWith('clockwise')) return `${rank} ${words}`;
  return `${rank} from ${/^(?:from right|r\b|right)/.test(words) ? 'right' : 'left'}`;
}
