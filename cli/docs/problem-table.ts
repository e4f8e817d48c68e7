import { DOCUMENT_ERRORS } from '#formats';
import { PROBLEMS } from '../../apps/ingest/src/problem.ts';
import { markdownTable } from './generated-file.ts';

/** Every code the door answers with: by status, and within one in the order of its table. */
export function problemTable(): string {
  const rows = Object.entries(PROBLEMS).sort(([, a], [, b]) => a.status - b.status);
  return markdownTable(
    ['Status', 'Code', 'Means', 'Found by'],
    rows.map(([code, { status, title }]) => [
      String(status),
      `\`${code}\``,
      title,
      code in DOCUMENT_ERRORS ? 'parser' : 'door',
    ]),
  );
}
