import { subscriptions } from '#contracts';
import { describeTopics, groupMembers } from '#kafka';
import type { Command, Context } from './command.ts';
import { chosenLetters } from './dlq/select.ts';
import { EXIT, UsageError } from './exit.ts';
import { allLags, lagRows } from './lag.ts';
import { numberOption, textOptions } from './options.ts';
import { type ServiceState, serviceState } from './service-state.ts';
import { secondsText } from './table.ts';
import { topicDifferences } from './topic-differences.ts';
import { ALL_TOPICS } from './topics.ts';

/** `ops status`: everything at a glance; exit code 1 when something needs somebody. */
export const statusCommand: Command = {
  name: 'status',
  summary: 'everything at a glance: services, topics, groups, lag, dead letters, the oldest story that waits',
  synopsis: '[--service NAME=URL]… [--max-seconds N]',
  help: [
    '--service NAME=URL  ask this service for /readyz and /metrics; may be given several times',
    '--max-seconds N  how long a story may wait (default: 60)',
  ],
  options: { service: { type: 'string', multiple: true }, 'max-seconds': { type: 'string' } },
  run: async (context) => {
    const { values, clusters, output } = context;
    const most = numberOption(values, 'max-seconds', 60);
    const services = await Promise.all(textOptions(values, 'service').map(asked));
    const differing = await differingTopics(context);
    const lags = await allLags(clusters);
    const members = await groupMembers(
      clusters.kafka,
      subscriptions.map(({ group }) => group),
    );
    const groups = lagRows(lags, 'group', Date.now()).map((row) => ({ ...row, members: members.get(row.group) ?? 0 }));
    const letters = await openLetterCount(context);
    const waiting = lags
      .filter(({ oldest }) => oldest !== undefined)
      .sort((a, b) => Number(a.oldest) - Number(b.oldest));
    const [oldest] = waiting;
    const troubles = [
      ...services.filter(({ ready }) => !ready).map(({ name, trouble }) => `${name} is not ready: ${trouble}`),
      ...differing,
      ...groups.filter(({ members }) => members === 0).map(({ group }) => `the group ${group} has no members`),
      ...groups
        .filter(({ seconds }) => seconds > most)
        .map(({ group, seconds }) => `${group}: a record has waited ${secondsText(seconds)}`),
      ...(letters > 0 ? [`${letters} dead letters are open`] : []),
    ];
    const ok = troubles.length === 0;
    output.result({ ok, troubles, services, groups, openDeadLetters: letters, oldestWaiting: oldest ?? null }, () => {
      if (services.length > 0) showServices(services, context);
      output.title('Groups');
      output.table(
        [
          { head: 'group' },
          { head: 'members', right: true },
          { head: 'records', right: true },
          { head: 'waiting', right: true },
        ],
        groups.map((row) => [
          row.group,
          String(row.members),
          String(row.records),
          row.records === 0 ? '' : secondsText(row.seconds),
        ]),
      );
      output.title(ok ? 'All is well.' : 'Needs a look:');
      for (const trouble of troubles) output.line(`  ${trouble}`);
    });
    return ok ? EXIT.ok : EXIT.found;
  },
};

function asked(given: string): Promise<ServiceState> {
  const [, name, url] = /^([a-z0-9-]+)=(https?:\/\/\S+?)\/?$/.exec(given) ?? [];
  if (name === undefined || url === undefined) throw new UsageError('--service is NAME=URL');
  return serviceState(name, url);
}

function showServices(services: readonly ServiceState[], { output }: Context): void {
  output.title('Services');
  const total = ({ totals }: ServiceState, counter: string): string =>
    String(totals[`dateline_stage_${counter}_total`] ?? 0);
  output.table(
    [
      { head: 'service' },
      { head: 'ready' },
      { head: 'received', right: true },
      { head: 'sent', right: true },
      { head: 'failed', right: true },
      { head: 'dead letters', right: true },
    ],
    services.map((service) => [
      service.name,
      service.ready ? 'yes' : 'no',
      ...['received', 'sent', 'failed', 'dead_lettered'].map((counter) => total(service, counter)),
    ]),
  );
}

async function differingTopics({ clusters }: Context): Promise<string[]> {
  const names = ALL_TOPICS.map(({ name }) => name);
  const real = await describeTopics(clusters.kafka, await clusters.reader(), names);
  return ALL_TOPICS.flatMap((declared) => {
    const found = real.find(({ name }) => name === declared.name);
    return topicDifferences(declared, found, { replicas: 0, minInsync: 0 }).map(
      ({ setting, declared: should, real: is }) => `${declared.name}: ${setting} is ${is}, not ${should}`,
    );
  });
}

async function openLetterCount(context: Context): Promise<number> {
  let open = 0;
  for await (const { done } of chosenLetters({ ...context, values: {} })) if (done === undefined) open += 1;
  return open;
}
