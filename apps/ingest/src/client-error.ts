import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { PROBLEMS, Problem, type ProblemCode, problemBody } from './problem.ts';

/** Node's codes for requests that never became one. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/** Answers a connection whose request could not even be parsed, in the form of all other problems, and closes it. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = CODES[error.code ?? ''] ?? 'bad-request';
  const { status, title } = PROBLEMS[code];
  const body = JSON.stringify(problemBody(new Problem({ code }), randomUUID()));
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\nConnection: close\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
