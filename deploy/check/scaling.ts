import { z } from 'zod';
import { subscriptions } from '#contracts';
import { type Finding, findings } from './finding.ts';
import { at, listAt, type Manifest, nameOf, type Part } from './manifest.ts';

/**
 * Keys of KEDA's kafka trigger that we use (keda.sh, "Apache Kafka"). The custom resource takes any key, and KEDA
 * falls back to its own default where one is mistyped.
 */
const KafkaTrigger = z.strictObject({
  bootstrapServersFromEnv: z.literal('KAFKA_BROKERS'),
  consumerGroup: z.string(),
  topic: z.string(),
  lagThreshold: z.string().regex(/^[1-9]\d*$/),
  activationLagThreshold: z.string().regex(/^\d+$/).optional(),
  // As the consumer does: with another policy a new group is counted wrong.
  offsetResetPolicy: z.literal('earliest'),
  allowIdleConsumers: z.literal('false'),
});

/** Who is scaled is there, is not told a number besides, and by topics and a group that are its own. */
export function checkScaling(manifests: readonly Manifest[]): Finding[] {
  const { found, say } = findings('scaling');
  for (const scaled of manifests.filter(({ kind }) => kind === 'ScaledObject' || kind === 'HorizontalPodAutoscaler')) {
    const name = nameOf(scaled);
    const reference = at<Part>(scaled, 'spec.scaleTargetRef') ?? {};
    const kind = reference['kind'] ?? 'Deployment';
    const target = manifests.find((one) => one.kind === kind && one.metadata.name === reference['name']);
    if (target === undefined) say(name, `scales ${kind}/${reference['name']}, which is not there`);
    else if (at(target, 'spec.replicas') !== undefined) say(nameOf(target), `says how many, and so does ${name}`);
    const least = at<number>(scaled, 'spec.minReplicaCount') ?? at<number>(scaled, 'spec.minReplicas') ?? 0;
    const most = at<number>(scaled, 'spec.maxReplicaCount') ?? at<number>(scaled, 'spec.maxReplicas') ?? 0;
    const behind = at<number>(scaled, 'spec.fallback.replicas');
    if (least < 1) say(name, 'may scale to none');
    if (least > most) say(name, `has at least ${least} and at most ${most}`);
    if (scaled.kind !== 'ScaledObject') continue;
    if (behind === undefined || behind < least || behind > most)
      say(name, 'has no number for when Kafka can not be asked, or one out of bounds');
    for (const problem of triggerProblems(scaled, String(reference['name']), most)) say(name, problem);
  }
  return found;
}

function triggerProblems(scaled: Manifest, group: string, most: number): string[] {
  const read = subscriptions.find((one) => one.group === group)?.topics ?? [];
  const triggers = listAt<Part>(scaled, 'spec.triggers');
  const problems = triggers.flatMap((trigger) => {
    const { data, error } = KafkaTrigger.safeParse(trigger['metadata']);
    if (data === undefined) return error.issues.map(({ path, message }) => `trigger: ${path.join('.')} ${message}`);
    const topic = read.find((one) => one.name === data.topic);
    if (data.consumerGroup !== group || topic === undefined)
      return [`${group} does not read ${data.topic} as ${data.consumerGroup}`];
    return topic.partitions === most
      ? []
      : [`${data.topic} has ${topic.partitions} partitions, and there may be ${most} copies`];
  });
  const asked = triggers.map((trigger) => at(trigger, 'metadata.topic'));
  return [
    ...problems,
    ...read.filter(({ name }) => !asked.includes(name)).map(({ name }) => `does not look at ${name}`),
  ];
}
