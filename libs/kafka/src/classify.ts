import { PublisherUnavailable } from './publisher.ts';
import { DataError, InfrastructureError, Interrupted } from './stage-error.ts';

/** Whose fault an error is: the record's, that of something we lean on, nobody's (stop), or not known. */
export type Fault = 'data' | 'infrastructure' | 'interrupted' | 'unknown';

/** Errors of MongoDB that say a document can never be stored (BSON too large, document validation). */
const MONGODB_DATA_CODES = new Set([10334, 17419, 121]);

/** Server states that pass: step-downs, shutdowns, time limits, write concerns not met, a full disk. */
const MONGODB_PASSING_CODES = new Set([
  6, 7, 50, 64, 79, 89, 91, 100, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436, 14031, 16500,
]);

/** Names of errors of the MongoDB driver, mongoose and kafkajs that speak of the connection or the server, not of the record. */
const INFRASTRUCTURE_NAMES =
  /^(Mongo(Network|ServerSelection|NotConnected|Topology|PoolClear|WaitQueue|NotPrimary|ExpiredSession|OperationTimeout|ClientClosed)\w*|Mongoose(ServerSelection)?Error|KafkaJS\w+|AbortError|TimeoutError)$/;

const INFRASTRUCTURE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOSPC',
  'EMFILE',
]);

type Coded = { name?: unknown; code?: unknown };

/** The one table of what is whose fault. Anything it doesn't know is `unknown`, which is first tried again and then bisected. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Interrupted) return 'interrupted';
  if (error instanceof DataError) return 'data';
  if (error instanceof InfrastructureError || error instanceof PublisherUnavailable) return 'infrastructure';
  const { name, code } = (error ?? {}) as Coded;
  if (typeof code === 'number' && MONGODB_DATA_CODES.has(code)) return 'data';
  if (typeof code === 'string' && INFRASTRUCTURE_CODES.has(code)) return 'infrastructure';
  if (name === 'MongoInvalidArgumentError' && error instanceof Error && /is larger than/.test(error.message))
    return 'data';
  if (typeof code === 'number' && MONGODB_PASSING_CODES.has(code)) return 'infrastructure';
  if (name === 'MongoWriteConcernError' || (typeof name === 'string' && INFRASTRUCTURE_NAMES.test(name)))
    return 'infrastructure';
  return 'unknown';
}

/** A stable code for metrics and dead letters. */
export function errorCode(error: unknown): string {
  if (error instanceof DataError || error instanceof InfrastructureError) return error.code;
  const { name, code } = (error ?? {}) as Coded;
  if (typeof code === 'number' && MONGODB_DATA_CODES.has(code)) return `mongodb-${code}`;
  return error instanceof Error ? kebab(typeof name === 'string' ? name : 'Error') : 'unknown-error';
}

function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}
