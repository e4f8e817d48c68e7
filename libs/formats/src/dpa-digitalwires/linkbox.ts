import { Parser } from 'htmlparser2';
import type { Note, Relation } from '#contracts';
import type { JsonObject } from '../json-object.ts';
import { linkAddress } from '../news-markup.ts';
import { linesOf } from './notes.ts';

/** The box of links: each link is a relation; words that are no link are a public note. */
export function readLinkbox(entry: JsonObject): { relations: Relation[]; notes: Note[] } {
  const html = entry.text('linkbox_html');
  if (html === undefined) return { relations: [], notes: [] };
  const relations = linksOf(html);
  const titles = new Set(relations.map(({ title }) => title));
  const rest = linesOf(html)
    .split('\n')
    .filter((line) => line !== '' && !titles.has(line));
  return { relations, notes: rest.length === 0 ? [] : [{ role: 'linkbox', text: rest.join('\n'), public: true }] };
}

function linksOf(html: string): Relation[] {
  const relations: Relation[] = [];
  let open: { href: string; title: string } | undefined;
  const parser = new Parser({
    onopentag: (name, { href }) => {
      const address = linkAddress(href);
      if (name === 'a' && address !== undefined) open = { href: address, title: '' };
    },
    ontext: (text) => {
      if (open !== undefined) open.title += text;
    },
    onclosetag: (name) => {
      if (name !== 'a' || open === undefined) return;
      const title = open.title.replace(/\s+/g, ' ').trim();
      relations.push({ rel: 'seeAlso', href: open.href, ...(title !== '' && { title }) });
      open = undefined;
    },
  });
  parser.end(html);
  return relations;
}
