import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { KAFKA_JARS, KAFKA_VERSION } from './artifacts.ts';
import { cached } from './cache.ts';
import { verifyChecksum } from './checksum.ts';
import { runCommand } from './command.ts';
import { javaHome } from './java.ts';
import { type Log, timed } from './progress.ts';

/** The class path of a Kafka broker: KAFKA_HOME's jars where that is set, else the pinned ones from a Maven repository. */
export async function kafkaClassPath(java: string, log: Log): Promise<string> {
  const home = process.env['KAFKA_HOME'];
  if (home) return join(home, 'libs', '*');
  const pins = createHash('sha256').update(JSON.stringify(KAFKA_JARS)).digest('hex').slice(0, 8);
  const what = `kafka ${KAFKA_VERSION}: downloading ${Object.keys(KAFKA_JARS).length} jars`;
  const folder = await cached(`kafka-${KAFKA_VERSION}-${pins}`, (draft) =>
    timed(log, what, () => prepare(draft, java)),
  );
  return join(folder, '*');
}

async function prepare(folder: string, java: string): Promise<void> {
  const repository = process.env['MAVEN_REPOSITORY_URL'];
  await (repository ? downloadFrom(repository, folder) : copyWithMaven(folder, java));
  for (const [coordinate, sha256] of Object.entries(KAFKA_JARS)) {
    const file = join(folder, jarName(coordinate));
    await verifyChecksum(file, sha256);
  }
}

async function downloadFrom(repository: string, folder: string): Promise<void> {
  for (const coordinate of Object.keys(KAFKA_JARS)) {
    const [group = '', artifact, version] = coordinate.split(':');
    const path = `${group.replaceAll('.', '/')}/${artifact}/${version}/${jarName(coordinate)}`;
    const url = `${repository.replace(/\/+$/, '')}/${path}`;
    const response = await fetch(url, { signal: AbortSignal.timeout(120_000) });
    if (!response.ok) throw new Error(`${path}: the Maven repository answered ${response.status}`);
    await writeFile(join(folder, basename(path)), Buffer.from(await response.arrayBuffer()));
  }
}

async function copyWithMaven(folder: string, java: string): Promise<void> {
  const pom = join(folder, 'pom.xml');
  await writeFile(pom, pomOf(Object.keys(KAFKA_JARS)));
  const home = javaHome(java);
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
  const args = ['-B', '-q', '-f', pom, goal, '-DexcludeTransitive=true', `-DoutputDirectory=${folder}`];
  try {
    await runCommand('mvn', args, { env: { ...process.env, ...(home !== undefined && { JAVA_HOME: home }) } });
  } catch (error) {
    const hint = 'Install Maven (Debian: apt-get install maven), or set KAFKA_HOME or MAVEN_REPOSITORY_URL';
    throw new Error(`the jars of Kafka ${KAFKA_VERSION} could not be had. ${hint}.\n${(error as Error).message}`);
  }
}

function pomOf(coordinates: readonly string[]): string {
  const dependencies = coordinates.map((coordinate) => {
    const [group, artifact, version] = coordinate.split(':');
    return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
  });
  return `<project><modelVersion>4.0.0</modelVersion>
<groupId>dateline</groupId><artifactId>kafka</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>${dependencies.join('\n')}</dependencies></project>\n`;
}

function jarName(coordinate: string): string {
  const [, artifact, version] = coordinate.split(':');
  return `${artifact}-${version}.jar`;
}
