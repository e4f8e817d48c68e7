import type { Text } from '../format.ts';

const HEAD = 32 * 1024;
const TYPE = /"type"\s*:\s*"event"/;
const OWN = [
  ...[/"dates"\s*:\s*\{/, /"definition_(?:short|long)"\s*:/, /"occur_status"\s*:/, /"calendars"\s*:/],
  ...[/"event_contact_info"\s*:/, /"_planning_schedule"\s*:/],
];

/** 0.96 for JSON of type event with two of Superdesk's own members: its identifiers make it look like ninjs, which has others. */
export function detect({ text }: Text): number {
  if (!/^[\ufeff\s]*[[{]/.test(text)) return 0;
  const head = text.slice(0, HEAD);
  if (!head.includes('"dates"')) return 0;
  if (!TYPE.test(head)) return 0;
  return OWN.filter((name) => name.test(head)).length >= 2 ? 0.96 : 0;
}
