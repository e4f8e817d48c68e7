import { newsmlG2 } from './newsml-g2/index.ts';
import { ninjs1 } from './ninjs-1/index.ts';
import { ninjs3 } from './ninjs-3/index.ts';
import { nitf } from './nitf/index.ts';
import type { Output, OutputName } from './output.ts';

export { type Loss, OUTPUT_NAMES, type Output, type OutputName } from './output.ts';

/** The formats that an article can be written in, by their names. */
export const outputs: Readonly<Record<OutputName, Output>> = {
  'ninjs-3': ninjs3,
  'ninjs-1': ninjs1,
  'newsml-g2': newsmlG2,
  nitf,
};
