const HEAD = 8192;

/** Local name of the root element of an XML document, read from its head alone; undefined when it is no XML. */
export function rootName(text: string): string | undefined {
  const head = text
    .slice(0, HEAD)
    .replace(/<!--[\s\S]*?-->/g, '')
    .trimStart();
  return head.startsWith('<') ? /<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]/.exec(head)?.[1] : undefined;
}
