import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { GeneratedFile } from './generated-file.ts';
import { yamlText } from './kafka-manifests.ts';

const FOLDER = 'k8s/components/monitoring';

/** The alerts for the Prometheus operator: the rules that Prometheus and promtool read, in its wrapping. */
export function alertManifest(root: string): GeneratedFile {
  const rules: unknown = parse(readFileSync(join(root, FOLDER, 'alerts.yaml'), 'utf8'));
  const manifest = {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: 'dateline' },
    spec: rules,
  };
  return { path: `${FOLDER}/prometheus-rule.yaml`, text: yamlText([manifest]) };
}
