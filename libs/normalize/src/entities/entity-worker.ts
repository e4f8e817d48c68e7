import { parentPort } from 'node:worker_threads';
import { loadEntityFinder } from './entity-finder.ts';
import type { EntityAnswer, EntityRequest } from './entity-task.ts';

const find = await loadEntityFinder();

parentPort?.on('message', ({ texts }: EntityRequest) => {
  parentPort?.postMessage(answer(texts));
});

function answer(texts: EntityRequest['texts']): EntityAnswer {
  try {
    return { mentions: texts.map(({ text, language }) => find(text, language)) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
