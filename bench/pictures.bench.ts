import exifr from 'exifr';
import { readPicture } from '#pictures';
import {
  exifBlock,
  IIM_UTF8,
  iimBlock,
  isoMediaFile,
  jpegFile,
  photoshopResources,
  pngFile,
  tiffFile,
  webpFile,
  xmpAlternative,
  xmpList,
  xmpPacket,
} from '#testing';
import { benchOptions } from './harness/bench-options.ts';
import { inventedStory } from './harness/invented-story.ts';
import { load, print, printMachine } from './harness/print.ts';
import { spread } from './harness/spread.ts';

/** The metadata of pictures from memory on one core, beside exifr: EXIF, 12 IIM datasets, XMP of 4 kB, and 200 kB of pixels. */
const WARM_UP_MS = 1500;
const MEASURED_MS = 2500;
const PICTURES = 100;
const PIXELS = Buffer.alloc(200_000, 0x55);

type Parts = { exif: Buffer; xmp: string; photoshop: Buffer };

function partsOf(index: number): Parts {
  const { caption = 'A ferry leaves the quay.', headline } = inventedStory(index);
  const words = caption.split(/\W+/).filter((word) => word.length > 4);
  const iim = iimBlock(
    IIM_UTF8,
    [2, 5, headline.slice(0, 64)],
    [2, 105, headline],
    [2, 120, caption],
    [2, 55, '20210304'],
    [2, 60, '050607+0100'],
    [2, 80, 'Mona Vik'],
    [2, 90, 'Zenda'],
    [2, 101, 'Ruritania'],
    [2, 110, 'ZENDA TIMES'],
    [2, 115, 'ZT'],
    ...words.slice(0, 10).map((word) => [2, 25, word] as const),
  );
  const xmp = xmpPacket(
    xmpAlternative('dc:description', caption) +
      xmpList('dc:subject', 'Bag', words) +
      xmpList('dc:creator', 'Seq', ['Mona Vik']) +
      `<photoshop:Headline>${headline.replace(/[<&]/g, ' ')}</photoshop:Headline><photoshop:City>Zenda</photoshop:City>` +
      '<photoshop:Credit>ZENDA TIMES</photoshop:Credit><photoshop:DateCreated>2021-03-04T05:06:07+01:00</photoshop:DateCreated>' +
      `<xmp:CreatorTool>${'A tool '.repeat(200)}</xmp:CreatorTool>`,
  );
  const exif = exifBlock({
    main: [
      [0x010e, 2, caption],
      [0x0112, 3, [1]],
      [0x013b, 2, 'Mona Vik'],
    ],
    photo: [[0x9003, 2, '2021:03:04 05:06:07']],
  });
  return { exif, xmp, photoshop: photoshopResources([0x0404, iim]) };
}

const FILES: Readonly<Record<string, (parts: Parts) => Buffer>> = {
  jpeg: (parts) => Buffer.concat([jpegFile(parts), PIXELS]),
  png: (parts) => pngFile(parts),
  webp: (parts) => webpFile(parts),
  avif: (parts) => isoMediaFile('avif', parts),
  tiff: (parts) => tiffFile(parts),
};

/** Everything that ours reads, in exifr's words. */
const EXIFR = { iptc: true, xmp: true, tiff: true, exif: true, gps: true };

async function rateOf(pictures: readonly Buffer[], read: (bytes: Buffer) => unknown, ms: number): Promise<number> {
  let count = 0;
  const start = process.cpuUsage();
  const cpuMs = (): number => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  while (cpuMs() < ms) {
    for (const bytes of pictures) await read(bytes);
    count += pictures.length;
  }
  return count / (cpuMs() / 1000);
}

const options = benchOptions({ stories: PICTURES });
printMachine();
const contenders = Object.entries(FILES).map(([kind, make]) => ({
  name: `readPicture ${kind}`,
  pictures: Array.from({ length: options.stories }, (_, index) => make(partsOf(index))),
  read: readPicture as (bytes: Buffer) => unknown,
}));
const [jpeg] = contenders;
if (jpeg === undefined) throw new Error('nothing to measure');
const all = [...contenders, { ...jpeg, name: 'exifr jpeg', read: (bytes: Buffer) => exifr.parse(bytes, EXIFR) }];
const rates = new Map(all.map(({ name }) => [name, [] as number[]]));
for (let run = 0; run < options.runs; run += 1) {
  for (const { name, pictures, read } of all) {
    if (run === 0) await rateOf(pictures, read, WARM_UP_MS);
    rates.get(name)?.push(await rateOf(pictures, read, MEASURED_MS));
  }
}
for (const [name, values] of rates) print(`${name}: ${spread(values, ' pictures per CPU second')}`);
print(`load at the end: ${load()}`);
