/** A difference that verify found: in which check, a stable code, the story, and what is known of it. */
export type Finding = {
  readonly check: 'outcomes' | 'articles' | 'announcements';
  readonly code: string;
  readonly key: string;
  readonly detail: string;
};

/** Findings to report one by one: more would hide what they have in common. The others are counted. */
const MOST_LISTED = 200;

/** Collects findings: the first ones whole, and all of them by code. */
export class Findings {
  readonly listed: Finding[] = [];
  readonly counts = new Map<string, number>();

  add(...findings: readonly Finding[]): void {
    for (const finding of findings) {
      const name = `${finding.check}: ${finding.code}`;
      this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
      if (this.listed.length < MOST_LISTED) this.listed.push(finding);
    }
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }
}
