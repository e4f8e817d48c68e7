const LABEL = /^(?:editor(?:['’]s|s['’]?|ial)?\s+note)\s*[:：]\s*(.*)$/is;

/** The text after "Editor's note:", empty where it stands on the next line; undefined for any other line. */
export function readEditorsNote(line: string): string | undefined {
  return LABEL.exec(line)?.[1]?.trim();
}
