/** A dataset of IPTC-IIM: record, number, and its value as text (UTF-8) or bytes. */
export type IimDataset = readonly [record: number, dataset: number, value: string | Buffer];

/** Escape sequence of 1:90 that declares UTF-8. */
export const IIM_UTF8: IimDataset = [1, 90, Buffer.from('\x1b%G', 'latin1')];

/** Writes datasets in order; one longer than 32,767 bytes with an extended length. */
export function iimBlock(...datasets: readonly IimDataset[]): Buffer {
  return Buffer.concat(
    datasets.flatMap(([record, dataset, value]) => {
      const bytes = Buffer.from(value);
      const length =
        bytes.length < 0x8000 ? [bytes.length >> 8, bytes.length & 0xff] : [0x80, 4, ...long(bytes.length)];
      return [Buffer.from([0x1c, record, dataset, ...length]), bytes];
    }),
  );
}

/** Writes Photoshop image resource blocks, such as 0x0404 with IIM in it. */
export function photoshopResources(...resources: readonly (readonly [id: number, data: Buffer])[]): Buffer {
  return Buffer.concat(
    resources.flatMap(([id, data]) => [
      Buffer.from('8BIM'),
      Buffer.from([id >> 8, id & 0xff, 0, 0, ...long(data.length)]),
      data,
      Buffer.alloc(data.length % 2),
    ]),
  );
}

const long = (value: number): number[] => [value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
