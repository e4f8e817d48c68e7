import type { Mention } from '#contracts';
import { EntityRecognizer, type EntityText } from './entity-recognizer.ts';

class NoEntities extends EntityRecognizer {
  override async recognize(texts: readonly EntityText[]): Promise<Mention[][]> {
    return texts.map(() => []);
  }

  override async close(): Promise<void> {}
}

/** Recognition switched off: finds nothing in any text. */
export function noEntities(): EntityRecognizer {
  return new NoEntities();
}
