import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { showAddresses } from './start/addresses.ts';
import { parseArguments, type StartOptions, USAGE } from './start/arguments.ts';
import { endSignal, fired } from './start/end-signal.ts';
import { Outcomes } from './start/outcomes.ts';
import { type Pipeline, startPipeline } from './start/pipeline.ts';
import { projectRoot } from './start/project-root.ts';
import { exampleSamples, fileSamples, type Sample } from './start/samples.ts';
import { screen } from './start/screen.ts';
import { showStory } from './start/show-story.ts';

const root = projectRoot();
const examples = join(root, 'examples');

/** The whole of Dateline on this machine, with stories going through. Gives the exit code. */
async function start(options: StartOptions, signal: AbortSignal): Promise<number> {
  const samples =
    options.files.length > 0 ? fileSamples(options.files, options.provider) : await exampleSamples(examples);
  const dataDir = options.data ?? join(root, '.dateline', `run-${new Date().toISOString().replace(/[:.]/g, '-')}`);
  await mkdir(dataDir, { recursive: true });
  const providers = [options.provider, ...samples.map(({ provider }) => provider)];
  const stack = new AsyncDisposableStack();
  let code = 1;
  try {
    const pipeline = await startPipeline({ root, dataDir, providers, log: screen.progress, signal }, stack);
    const expected = await showStories(samples, pipeline, signal);
    if (!options.once) await keepRunning(pipeline, signal);
    code = expected || !options.once ? 0 : 1;
  } finally {
    await stack.disposeAsync();
    if (code === 0 && options.data === undefined) await rm(dataDir, { recursive: true, force: true });
    else screen.progress(`data and logs are in ${dataDir}`);
  }
  return code;
}

/** Pushes the stories one after the other; false when one of them did not end as it should. */
async function showStories(samples: readonly Sample[], pipeline: Pipeline, signal: AbortSignal): Promise<boolean> {
  const outcomes = new Outcomes(Date.now());
  const through = new AbortController();
  const following = outcomes.follow(pipeline.brokers, through.signal);
  try {
    let expected = true;
    for (const sample of samples) {
      signal.throwIfAborted();
      expected = (await showStory(sample, pipeline, outcomes, signal)) && expected;
    }
    return expected;
  } finally {
    through.abort();
    await following;
  }
}

async function keepRunning(pipeline: Pipeline, signal: AbortSignal): Promise<void> {
  showAddresses(pipeline, join(examples, 'harbour-lights.txt'));
  screen.title('Running. Ctrl-C drains and stops everything.');
  await Promise.race([fired(signal), ...Object.values(pipeline.services).map(({ failed }) => failed)]);
}

// npm runs this in the project's folder; INIT_CWD is where the person called it.
const options = parseArguments(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
if (options.help) {
  process.stdout.write(USAGE);
} else {
  const signal = endSignal();
  try {
    process.exitCode = await start(options, signal);
  } catch (error) {
    screen.error(signal.aborted ? 'interrupted' : (error as Error).message);
    process.exitCode = signal.aborted ? 130 : 1;
  }
}
