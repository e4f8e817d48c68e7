import { escapeHtml } from './escape-html.ts';
import { ATTRIBUTES } from './news-markup.ts';

/** A start tag with the attributes that `ATTRIBUTES` allows for the element. */
export function openTag(name: string, attributes: Readonly<Record<string, string>>): string {
  let tag = `<${name}`;
  for (const key of ATTRIBUTES[name] ?? []) {
    const value = attributes[key];
    if (value) tag += ` ${key}="${escapeHtml(value)}"`;
  }
  return `${tag}>`;
}
