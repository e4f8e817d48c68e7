const SPECIAL = /[&<>"]/;
const ALL_SPECIAL = /[&<>"]/g;
const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as HTML, fit for content and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return SPECIAL.test(text) ? text.replace(ALL_SPECIAL, (char) => NAMES[char] ?? char) : text;
}
