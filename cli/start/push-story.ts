import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Sample } from './samples.ts';

const Accepted = z.object({ receipts: z.array(z.object({ receipt: z.string(), id: z.string() })) });

/** A receipt and the key of its story. */
export type Given = { readonly receipt: string; readonly id: string };

/** The answer to a push: the receipts of the stories it was accepted as, or the problem it was refused for. */
export type Pushed =
  | { readonly accepted: true; readonly status: number; readonly receipts: readonly Given[] }
  | { readonly accepted: false; readonly status: number; readonly problem: string };

const TRIES = 5;

/** Sends a document to `POST /v1/stories`, again when the service asks for it (429, 503 with Retry-After). */
export async function pushStory(url: string, apiKey: string, sample: Sample): Promise<Pushed> {
  const body = await readFile(sample.file);
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(`${url}/v1/stories`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': sample.contentType },
      body,
    });
    const text = await response.text();
    if (response.status === 202) {
      return { accepted: true, status: 202, receipts: Accepted.parse(JSON.parse(text)).receipts };
    }
    const again = response.status === 429 || response.status === 503;
    if (!again || attempt === TRIES) return { accepted: false, status: response.status, problem: text };
    await sleep(Number(response.headers.get('retry-after') ?? 1) * 1000);
  }
}
