import type { Pipeline } from '../cli/start/pipeline.ts';

/** A story to push: who sends it, what it is, and its bytes or text. */
export type Push = { readonly provider: string; readonly contentType: string; readonly body: string | Buffer };

export type Answer = {
  readonly status: number;
  readonly receipts: readonly { readonly receipt: string; readonly id: string }[];
  readonly code?: string;
};

/** One request to the door, and its answer. Throws when there is none. */
export async function push({ services, apiKeys }: Pipeline, { provider, contentType, body }: Push): Promise<Answer> {
  const response = await fetch(`${services.ingest.url}/v1/stories`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKeys.get(provider)}`, 'content-type': contentType },
    body: new Uint8Array(Buffer.from(body)),
    signal: AbortSignal.timeout(15_000),
  });
  const answer = (await response.json()) as { receipts?: Answer['receipts']; code?: string };
  return {
    status: response.status,
    receipts: answer.receipts ?? [],
    ...(answer.code !== undefined && { code: answer.code }),
  };
}

/** A feed that never gives up: pushes until the door says 202, as the senders of a wire do. */
export async function pushUntilAccepted(pipeline: Pipeline, story: Push): Promise<Answer> {
  for (;;) {
    const answer = await push(pipeline, story).catch(() => undefined);
    if (answer?.status === 202) return answer;
    if (answer !== undefined && answer.status < 500 && answer.status !== 429)
      throw new Error(`refused with ${answer.status} ${answer.code}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A small ninjs item of version `version`. */
export function ninjsStory(name: string, version: number, extra: object = {}): Push {
  const item = {
    uri: `urn:wire:${name}`,
    type: 'text',
    version: String(version),
    versionCreated: new Date(Date.UTC(2026, 0, 1, 0, version)).toISOString(),
    language: 'en',
    headlines: [{ value: `${name}, version ${version}` }],
    bodies: [
      {
        contentType: 'text/plain',
        value: `The council of ${name} met for the ${version}. time.\n\nIt decided nothing.`,
      },
    ],
    associations: [
      {
        name: 'main',
        uri: `urn:wire:${name}:picture`,
        type: 'picture',
        descriptions: [{ value: `The council of ${name} in session, May ${version}, 2025. /Desk Photo` }],
      },
    ],
    ...extra,
  };
  return { provider: 'wire', contentType: 'application/ninjs+json', body: JSON.stringify(item) };
}
