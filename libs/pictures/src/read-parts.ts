import { type Exif, readExif } from './exif/exif.ts';
import type { Sources } from './facts/sources.ts';
import { asFarAsItGoes, type FoundParts } from './found-parts.ts';
import { type Iim, readIim } from './iim/iim.ts';
import { MAX_XMP_LENGTH, MAX_XMP_PACKETS } from './limits.ts';
import { readPhotoshopResources } from './photoshop-resources.ts';
import { packetText } from './xmp/packet-text.ts';
import { readXmpProperties } from './xmp/xmp-properties.ts';
import type { XmpValue } from './xmp/xmp-value.ts';

/** Reads the parts cut out of a container; what is damaged is said in its issues. */
export function sourcesOf(parts: FoundParts): Sources {
  const resources = parts.photoshop.map(readPhotoshopResources);
  if (resources.some(({ damaged }) => damaged)) parts.issues.push({ code: 'damaged-photoshop-resources' });
  const blocks = [...resources.flatMap(({ iim }) => iim), ...parts.iim];
  const iim = iimOf(blocks, parts);
  const digest = resources.find((resource) => resource.digest !== undefined)?.digest;
  return {
    exif: exifOf([...parts.exif, ...resources.flatMap(({ exif }) => exif ?? [])], parts),
    iim,
    xmp: xmpOf([...parts.xmp, ...resources.flatMap(({ xmp }) => xmp ?? [])], parts),
    texts: parts.texts,
    iimWins: iim !== undefined && digest !== undefined && Buffer.compare(iim.digest, digest) !== 0,
  };
}

/** The first block that says something; tools that don't know of one write another behind it. */
function iimOf(blocks: readonly Uint8Array[], parts: FoundParts): Iim | undefined {
  let iim: Iim | undefined;
  for (const block of blocks) iim ??= readIim(block);
  if (iim?.damaged) parts.issues.push({ code: 'damaged-iim' });
  if (iim?.wrongCharset) parts.issues.push({ code: 'wrong-charset', path: 'iim' });
  return iim;
}

function exifOf(blocks: readonly Uint8Array[], parts: FoundParts): Exif | undefined {
  let exif: Exif | undefined;
  asFarAsItGoes(parts.issues, 'damaged-exif', () => {
    for (const block of blocks) exif ??= readExif(block);
    if (exif === undefined && blocks.length > 0) throw new RangeError();
  });
  return exif;
}

function xmpOf(packets: readonly Uint8Array[], parts: FoundParts): (property: string) => XmpValue | undefined {
  const read = packets.slice(0, MAX_XMP_PACKETS).flatMap((packet) => {
    const text = packetText(packet);
    if (text.length > MAX_XMP_LENGTH) parts.issues.push({ code: 'xmp-too-large' });
    const { properties, damaged } = readXmpProperties(text.slice(0, MAX_XMP_LENGTH));
    if (damaged) parts.issues.push({ code: 'damaged-xmp' });
    return [properties];
  });
  return (property) => read.find((properties) => properties.has(property))?.get(property);
}
