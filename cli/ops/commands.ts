import type { Command } from './command.ts';
import { discardCommand } from './dlq/discard.ts';
import { listCommand } from './dlq/list.ts';
import { replayCommand as replayLettersCommand } from './dlq/replay.ts';
import { showCommand } from './dlq/show.ts';
import { lagCommand } from './lag.ts';
import { topicsCommand } from './topics.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  topicsCommand,
  lagCommand,
  listCommand,
  showCommand,
  replayLettersCommand,
  discardCommand,
];
