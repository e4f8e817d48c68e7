/**
 * A text with what stands between the lines `<!-- name -->` and `<!-- /name -->` replaced. Throws when they are not
 * there: a generated part must not vanish because its markers did.
 */
export function withSection(text: string, name: string, content: string): string {
  const start = `<!-- ${name} -->\n`;
  const end = `<!-- /${name} -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`there are no lines ${start.trim()} and ${end} in this order`);
  return `${text.slice(0, from + start.length)}\n${content.trim()}\n\n${text.slice(to)}`;
}
