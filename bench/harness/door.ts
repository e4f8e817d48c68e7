import { Agent, request } from 'node:http';
import { asNinjs, inventedStory } from './invented-story.ts';

/** Pushes invented stories to ingest over connections that stay open. */
export class Door {
  private readonly agent: Agent;
  private readonly url: string;
  private readonly apiKey: string;

  constructor(url: string, apiKey: string, connections: number) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
    this.url = `${url}/v1/stories`;
    this.apiKey = apiKey;
  }

  /** Pushes story number `index`; resolves with the status of the answer once all of it was read. */
  push(index: number): Promise<number> {
    const body = Buffer.from(asNinjs(inventedStory(index)));
    const headers = {
      authorization: `Bearer ${this.apiKey}`,
      'content-type': 'application/ninjs+json',
      'content-length': body.length,
    };
    return new Promise((resolve, reject) => {
      const sent = request(this.url, { method: 'POST', agent: this.agent, headers }, (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
        response.once('error', reject);
      });
      sent.once('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
