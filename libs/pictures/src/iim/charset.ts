import { isUtf8 } from 'node:buffer';
import { type Decoder, decoderByEvidence } from '../decode-by-evidence.ts';

/** How the texts of an IIM block are read; `wrong` where the declared character set can't be the one they are in. */
export type IimCharset = { readonly decoder: Decoder; readonly wrong: boolean };

/** ISO 2022 escape sequences of 1:90, without their ESC, and the character set they call (ISO-IR registry). */
const SETS: Readonly<Record<string, string>> = {
  '%G': 'utf-8',
  '%/G': 'utf-8',
  '%/H': 'utf-8',
  '%/I': 'utf-8',
  '.A': 'windows-1252',
  '-A': 'windows-1252',
  '-B': 'iso-8859-2',
  '-C': 'iso-8859-3',
  '-D': 'iso-8859-4',
  '-L': 'iso-8859-5',
  '-G': 'iso-8859-6',
  '-F': 'iso-8859-7',
  '-H': 'iso-8859-8',
  '-M': 'windows-1254',
  '-b': 'iso-8859-15',
  '.b': 'iso-8859-15',
  '(B': 'windows-1252',
  $B: 'iso-2022-jp',
  $A: 'gb2312',
  '%/@': 'utf-16be',
  '%/C': 'utf-16be',
  '%/E': 'utf-16be',
};

/**
 * The character set of a block: the declared one (IIM 4.2, 1:90); undeclared or unknown, by the evidence of all texts
 * together. Texts that are valid UTF-8 with more than ASCII in them are UTF-8 whatever single-byte set is declared.
 */
export function iimCharset(declared: Uint8Array | undefined, texts: Uint8Array): IimCharset {
  const label = declared === undefined ? undefined : labelOf(declared);
  const ascii = texts.every((byte) => byte < 0x80);
  if (label === undefined || (ascii && label !== 'iso-2022-jp')) {
    return { decoder: decoderByEvidence(texts), wrong: false };
  }
  if (label === 'utf-8' || (label !== 'utf-16be' && isUtf8(texts))) {
    const right = isUtf8(texts) && label === 'utf-8';
    return { decoder: decoderByEvidence(texts), wrong: !right };
  }
  return { decoder: new TextDecoder(label), wrong: false };
}

/** The last set that is called with more than ASCII; several sequences may follow each other. */
function labelOf(declared: Uint8Array): string | undefined {
  const sequences = Buffer.from(declared.subarray(0, 32))
    .toString('latin1')
    .split('\x1b')
    .map((part) => part.trim());
  const labels = sequences.flatMap((sequence) => SETS[sequence] ?? []);
  return labels.find((label) => label !== 'windows-1252') ?? labels[0];
}
