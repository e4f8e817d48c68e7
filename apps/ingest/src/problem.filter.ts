import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { Clock } from './clock.ts';
import { acceptedMediaTypes } from './declared.ts';
import { HttpMetrics } from './http-metrics.ts';
import { Problem, type ProblemCode, problemBody } from './problem.ts';

const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Answers everything that is not a success, from a wrong address to our own faults, with problem+json (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);
  private readonly clock: Clock;
  private readonly metrics: HttpMetrics;

  constructor(clock: Clock, metrics: HttpMetrics) {
    this.clock = clock;
    this.metrics = metrics;
  }

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(error, request);
    const body = problemBody(problem, this.clock.nextId());
    if (problem.status === 500) this.logger.error({ msg: 'request failed', instance: body.instance, err: error });
    this.metrics.answered(problem.status, body.code, reply.elapsedTime);
    if (problem.status === 415) reply.header('Accept-Post', acceptedMediaTypes().join(', '));
    if (problem.status === 503) reply.header('Retry-After', this.clock.retryAfterSeconds());
    await reply
      .status(problem.status)
      .headers(problem.headers)
      .header('Cache-Control', 'no-store')
      .header('Content-Type', 'application/problem+json')
      .send(JSON.stringify(body));
    // What is left of the body is thrown away as it comes (for at most the request's timeout): a sender that is still
    // writing would otherwise lose the answer with its connection.
    request.raw.resume();
  }
}

/** Nest's and Fastify's own errors by their status; their texts are not passed on. */
function toProblem(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  const status = error instanceof HttpException ? error.getStatus() : 500;
  if (status === 404) return notFound(request);
  return new Problem({ code: codeOf(status) }, { cause: error });
}

function codeOf(status: number): ProblemCode {
  if (status === 413) return 'document-too-large';
  if (status === 415) return 'unsupported-media-type';
  return status >= 400 && status < 500 ? 'bad-request' : 'internal-error';
}

/** 405 with `Allow` where the address exists for another method. */
function notFound(request: FastifyRequest): Problem {
  const url = request.url.split('?', 1)[0] ?? '';
  const allowed = METHODS.filter((method) => request.server.hasRoute({ method, url }));
  if (allowed.length === 0) return new Problem({ code: 'not-found' });
  return new Problem({ code: 'method-not-allowed' }, { headers: { Allow: allowed.join(', ') } });
}
