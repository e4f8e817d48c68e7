const LONGEST = 2000;
const LABEL = /^(?:tags|keywords|topics)\s*[:：]\s*(.+)$/i;

/** The tags of a line that is a JSON array of strings (`["china","trade"]`) or a "Tags: a, b" line; undefined for any other line. */
export function readTags(line: string): string[] | undefined {
  if (line.length > LONGEST) return undefined;
  const listed = LABEL.exec(line)?.[1];
  const tags = listed === undefined ? jsonTags(line) : (jsonTags(listed) ?? listed.split(/[,;]/));
  return tags?.map((tag) => tag.trim()).filter((tag) => tag !== '');
}

function jsonTags(text: string): string[] | undefined {
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((tag) => typeof tag === 'string') ? value : undefined;
  } catch {
    return quotedTags(text);
  }
}

/** Some dumps print the list with single quotes, which is not JSON. */
function quotedTags(text: string): string[] | undefined {
  const inner = text.slice(1, -1);
  if (!/^\s*'[^']*'(?:\s*,\s*'[^']*')*\s*$/.test(inner)) return undefined;
  return [...inner.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
}
