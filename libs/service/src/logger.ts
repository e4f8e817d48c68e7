import type { LoggerService } from '@nestjs/common';
import {
  type DestinationStream,
  destination,
  type Level,
  type LevelWithSilent,
  type Logger,
  pino,
  stdTimeFunctions,
} from 'pino';
import { scrub } from './scrub.ts';

/** What stands on every line. */
export type LogIdentity = { readonly service: string; readonly version: string };

/**
 * JSON lines on stdout behind Nest's `LoggerService`: `level`, `time` (ISO 8601), `service`, `version`, `context`, `msg`
 * and the fields of an object given in place of the message. Nothing is written before it went through `scrub`.
 * Writing is synchronous, so that the last line before an exit is never lost.
 */
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  /** `mixin` gives fields for every line from where it is written, such as the trace under way. */
  constructor(
    identity: LogIdentity,
    level: LevelWithSilent,
    stream: DestinationStream = destination({ sync: true }),
    mixin?: () => object,
  ) {
    this.pino = pino(
      {
        level,
        base: { ...identity },
        ...(mixin !== undefined && { mixin }),
        timestamp: stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
        // Already made plain by `scrub`; pino's own would name every error "Object".
        serializers: { err: (error: unknown) => error },
      },
      stream,
    );
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest passes the context last, and for errors a stack before it. */
  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    if (!this.pino.isLevelEnabled(level)) return;
    const context = rest.at(-1);
    const details = rest.slice(0, -1).filter((detail) => detail !== undefined);
    this.pino[level]({
      ...(typeof context === 'string' && { context }),
      ...fields(message),
      ...(details.length > 0 && { details: scrub(details) }),
    });
  }
}

function fields(message: unknown): Record<string, unknown> {
  if (message instanceof Error) return { msg: scrub(message.message), err: scrub(message) };
  const clean = scrub(message);
  return typeof clean === 'object' && clean !== null && !Array.isArray(clean) ? { ...clean } : { msg: clean };
}
