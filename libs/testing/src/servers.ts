/** The brokers of this test run; Jest's global setup started them. */
export function testBrokers(): string[] {
  const brokers = process.env['KAFKA_BROKERS'];
  if (brokers === undefined) throw new Error('KAFKA_BROKERS is not set: run this with the int or e2e project of Jest');
  return brokers.split(',');
}

/** The MongoDB of this test run, with a database of the caller's own. */
export function testMongoUri(database: string): string {
  const uri = process.env['MONGODB_URI'];
  if (uri === undefined) throw new Error('MONGODB_URI is not set: run this with the int or e2e project of Jest');
  const url = new URL(uri);
  url.pathname = `/${database}`;
  return url.toString();
}
