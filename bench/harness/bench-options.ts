import { parseArgs } from 'node:util';

/** What the command line of every benchmark takes. */
export type BenchOptions = {
  readonly stories: number;
  readonly runs: number;
  /** Stories for the slower contender, whose rate needs fewer. */
  readonly peerStories: number;
  /** One contender alone: `ours` or `peer`; undefined: both, in turn. */
  readonly only: string | undefined;
  /** Folder for CPU profiles of our services; undefined: none are taken. */
  readonly profile: string | undefined;
};

/** Reads the command line: `--stories N --peer-stories N --runs N --only ours|peer --profile DIR`. */
export function benchOptions(standard: {
  readonly stories: number;
  readonly peerStories?: number;
  readonly runs?: number;
}): BenchOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { stories: text, 'peer-stories': text, runs: text, only: text, profile: text },
  });
  const number = (value: string | undefined, otherwise: number): number => {
    const given = value === undefined ? otherwise : Number(value);
    if (!Number.isInteger(given) || given < 1) throw new Error(`${value} is no whole number above 0`);
    return given;
  };
  return {
    stories: number(values.stories, standard.stories),
    peerStories: number(values['peer-stories'], standard.peerStories ?? standard.stories),
    runs: number(values.runs, standard.runs ?? 3),
    only: values.only,
    profile: values.profile,
  };
}
