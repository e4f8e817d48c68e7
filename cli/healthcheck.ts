/** `healthcheck PATH`: exit code 0 when the service of this container answers 200 on it (`/healthz` unless told). */
const path = process.argv[2] ?? '/healthz';
const answer = await fetch(`http://127.0.0.1:${process.env['PORT'] ?? 3000}${path}`, {
  signal: AbortSignal.timeout(4_000),
}).catch((error: Error) => error);
if (answer instanceof Error) process.stderr.write(`${answer.message}\n`);
else if (!answer.ok) process.stderr.write(`${await answer.text()}\n`);
process.exit(answer instanceof Error || !answer.ok ? 1 : 0);
