import { connect, createServer, type Server, type Socket } from 'node:net';
import type { ISocketFactory } from 'kafkajs';

const PRODUCE = 0;

/** Cuts a byte stream into Kafka's frames: four bytes of length, then that many bytes (Kafka protocol guide, "Requests"). */
class Frames {
  private buffered = Buffer.alloc(0);

  *push(chunk: Buffer): Generator<Buffer> {
    this.buffered = Buffer.concat([this.buffered, chunk]);
    while (this.buffered.length >= 4) {
      const length = 4 + this.buffered.readInt32BE(0);
      if (this.buffered.length < length) return;
      yield this.buffered.subarray(0, length);
      this.buffered = this.buffered.subarray(length);
    }
  }
}

/**
 * A TCP proxy before one broker that can lose the acknowledgement of a produce: the broker stores the records, the
 * client sees its connection break before the answer.
 */
export class FaultProxy implements AsyncDisposable {
  /** Produce answers that were swallowed so far. */
  swallowed = 0;
  private toSwallow = 0;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  private constructor(broker: string) {
    const [host, port] = broker.split(':');
    this.server = createServer((client) => this.join(client, connect(Number(port), host)));
  }

  static async before(broker: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(broker);
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** The next `count` produce answers get lost. */
  swallowAcknowledgements(count: number): void {
    this.toSwallow += count;
  }

  /** For a client's options: every connection, wherever the broker says it is, goes through here. */
  readonly socketFactory: ISocketFactory = ({ onConnect }) => {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy is closed');
    return connect(address.port, '127.0.0.1', onConnect);
  };

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket, broker: Socket): void {
    const produces = new Set<number>();
    const requests = new Frames();
    const answers = new Frames();
    for (const [socket, other] of [
      [client, broker],
      [broker, client],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => other.destroy());
    }
    client.on('data', (chunk) => {
      for (const frame of requests.push(chunk)) {
        if (frame.readInt16BE(4) === PRODUCE) produces.add(frame.readInt32BE(8));
        broker.write(frame);
      }
    });
    broker.on('data', (chunk) => {
      for (const frame of answers.push(chunk)) {
        if (this.toSwallow > 0 && produces.delete(frame.readInt32BE(4))) {
          this.toSwallow -= 1;
          this.swallowed += 1;
          client.destroy();
          return;
        }
        client.write(frame);
      }
    });
  }
}
