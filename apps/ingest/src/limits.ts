import type { FastifyServerOptions } from 'fastify';
import { MAX_DOCUMENT_BYTES } from '#contracts';

/** What may wait for Kafka, and when the door counts as ready. */
export const STORAGE_LIMITS = {
  /** Memory that a broker in trouble may cost; beyond it senders are told at once. */
  backlogBytes: 32 * 1024 * 1024,
  backlogRecords: 5_000,
  /** What a record takes besides its value: key, headers, framing. */
  recordOverheadBytes: 600,
  /** Not ready before full: other replicas get the requests while this one catches up. */
  readyShare: 0.8,
  /** How long one failure keeps requests away; then they find out whether it is over. */
  failureMs: 10_000,
} as const;

/** Documents of all requests together: two of the largest, so that with their parses and records the service stays within 256 MiB. */
export const DOCUMENT_BUDGET_BYTES = 2 * MAX_DOCUMENT_BYTES;

/** Limits of the HTTP server. The length of a body is checked where it is read, against `MAX_DOCUMENT_BYTES`. */
export const HTTP_LIMITS = {
  /** A whole request, with its body: 8 MiB in 30 s is a slow line of 270 kB/s. */
  requestTimeout: 30_000,
  /** Longer than the 60 s after which common load balancers close an idle connection, so that they do it first. */
  keepAliveTimeout: 65_000,
  /** Closing waits for requests under way, not for senders that keep a connection open. */
  forceCloseConnections: 'idle',
  http: {
    /** An API key and a handful of headers; Node's own default. */
    maxHeaderSize: 16 * 1024,
    /** Headers alone: a sender that trickles them holds a connection no longer. */
    headersTimeout: 10_000,
  },
} as const satisfies FastifyServerOptions & { http: object };
