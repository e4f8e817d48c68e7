import { createHash } from 'node:crypto';
import { cleanText } from '../clean-text.ts';
import { MAX_LIST_LENGTH, MAX_TEXT_LENGTH } from '../limits.ts';
import { iimCharset } from './charset.ts';
import { readDatasets } from './datasets.ts';

/** The texts of an IIM block. */
export type Iim = {
  /** The first value of a dataset such as `2:120`. */
  first(dataset: string): string | undefined;
  /** All values of a dataset that may be repeated. */
  all(dataset: string): readonly string[];
  /** MD5 of the block, as Photoshop notes it in resource 0x0425. */
  readonly digest: Uint8Array;
  readonly damaged: boolean;
  readonly wrongCharset: boolean;
};

const CHARSET = '1:90';
/** Previews and the like, which are no texts. */
const BINARY = /^(?:1:90|2:0|1:0|2:12[5]|2:20[0-2]|[7-9]:.*)$/;

/** Reads a block of IPTC-IIM 4.2. Never throws; `undefined` where no dataset is in it. */
export function readIim(bytes: Uint8Array): Iim | undefined {
  const { values, damaged } = readDatasets(bytes);
  if (values.size === 0) return undefined;
  const texts = [...values].flatMap(([key, list]) => (BINARY.test(key) ? [] : list));
  const { decoder, wrong } = iimCharset(values.get(CHARSET)?.[0], Buffer.concat(texts.map(bounded)));
  const all = (dataset: string): string[] =>
    (values.get(dataset) ?? [])
      .slice(0, MAX_LIST_LENGTH)
      .map((value) => cleanText(decoder.decode(bounded(value))))
      .filter((text) => text !== undefined);
  return {
    all,
    first: (dataset) => all(dataset)[0],
    digest: createHash('md5').update(bytes).digest(),
    damaged,
    wrongCharset: wrong,
  };
}

function bounded(value: Uint8Array): Uint8Array {
  return value.length > MAX_TEXT_LENGTH ? value.subarray(0, MAX_TEXT_LENGTH) : value;
}
