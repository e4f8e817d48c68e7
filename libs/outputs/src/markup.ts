import { Parser } from 'htmlparser2';
import type { NinjsItem } from '#contracts';

/** The markup of a body as a tree: elements with their attributes, and texts. */
export type MarkupElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (MarkupElement | string)[];
};

/** Bodies are cut to a hundred levels when they are read; what is deeper leaves its text. */
const MAX_DEPTH = 110;

/** The body of an item as markup: its HTML, else its plain text in paragraphs; nothing where it has none. */
export function bodyMarkup({ bodies = [] }: NinjsItem): (MarkupElement | string)[] {
  const html = bodies.find(({ contentType }) => contentType === 'text/html');
  if (html !== undefined) return parseMarkup(html.value);
  const plain = bodies[0]?.value ?? '';
  return plain
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ name: 'p', attributes: {}, children: [paragraph.trim()] }));
}

/** HTML as a tree, with the ends that HTML implies. */
export function parseMarkup(html: string): (MarkupElement | string)[] {
  const root: MarkupElement = { name: '', attributes: {}, children: [] };
  const open: MarkupElement[] = [root];
  let beyond = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > MAX_DEPTH) {
          beyond += 1;
          return;
        }
        const element: MarkupElement = { name, attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      onclosetag() {
        if (beyond > 0) beyond -= 1;
        else if (open.length > 1) open.pop();
      },
      ontext(text) {
        open.at(-1)?.children.push(text);
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return root.children;
}
