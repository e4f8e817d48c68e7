const ALL_SPECIAL = /[&<>"]/g;
const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as HTML, fit for content and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  // Looking for one character after the other is faster than a character class, and most texts have none.
  const special = text.includes('&') || text.includes('<') || text.includes('>') || text.includes('"');
  return special ? text.replace(ALL_SPECIAL, (char) => NAMES[char] ?? char) : text;
}
