import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const IMPORT = /^(?:import|export)\s[^;]*?from\s+'#([a-z-]+)'/gm;
/** Only specs may import it, and specs are not in the graph. */
const LEFT_OUT: ReadonlySet<string> = new Set(['testing']);

/** A Mermaid graph of which service and library imports which library, specs left out. */
export function importGraph(root: string): string {
  const units = ['apps', 'libs'].map((kind) => ({ kind, names: foldersOf(join(root, kind)) }));
  const groups = units.map(({ kind, names }) =>
    [`  subgraph ${kind}`, ...names.map((name) => `    ${nodeOf(kind, name)}["${name}"]`), '  end'].join('\n'),
  );
  const edges = units.flatMap(({ kind, names }) =>
    names.flatMap((name) =>
      importsOf(join(root, kind, name, 'src')).map((lib) => `  ${nodeOf(kind, name)} --> ${nodeOf('libs', lib)}`),
    ),
  );
  return ['```mermaid', 'graph TD', ...groups, ...edges, '```'].join('\n');
}

function nodeOf(kind: string, name: string): string {
  return `${kind}_${name.replaceAll('-', '_')}`;
}

function foldersOf(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() && !LEFT_OUT.has(entry.name) ? [entry.name] : [])).sort();
}

function importsOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  const found = sources.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(IMPORT)].map(([, lib = '']) => lib),
  );
  return [...new Set(found)].sort();
}
