const HEAD = 4096;

/** The local name of a document's root element, from its head; undefined where the text is no XML. */
export function xmlRoot(text: string): string | undefined {
  const start = text.slice(0, HEAD).trimStart();
  if (!start.startsWith('<')) return undefined;
  const head = start.replace(/<!--[\s\S]*?-->/g, '');
  return /<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s>/]/.exec(head)?.[1];
}
