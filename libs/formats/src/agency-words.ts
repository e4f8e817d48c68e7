import type { NewsType, PubStatus } from '#contracts';

/** What agencies' interfaces call the types of items. */
const TYPES: ReadonlyMap<string, NewsType> = new Map(
  Object.entries({
    text: 'text',
    picture: 'picture',
    photo: 'picture',
    image: 'picture',
    graphic: 'graphic',
    graphics: 'graphic',
    video: 'video',
    audio: 'audio',
    complexdata: 'component',
    composite: 'composite',
    package: 'composite',
  }),
);

const STATUSES: ReadonlyMap<string, PubStatus> = new Map(
  Object.entries({
    usable: 'usable',
    withheld: 'withheld',
    // Unpublished for now; only `canceled` is for good.
    withdrawn: 'withheld',
    canceled: 'canceled',
    cancelled: 'canceled',
  }),
);

const FILES: ReadonlySet<NewsType | undefined> = new Set<NewsType | undefined>([
  'picture',
  'graphic',
  'video',
  'audio',
]);

/** The type a word stands for, however it is written: `TEXT`, `ninat:picture`, `…/ninature/video`. */
export const newsTypeOf = (written: string | undefined): NewsType | undefined => TYPES.get(lastPart(written));

/** The publishing status a word stands for: `usable`, `stat:canceled`, `…/pubstatusg2/withheld`. */
export const pubStatusOf = (written: string | undefined): PubStatus | undefined => STATUSES.get(lastPart(written));

/** True for a picture, graphic, video or audio. */
export const isFile = (type: NewsType | undefined): type is NewsType => FILES.has(type);

function lastPart(written: string | undefined): string {
  return /[^:/]{0,40}$/.exec(written ?? '')?.[0].toLowerCase() ?? '';
}
