import { type Loss, outputs } from '#outputs';
import { markdownTable } from './generated-file.ts';

/** What each format an article is written in doesn't bring back, from the lists beside the writers. */
export function lossTables(): string {
  const all = Object.values(outputs);
  const isCommon = (loss: Loss): boolean => all.every(({ losses }) => losses.includes(loss));
  const sections: [string, readonly Loss[]][] = [
    ['All of them', all[0]?.losses.filter(isCommon) ?? []],
    ...all.map(({ name, losses }): [string, Loss[]] => [`\`${name}\``, losses.filter((loss) => !isCommon(loss))]),
  ];
  return sections
    .map(([name, losses]) => `**${name}**\n\n${markdownTable(['Because', 'Members'], rowsOf(losses))}`)
    .join('\n\n');
}

/** A row for each reason: several members often have the same. */
function rowsOf(losses: readonly Loss[]): string[][] {
  const members = Map.groupBy(losses, ({ because }) => because);
  return [...members].map(([because, those]) => [because, those.map(({ member }) => `\`${member}\``).join(', ')]);
}
