import { expect, test } from '@jest/globals';
import { errorCode, faultOf } from './classify.ts';
import { PublisherUnavailable } from './publisher.ts';
import { DataError, InfrastructureError, Interrupted } from './stage-error.ts';

const named = (name: string, fields: object = {}): Error => Object.assign(new Error('…'), { name, ...fields });

test.each<[unknown, string, string]>([
  [new DataError('too-large', '…'), 'data', 'too-large'],
  [new InfrastructureError('write-conflict', '…'), 'infrastructure', 'write-conflict'],
  [new PublisherUnavailable('…'), 'infrastructure', 'publisher-unavailable'],
  [new Interrupted('…'), 'interrupted', 'interrupted'],
  [named('MongoServerError', { code: 10334 }), 'data', 'mongodb-10334'],
  [named('MongoServerError', { code: 121 }), 'data', 'mongodb-121'],
  [named('MongoServerError', { code: 10107 }), 'infrastructure', 'mongo-server-error'],
  [named('MongoBulkWriteError', { code: 91 }), 'infrastructure', 'mongo-bulk-write-error'],
  [named('MongoServerError', { code: 9 }), 'unknown', 'mongo-server-error'],
  [named('MongoNetworkTimeoutError'), 'infrastructure', 'mongo-network-timeout-error'],
  [named('MongoServerSelectionError'), 'infrastructure', 'mongo-server-selection-error'],
  [named('MongoNotConnectedError'), 'infrastructure', 'mongo-not-connected-error'],
  [
    Object.assign(named('MongoInvalidArgumentError'), { message: 'Document is larger than the maximum size 16777216' }),
    'data',
    'mongo-invalid-argument-error',
  ],
  [named('KafkaJSConnectionError'), 'infrastructure', 'kafka-jsconnection-error'],
  [Object.assign(new Error('…'), { code: 'ECONNREFUSED' }), 'infrastructure', 'error'],
  [new TypeError('…'), 'unknown', 'type-error'],
  ['a string', 'unknown', 'unknown-error'],
  [undefined, 'unknown', 'unknown-error'],
])('%s is of kind %s', (error, fault, code) => {
  expect([faultOf(error), errorCode(error)]).toEqual([fault, code]);
});
