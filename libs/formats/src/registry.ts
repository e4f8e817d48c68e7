import { anpa1312 } from './anpa-1312/index.ts';
import { apMedia } from './ap-media/index.ts';
import { dpaDigitalwires } from './dpa-digitalwires/index.ts';
import { eventsml } from './eventsml/index.ts';
import type { BinaryFormat, WireFormat } from './format.ts';
import { htmlPage } from './html-page/index.ts';
import { iptc7901 } from './iptc-7901/index.ts';
import { mail } from './mail/index.ts';
import { newsml1 } from './newsml-1/index.ts';
import { newsmlG2 } from './newsml-g2/index.ts';
import { ninjs } from './ninjs/index.ts';
import { nitf } from './nitf/index.ts';
import { ntbEvent } from './ntb-event/index.ts';
import { onclusive } from './onclusive/index.ts';
import { pageText } from './page-text/index.ts';
import { picture } from './picture/index.ts';
import { reutersConnect } from './reuters-connect/index.ts';
import { ritzau } from './ritzau/index.ts';
import { solita } from './solita/index.ts';
import { superdeskEvent } from './superdesk-event/index.ts';
import { atom, rss } from './syndication/index.ts';
import { zczc } from './zczc/index.ts';

/** The formats known here; of two that are equally sure of a document the first one gets it. */
export const formats: readonly WireFormat[] = [
  eventsml,
  newsmlG2,
  newsml1,
  nitf,
  ninjs,
  rss,
  atom,
  htmlPage,
  iptc7901,
  anpa1312,
  zczc,
  mail,
  pageText,
  apMedia,
  dpaDigitalwires,
  reutersConnect,
  onclusive,
  superdeskEvent,
  ntbEvent,
  ritzau,
  solita,
];

/** The formats known by their first bytes; these are looked at before the bytes are taken for text. */
export const binaryFormats: readonly BinaryFormat[] = [picture];

/** The media types a sender may declare, of all formats. */
export function mediaTypes(): string[] {
  return [...new Set([...formats, ...binaryFormats].flatMap((format) => format.mediaTypes))];
}
