/** Splits the HTML of a body into parts, so that pages, feeds and the search index each write them their way. */
import { tagsOf, type Tag } from '../lib/html-tags.ts';

/** HTML; an element may start in one part and end in another. */
export interface HtmlPart {
  /**
   * `code` is inside a `pre`. `page` is for the post's own page: the links
   * beside headings and the icons of references, which need the stylesheet.
   */
  readonly kind: 'html' | 'code' | 'page';
  readonly html: string;
}

/**
 * The value of an attribute; its quotes belong to the parts around it. Outputs
 * write absolute URLs without a fragment alike, so these stay in the HTML.
 */
export interface AddressPart {
  readonly kind: 'address';
  /** Not escaped. */
  readonly address: string;
}

/** Attributes of a `source`. */
export interface PictureSource {
  /** Media type. */
  readonly type: string;
  readonly media: string | undefined;
  readonly srcset: string;
  readonly sizes: string | undefined;
}

/** An image with the versions a browser may choose from. */
export interface Picture {
  /** Empty where there is only the image itself. */
  readonly sources: readonly PictureSource[];
  /** Of the `img`, the fallback of browsers that support no source. Not escaped. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface ImagePart extends Picture {
  readonly kind: 'image';
  /** Number of images in its row, itself included. */
  readonly columns: number;
  /** End of the tag: the sanitiser writes ` />`, everything else `>`. */
  readonly end: '>' | ' />';
}

/** A frame of another site, loaded when a reader asks for it. */
export interface EmbedPart {
  readonly kind: 'embed';
  /** Absolute URL of the frame. */
  readonly frame: string;
  /** Absolute URL of a page with the same content. */
  readonly page: string;
  /** Host of that page without `www.`: `youtube.com`. */
  readonly site: string;
  readonly title: string;
  /** `video`, `audio`, `document` or `page`. */
  readonly medium: string;
  /** Pixels, where the writer gave them. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

export type BodyPart = HtmlPart | AddressPart | ImagePart | EmbedPart;

const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src', 'poster', 'cite']);
const SAME_EVERYWHERE = /^https?:\/\/[^#]*$/;

/** @param html finished and sanitised, its attributes in double quotes */
export function partsOf(html: string): BodyPart[] {
  const parts: BodyPart[] = [];
  let kind: 'html' | 'code' = 'html';
  let done = 0;
  /** Puts `part` in the place of what stands from `start` to `end`. */
  const cut = (start: number, end: number, part?: BodyPart): void => {
    if (start > done) parts.push({ kind, html: html.slice(done, start) });
    if (part !== undefined) parts.push(part);
    done = end;
  };
  const tags = tagsOf(html);
  const columns = columnsOf(tags);
  let anchor: Tag | undefined;
  for (const tag of tags) {
    const { name, isEnd, start, end } = tag;
    if (name === 'img') cut(start, end, imageOf(tag, columns.get(tag) ?? 1, html));
    else if (name === 'iframe') cut(start, end, isEnd ? undefined : embedOf(tag));
    else if (anchor !== undefined) {
      cut(anchor.start, end, { kind: 'page', html: html.slice(anchor.start, end) });
      anchor = undefined;
    } else if (classOf(tag) === 'anchor') anchor = tag;
    else if (name === 'pre') {
      const edge = isEnd ? end : start;
      cut(edge, edge);
      kind = isEnd ? 'html' : 'code';
    } else cutAttributes(tag, cut, html);
  }
  cut(html.length, html.length);
  return parts;
}

function cutAttributes(
  { attributes }: Tag,
  cut: (start: number, end: number, part: BodyPart) => void,
  html: string,
): void {
  for (const { name, value, start, end } of attributes) {
    if (ADDRESSES.has(name) && !SAME_EVERYWHERE.test(value))
      cut(start + `${name}="`.length, end - 1, { kind: 'address', address: value });
    // With the space before it.
    else if (name === 'class' && value.startsWith('reference '))
      cut(start - 1, end, { kind: 'page', html: html.slice(start - 1, end) });
  }
}

/** How many images stand beside one another in the row of each; see `layout-tables.ts`. */
function columnsOf(tags: readonly Tag[]): ReadonlyMap<Tag, number> {
  const columns = new Map<Tag, number>();
  let row: Tag[] = [];
  /** Of `div` elements, from that of the row on. */
  let depth = 0;
  for (const tag of tags) {
    if (tag.name === 'div' && (depth > 0 || classOf(tag) === 'pictures')) {
      depth += tag.isEnd ? -1 : 1;
      if (depth > 0) continue;
      for (const image of row) columns.set(image, row.length);
      row = [];
    } else if (tag.name === 'img' && depth > 0) row.push(tag);
  }
  return columns;
}

function imageOf(tag: Tag, columns: number, html: string): ImagePart {
  const end = html.endsWith(' />', tag.end) ? ' />' : '>';
  return { kind: 'image', attributes: valuesOf(tag), columns, end, sources: [] };
}

/** A frame as `embeds.ts` leaves it; nothing where the sanitiser took its address away. */
function embedOf(tag: Tag): EmbedPart | undefined {
  const { src: frame, title = '', width, height, ...data } = valuesOf(tag);
  if (frame === undefined) return undefined;
  const page = data['data-page'] ?? frame;
  const site = new URL(page).hostname.replace(/^www\./, '');
  const medium = data['data-medium'] ?? 'page';
  return {
    kind: 'embed',
    frame,
    page,
    site,
    title,
    medium,
    width: pixels(width),
    height: pixels(height),
  };
}

function pixels(length: string | undefined): number | undefined {
  return Number(length ?? 0) || undefined;
}

function classOf(tag: Tag): string | undefined {
  return tag.attributes.find(({ name }) => name === 'class')?.value;
}

function valuesOf({ attributes }: Tag): Record<string, string> {
  return Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
}
