import { basename } from 'node:path';
import type { Receipt } from '#contracts';
import { articleLines } from './article-lines.ts';
import type { Outcomes } from './outcomes.ts';
import type { Pipeline } from './pipeline.ts';
import { type Given, pushStory } from './push-story.ts';
import type { Sample } from './samples.ts';
import { screen } from './screen.ts';

const OUTCOME_TIMEOUT = 60_000;
const ARTICLE_TIMEOUT = 10_000;

/** Pushes one document and shows what became of each of its stories; false when one did not end as it should. */
export async function showStory(
  sample: Sample,
  { services, apiKeys }: Pipeline,
  outcomes: Outcomes,
  signal: AbortSignal,
): Promise<boolean> {
  screen.title(sample.shows);
  screen.row('pushed', `${basename(sample.file)} as ${sample.contentType} by ${sample.provider}`);
  const pushed = await pushStory(services.ingest.url, apiKeys.get(sample.provider) ?? '', sample);
  if (!pushed.accepted) {
    screen.row('refused', `${pushed.status} ${pushed.problem}`, 'red');
    return false;
  }
  let expected = true;
  for (const given of pushed.receipts) {
    screen.row('receipt', `${given.receipt} (${pushed.status})`);
    expected = (await showOutcome(given, sample, outcomes, signal)) && expected;
  }
  return expected;
}

async function showOutcome(
  { receipt, id }: Given,
  sample: Sample,
  outcomes: Outcomes,
  signal: AbortSignal,
): Promise<boolean> {
  const start = performance.now();
  const outcome = await outcomes.outcomeOf(receipt, OUTCOME_TIMEOUT, signal);
  if (outcome === undefined) {
    screen.row('outcome', signal.aborted ? 'not waited for' : `none after ${OUTCOME_TIMEOUT / 1000} s`, 'red');
    return false;
  }
  screen.outcome(outcome, Math.round(performance.now() - start));
  if (outcome.outcome === 'stored' || outcome.outcome === 'killed' || outcome.outcome === 'embargoed') {
    const article = await outcomes.articleOf(receipt, ARTICLE_TIMEOUT, signal);
    if (article === undefined) screen.row('article', `${id} was not announced`, 'red');
    else screen.article(articleLines({ ...article, notes: [...article.notes, ...outcomes.privateNotesOf(receipt)] }));
  }
  return asExpected(sample, outcome.outcome);
}

/** A duplicate is fine everywhere: on data of an earlier run, pushing again changes nothing. */
function asExpected({ outcome: expected }: Sample, outcome: Receipt['outcome']): boolean {
  if (outcome === 'duplicate' || outcome === expected) return true;
  if (expected === undefined) return outcome !== 'dead-lettered';
  screen.row('', `expected ${expected}`, 'red');
  return false;
}
