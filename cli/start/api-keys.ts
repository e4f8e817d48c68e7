import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';

/** Makes an API key for each provider, writes the file of providers that ingest reads, and gives the keys by provider. */
export async function writeProviders(file: string, providers: Iterable<string>): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  const rows = [];
  for (const [index, id] of [...new Set(providers)].entries()) {
    const secret = randomBytes(24).toString('base64url');
    const keyId = `k${index + 1}`;
    keys.set(id, `dk_${keyId}_${secret}`);
    rows.push({ id, keys: [{ id: keyId, sha256: createHash('sha256').update(secret).digest('hex') }] });
  }
  await writeFile(file, JSON.stringify({ providers: rows }, null, 2), { mode: 0o600 });
  return keys;
}
