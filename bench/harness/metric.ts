/** One value of a service's `/metrics`; NaN while it does not answer. */
export async function metric(url: string, name: string): Promise<number> {
  const response = await fetch(`${url}/metrics`).catch(() => undefined);
  const text = (await response?.text().catch(() => '')) ?? '';
  const line = text
    .split('\n')
    .find((candidate) => candidate.startsWith(name) && /^[{ ]/.test(candidate.slice(name.length)));
  return Number(line?.slice(line.lastIndexOf(' ') + 1) ?? Number.NaN);
}
