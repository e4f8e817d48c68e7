import { parse } from 'yaml';
import { checkVariables, programOf } from './environment.ts';
import { type Finding, findings } from './finding.ts';
import { at, listAt, type Part, programOfImage } from './manifest.ts';

type Named = Readonly<Record<string, unknown>>;

/** `docker-compose.yml`, with the values that `variables` gives or its own defaults. */
export function checkCompose(text: string, variables: Readonly<Record<string, string>> = {}): Finding[] {
  const { found, say } = findings('compose');
  const file = parse(
    text.replaceAll(/\$\{(\w+)(?::-([^}]*))?\}/g, (_, name, otherwise) => variables[name] ?? otherwise ?? ''),
    { merge: true },
  );
  const services = at<Readonly<Record<string, Part>>>(file, 'services') ?? {};
  const secrets = Object.keys(at<Named>(file, 'secrets') ?? {});
  const volumes = Object.keys(at<Named>(file, 'volumes') ?? {});
  for (const [name, service] of Object.entries(services)) {
    for (const needed of Object.keys(at<Named>(service, 'depends_on') ?? {}).filter(
      () => !Array.isArray(service['depends_on']),
    ))
      if (services[needed] === undefined) say(name, `waits for ${needed}, which is not there`);
    for (const secret of listAt<string>(service, 'secrets'))
      if (!secrets.includes(secret)) say(name, `has no secret ${secret}`);
    for (const volume of listAt<string>(service, 'volumes')) {
      const [source = ''] = volume.split(':');
      if (!source.startsWith('.') && !volumes.includes(source)) say(name, `has no volume ${source}`);
    }
    for (const port of listAt<string>(service, 'ports'))
      if (!port.startsWith('127.0.0.1:')) say(name, `shows ${port} to the network`);
    const image = String(service['image']);
    const environment = at<Readonly<Record<string, string>>>(service, 'environment') ?? {};
    if (image.startsWith('apache/kafka') && environment['KAFKA_AUTO_CREATE_TOPICS_ENABLE'] !== 'false')
      say(name, 'makes topics by itself');
    const program = programOf(image, listAt<string>(service, 'command'));
    if (program === undefined) continue;
    found.push(...checkVariables(`compose: ${name}`, program, environment));
    for (const problem of softness(service)) say(name, problem);
    if (at(service, 'build.args.SERVICE') !== undefined && at(service, 'build.args.SERVICE') !== programOfImage(image))
      say(name, 'is built from another service');
  }
  return found;
}

function softness(service: Part): string[] {
  return [
    ...(service['read_only'] === true ? [] : ['can write to its image']),
    ...(listAt(service, 'cap_drop').includes('ALL') ? [] : ['keeps capabilities']),
    ...(listAt(service, 'security_opt').includes('no-new-privileges:true') ? [] : ['may get more privileges']),
    ...(String(service['user']).startsWith('0') ? ['runs as root'] : []),
  ];
}
