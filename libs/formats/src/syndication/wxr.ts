import type { Media, Story } from '#contracts';
import { absoluteAddress } from '../absolute-addresses.ts';
import { fileOf } from '../illustrated-html.ts';
import type { XmlElement } from '../xml-element.ts';
import { all, line, type Members, membersOf } from './members.ts';
import { lineOfText, plainOf } from './texts.ts';

/** The attachments of a WordPress export by the number of the post they hang on, and by their own. */
export type Attachments = {
  readonly ofPost: ReadonlyMap<string, readonly Media[]>;
  readonly byId: ReadonlyMap<string, Media>;
};

const CAPTION =
  /\[caption\b[^\]]{0,300}\]\s*((?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?)([\s\S]{0,2000}?)\[\/caption\]/gi;

/** Whether an item is a story: in a WordPress export a post, in any other feed each item. */
export function isPost(element: XmlElement, home: string): boolean {
  const type = line(membersOf(element, home), 'wp:post_type');
  return type === undefined || type === 'post';
}

/** The pictures and other files that a WordPress export (WXR 1.0 to 1.2) lists as items of their own. */
export function attachmentsOf(items: readonly XmlElement[], home: string): Attachments {
  const ofPost = new Map<string, Media[]>();
  const byId = new Map<string, Media>();
  for (const item of items) {
    const members = membersOf(item, home);
    if (line(members, 'wp:post_type') !== 'attachment') continue;
    const media = attachment(members);
    if (media === undefined) continue;
    const [id, parent] = [line(members, 'wp:post_id'), line(members, 'wp:post_parent')];
    if (id !== undefined) byId.set(id, media);
    if (parent === undefined || parent === '0') continue;
    ofPost.set(parent, [...(ofPost.get(parent) ?? []), media]);
  }
  return { ofPost, byId };
}

function attachment(members: Members): Media | undefined {
  const href = absoluteAddress(line(members, 'wp:attachment_url', 'guid'), undefined);
  if (href === undefined) return undefined;
  const file = fileOf(href);
  const type = /\.(?:mp4|m4v|mov|webm|ogv)$/i.test(file)
    ? 'video'
    : /\.(?:mp3|m4a|ogg|wav)$/i.test(file)
      ? 'audio'
      : 'picture';
  const caption = plainOf(line(members, 'excerpt:encoded') ?? '');
  const headline = lineOfText(all(members, 'title')[0]);
  const altText = metaOf(members).get('_wp_attachment_image_alt');
  return {
    type,
    captions: caption === '' ? [] : [caption],
    ...(headline !== undefined && { headline }),
    ...(altText !== undefined && { altText }),
    renditions: [{ name: 'original', href }],
  };
}

/** The pictures of a post: the one that stands for it first, then the others that hang on it, each once. */
export function attachedMedia(members: Members, { ofPost, byId }: Attachments): Media[] {
  const thumbnail = byId.get(metaOf(members).get('_thumbnail_id') ?? '');
  const own = ofPost.get(line(members, 'wp:post_id') ?? '') ?? [];
  const copies = [...new Set([...(thumbnail ? [thumbnail] : []), ...own])].map((media) => structuredClone(media));
  if (thumbnail !== undefined && copies[0] !== undefined) copies[0].name = 'featuremedia';
  return copies;
}

/** Custom fields of a post by their keys. */
export function metaOf(members: Members): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  for (const field of all(members, 'wp:postmeta')) {
    const inner = membersOf(field, '');
    const [key, value] = [line(inner, 'wp:meta_key'), line(inner, 'wp:meta_value')];
    if (key !== undefined && value !== undefined) meta.set(key, value);
  }
  return meta;
}

const STATUS: Readonly<Record<string, Story['pubStatus']>> = {
  ...{
    publish: 'usable',
    draft: 'withheld',
    pending: 'withheld',
    private: 'withheld',
    future: 'withheld',
    'auto-draft': 'withheld',
  },
  ...{ trash: 'canceled', published: 'usable', deleted: 'canceled', withdrawn: 'canceled', killed: 'canceled' },
};

/** The status of a post, of an Atom draft (RFC 5023, section 13.1.1) or of an agency's entry; undefined where none is given. */
export function statusOf(members: Members): Story['pubStatus'] | undefined {
  if (line(members, 'app:draft')?.toLowerCase() === 'yes') return 'withheld';
  const status = line(members, 'wp:status', 'wenn:publishing_status')?.toLowerCase();
  return status === undefined ? undefined : STATUS[status];
}

/** WordPress' caption shortcodes as figures. */
export function withFigures(html: string): string {
  return html.includes('[caption') ? html.replace(CAPTION, '<figure>$1<figcaption>$2</figcaption></figure>') : html;
}
