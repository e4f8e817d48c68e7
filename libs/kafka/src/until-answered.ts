import kafkajs from 'kafkajs';

const TRIES = 8;
const FIRST_RETRY_MS = 50;

/**
 * Asks the brokers again while leaders move, coordinators load and brokers restart: eight times, over six seconds.
 * `refresh` is called before each further try. Only errors of kafkajs are tried again; the last one is thrown.
 */
export async function untilAnswered<T>(ask: () => Promise<T>, refresh?: () => Promise<void>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === TRIES || !(error instanceof kafkajs.KafkaJSError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_RETRY_MS * 2 ** (attempt - 1)));
      await refresh?.().catch(() => undefined);
    }
  }
}
