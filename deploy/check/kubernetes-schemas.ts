import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { runTool } from '../tools/run-tool.ts';
import { type Finding, findings } from './finding.ts';
import { at, listAt, type Manifest, nameOf } from './manifest.ts';
import { STRIMZI_SCHEMAS } from './strimzi-schemas.ts';

type Schema = { [keyword: string]: unknown };
type Kind = { readonly group: string; readonly version: string; readonly kind: string };

/** Says what of a manifest the API would not know. */
export type SchemaCheck = (manifests: readonly Manifest[]) => Finding[];

const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
/** A number with a suffix of the SI, of powers of two, or an exponent; the API takes bare numbers as well. */
const QUANTITY_SCHEMA: Schema = {
  oneOf: [
    { type: 'number' },
    { type: 'string', pattern: '^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(([KMGTPE]i)|[numkMGTPE]|([eE][+-]?[0-9]+))?$' },
  ],
};
const INT_OR_STRING: Schema = { anyOf: [{ type: 'integer' }, { type: 'string' }] };

/** The schemas of Kubernetes and of the operators, fetched once by a script. Throws where this machine can't. */
export async function kubernetesSchemas(root: string): Promise<SchemaCheck> {
  const [folder = ''] = await runTool(join(root, 'deploy/tools/kubernetes-schemas.sh'));
  const validators = new Map<string, () => ValidateFunction>();
  addKubernetes(validators, JSON.parse(readFileSync(join(folder, 'swagger.json'), 'utf8')));
  for (const file of readdirSync(join(folder, 'crds')))
    addCustomResource(validators, parse(readFileSync(join(folder, 'crds', file), 'utf8')));
  for (const [kind, schema] of Object.entries(STRIMZI_SCHEMAS)) add(validators, kind, () => ajv().compile(schema));
  return (manifests) => check(manifests, validators);
}

function check(manifests: readonly Manifest[], validators: ReadonlyMap<string, () => ValidateFunction>): Finding[] {
  const { found, say } = findings('schema');
  for (const manifest of manifests) {
    const { apiVersion, kind } = manifest;
    const validate = validators.get(`${apiVersion}/${kind}`)?.();
    if (validate === undefined) say(nameOf(manifest), `the API has no ${kind} of ${apiVersion}`);
    else if (!validate(manifest)) {
      for (const { instancePath, message, params } of validate.errors ?? [])
        say(nameOf(manifest), `${instancePath} ${message} ${JSON.stringify(params)}`);
    }
  }
  return found;
}

function ajv(): Ajv {
  return new Ajv({ strict: false, validateFormats: false });
}

/** Compiled when first asked for: there are hundreds of kinds and we use a dozen. */
function add(validators: Map<string, () => ValidateFunction>, kind: string, compile: () => ValidateFunction): void {
  let compiled: ValidateFunction | undefined;
  validators.set(kind, () => {
    compiled ??= compile();
    return compiled;
  });
}

function addKubernetes(validators: Map<string, () => ValidateFunction>, swagger: Schema): void {
  const definitions = at<Record<string, Schema>>(swagger, 'definitions') ?? {};
  for (const [name, schema] of Object.entries(definitions)) {
    if (name === QUANTITY) replace(schema, QUANTITY_SCHEMA);
    else close(schema);
  }
  const compiler = ajv().addSchema({ $id: 'kubernetes', definitions });
  for (const [name, schema] of Object.entries(definitions)) {
    for (const { group, version, kind } of listAt<Kind>(schema, 'x-kubernetes-group-version-kind')) {
      const key = `${group === '' ? '' : `${group}/`}${version}/${kind}`;
      add(validators, key, () => compiler.compile({ $ref: `kubernetes#/definitions/${name}` }));
    }
  }
}

function addCustomResource(validators: Map<string, () => ValidateFunction>, definition: unknown): void {
  const group = at<string>(definition, 'spec.group');
  const kind = at<string>(definition, 'spec.names.kind');
  for (const version of listAt<Schema>(definition, 'spec.versions')) {
    const schema = at<Schema>(version, 'schema.openAPIV3Schema') ?? {};
    close(schema);
    // Kubernetes' own part of every object.
    const metadata = at<Schema>(schema, 'properties.metadata');
    if (metadata !== undefined) replace(metadata, { type: 'object' });
    add(validators, `${group}/${String(version['name'])}/${kind}`, () => ajv().compile(schema));
  }
}

/** An object takes only the members that are described; what the API calls int-or-string is either. */
function close(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return;
  const own = schema as Schema;
  if (own['format'] === 'int-or-string' || own['x-kubernetes-int-or-string'] === true) replace(own, INT_OR_STRING);
  if (
    typeof own['properties'] === 'object' &&
    own['additionalProperties'] === undefined &&
    own['x-kubernetes-preserve-unknown-fields'] !== true
  )
    own['additionalProperties'] = false;
  // A flag for the rest of a pattern is Go's way to write it; ours names what it is for.
  const pattern = own['pattern'];
  if (typeof pattern === 'string') own['pattern'] = pattern.replace(/\(\?i\)(.*)$/, '(?i:$1)');
  for (const [keyword, value] of Object.entries(own)) {
    if (keyword === 'properties') for (const property of Object.values(value as Schema)) close(property);
    else if (keyword === 'items' || keyword === 'additionalProperties') close(value);
  }
}

function replace(schema: Schema, by: Schema): void {
  for (const keyword of Object.keys(schema)) delete schema[keyword];
  Object.assign(schema, by);
}
