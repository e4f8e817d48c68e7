import type { Command } from './command.ts';
import { discardCommand } from './dlq/discard.ts';
import { listCommand } from './dlq/list.ts';
import { replayCommand as replayLettersCommand } from './dlq/replay.ts';
import { showCommand } from './dlq/show.ts';
import { lagCommand } from './lag.ts';
import { replayCommand } from './replay/replay.ts';
import { statusCommand } from './status.ts';
import { storyCommand } from './story.ts';
import { topicsCommand } from './topics.ts';
import { verifyCommand } from './verify/verify.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  statusCommand,
  topicsCommand,
  lagCommand,
  listCommand,
  showCommand,
  replayLettersCommand,
  discardCommand,
  replayCommand,
  storyCommand,
  verifyCommand,
];
