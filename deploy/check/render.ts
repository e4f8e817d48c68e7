import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { type Finding, findings } from './finding.ts';
import type { Manifest } from './manifest.ts';

/** The kustomizations that somebody applies, from the root of the repository. */
export const KUSTOMIZATIONS = ['k8s/base', 'k8s/overlays/local', 'k8s/overlays/production'] as const;

/** How to build a kustomization on this machine; undefined where it can't. */
export function kustomizer(): ((folder: string) => Manifest[]) | undefined {
  const commands = [
    ['kubectl', 'kustomize'],
    ['kustomize', 'build'],
  ] as const;
  const command = commands.find(([program, verb]) => spawnSync(program, [verb, '--help']).status === 0);
  if (command === undefined) return undefined;
  const [program, verb] = command;
  return (folder) =>
    manifestsOf(execFileSync(program, [verb, folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** The objects in a YAML text; throws where it is not YAML, or a key stands twice. */
export function manifestsOf(text: string): Manifest[] {
  return parseAllDocuments(text).flatMap((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw error;
    const value: unknown = document.toJS();
    return value === null ? [] : [value as Manifest];
  });
}

/** What builds forgive: files that are not strict YAML (a key twice, the last wins). `files` by name. */
export function checkYaml(files: ReadonlyMap<string, string>): Finding[] {
  const { found, say } = findings('yaml');
  for (const [file, text] of files) {
    for (const { errors } of parseAllDocuments(text)) for (const { message } of errors) say(file, message);
  }
  return found;
}

/** All YAML files below `folder`, by their path from `root`. */
export function yamlFiles(root: string, folder: string): Map<string, string> {
  return new Map(
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(root, path), readFileSync(path, 'utf8')] as const),
  );
}
