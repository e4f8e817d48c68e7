import type { Issue, Story } from '#contracts';

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text without NUL and lone surrogates, which JSON, BSON and UTF-8 each treat in their own way. */
export function cleanText(text: string): string {
  return isClean(text) ? text : text.replaceAll('\0', '').replace(LONE_SURROGATE, '');
}

/** The story with every text in it cleaned, and an issue when one had to be; the very same object when none had to. */
export function cleanStory(story: Story): { readonly story: Story; readonly issues: readonly Issue[] } {
  if (hasOnlyCleanText(story)) return { story, issues: [] };
  return { story: cleaned(story) as Story, issues: [{ code: 'characters-removed' }] };
}

function isClean(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

// A story is as deep as its schema, so neither recursion needs a limit.
function hasOnlyCleanText(value: unknown): boolean {
  if (typeof value === 'string') return isClean(value);
  if (Array.isArray(value)) return value.every(hasOnlyCleanText);
  if (typeof value !== 'object' || value === null) return true;
  for (const member of Object.values(value)) if (!hasOnlyCleanText(member)) return false;
  return true;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, cleaned(member)]));
}
