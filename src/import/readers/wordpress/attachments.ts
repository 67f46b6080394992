/** Uploaded pictures and files. The export has their addresses, not the files. */
import type { XmlNode } from '../../source/xml-items.ts';
import { originalOf, pictureKey } from '../original-pictures.ts';
import { plainText } from '../plain-text.ts';
import { field, lineField, metaOf } from './wxr-items.ts';

export interface Attachment {
  readonly id: string;
  readonly url: string;
  /** Address of its own page. */
  readonly page: string;
  /** Of sound and films. */
  readonly title: string;
  readonly alt: string;
  /** HTML. */
  readonly caption: string;
  /** Id of the entry that it was uploaded to; '0' or '' if none. */
  readonly parent: string;
  readonly order: number;
  /** MIME type without its second part, as far as the name tells. */
  readonly medium: 'image' | 'audio' | 'video' | 'other';
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

export class AttachmentIndex {
  readonly #byId = new Map<string, Attachment>();
  readonly #byPicture = new Map<string, Attachment>();
  readonly #byPage = new Map<string, Attachment>();
  readonly #byParent = new Map<string, Attachment[]>();

  add(node: XmlNode): void {
    const id = field(node, 'wp:post_id');
    const url = plainText(field(node, 'wp:attachment_url')) || plainText(field(node, 'guid'));
    const meta = metaOf(node);
    const size = meta.get('_wp_attachment_metadata')?.[0] ?? '';
    const medium = mediumOf(url);
    this.#byId.set(id, {
      id,
      url,
      page: field(node, 'link'),
      title: medium === 'image' ? '' : lineField(node, 'title'),
      alt: plainText(meta.get('_wp_attachment_image_alt')?.[0] ?? ''),
      caption: field(node, 'excerpt:encoded'),
      parent: field(node, 'wp:post_parent'),
      order: Number(field(node, 'wp:menu_order')) || 0,
      medium,
      width: sizeIn(size, 'width'),
      height: sizeIn(size, 'height'),
    });
  }

  /** To be called after the last `add`. */
  finish(): void {
    for (const attachment of this.#byId.values()) {
      const { url, page, parent } = attachment;
      if (url !== '') this.#byPicture.set(pictureKey(url), attachment);
      if (page !== '' && page !== url) this.#byPage.set(pageKey(page), attachment);
      if (parent === '' || parent === '0') continue;
      const siblings = this.#byParent.get(parent);
      if (siblings === undefined) this.#byParent.set(parent, [attachment]);
      else siblings.push(attachment);
    }
  }

  byId(id: string): Attachment | undefined {
    return this.#byId.get(id);
  }

  /** @param url of the picture or of a smaller version of it */
  byPicture(url: string): Attachment | undefined {
    return this.#byPicture.get(pictureKey(url)) ?? this.#byPicture.get(pictureKey(originalOf(url)));
  }

  /** @param url of the page that shows an attachment alone */
  byPage(url: string): Attachment | undefined {
    return this.#byPage.get(pageKey(url));
  }

  /** In the order in which a gallery shows them. */
  ofParent(id: string): Attachment[] {
    return (this.#byParent.get(id) ?? []).toSorted(
      (a, b) => a.order - b.order || Number(a.id) - Number(b.id),
    );
  }
}

function pageKey(url: string): string {
  return url
    .replace(/^(?:https?:)?\/\/(?:www\.)?/i, '')
    .replace(/#.*/s, '')
    .replace(/\/$/, '');
}

/** In serialised PHP: `s:5:"width";i:800;`. The first one is that of the picture itself. */
function sizeIn(serialised: string, name: string): number | undefined {
  const mark = `"${name}";i:`;
  const at = serialised.indexOf(mark);
  if (at === -1) return undefined;
  return Number.parseInt(serialised.slice(at + mark.length, at + mark.length + 6), 10) || undefined;
}

const MEDIA: readonly (readonly [RegExp, Attachment['medium']])[] = [
  [/\.(?:jpe?g|png|gif|webp|avif|bmp|svg|tiff?|heic|ico)$/i, 'image'],
  [/\.(?:mp3|m4a|ogg|oga|wav|flac|aac|wma)$/i, 'audio'],
  [/\.(?:mp4|m4v|mov|webm|ogv|avi|wmv|mpe?g|3gp)$/i, 'video'],
];

export function mediumOf(url: string): Attachment['medium'] {
  const path = url.replace(/[?#].*/s, '');
  return MEDIA.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
}
