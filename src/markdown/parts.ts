/** Splits the HTML of a body into parts that pages, feeds and the search index serialise each their own way. */
import { attributesOf, classesOf, tagsOf, type Tag } from '../lib/html-tags.ts';
import type { Reach } from './pictures/reach.ts';
import { columnsOf, imageOf } from './pictures/read-images.ts';

/** HTML; an element may start in one part and end in another. */
export interface HtmlPart {
  /**
   * `code` is inside a `pre`. `page` is for the page of the post only: anchors of headings, icons
   * of references and frames of code, which need the stylesheet.
   */
  readonly kind: 'html' | 'code' | 'page';
  readonly html: string;
}

/**
 * The value of an attribute, without its quotes. Absolute URLs without a
 * fragment stay in the HTML, since every output writes them alike.
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

/** A responsive image. */
export interface Picture {
  /** Empty for an image without other versions. */
  readonly sources: readonly PictureSource[];
  /** Of the fallback `img`. Not escaped. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface ImagePart extends Picture {
  readonly kind: 'image';
  /** Number of images in its row, including itself. */
  readonly columns: number;
  /** Whether it may leave the text column, since no text is beside it. */
  readonly isAlone: boolean;
  /** How far it and its row reach, if the writer says so. */
  readonly reach: Reach | undefined;
  /** In its row, if the sizes of all are known; `attributes` have the size of the image itself. */
  readonly inRow: (Size & { readonly rowWidth: number }) | undefined;
  /** Pixels of the file, if readers see more in it than on the page. */
  readonly larger: Size | undefined;
  /** End of the tag: sanitize-html writes ` />`. */
  readonly end: '>' | ' />';
}

/** A frame of another site, loaded on demand. */
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
  /** Pixels, if the author gave them. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Whether `title` stands right above it. */
  readonly isIntroduced: boolean;
  /** What the video shows; absent unless the settings allow to ask for it. */
  readonly poster: Picture | undefined;
}

export type BodyPart = HtmlPart | AddressPart | ImagePart | EmbedPart;

const URL_ATTRIBUTES = /^(?:href|src|poster|cite)$/;
const SAME_EVERYWHERE = /^https?:\/\/[^#]*$/;

/** @param html finished and sanitised, attributes in double quotes */
export function partsOf(html: string): BodyPart[] {
  const parts: BodyPart[] = [];
  let kind: 'html' | 'code' = 'html';
  let done = 0;
  /** Replaces the HTML from `start` to `end` with `part`. */
  const cut = (start: number, end: number, part?: BodyPart): void => {
    if (start > done) parts.push({ kind, html: html.slice(done, start) });
    if (part !== undefined) parts.push(part);
    done = end;
  };
  const cutPage = (start: number, end: number): void =>
    cut(start, end, { kind: 'page', html: html.slice(start, end) });
  const tags = tagsOf(html);
  const columns = columnsOf(tags);
  let anchor: Tag | undefined;
  /** Whether a frame without a title is around the next `pre`, and ends behind it. */
  let isFramed = false;
  for (const tag of tags) {
    const { name, isEnd, attributes, start, end } = tag;
    if (name === 'img') {
      cut(start, end, {
        kind: 'image',
        ...imageOf(tag),
        columns: columns.get(tag) ?? 1,
        end: html.endsWith(' />', end) ? ' />' : '>',
        sources: [],
        inRow: undefined,
        larger: undefined,
      });
    } else if (name === 'iframe') cut(start, end, isEnd ? undefined : embedOf(tag));
    else if (anchor !== undefined) {
      cutPage(anchor.start, end);
      anchor = undefined;
    } else if (classesOf(tag)[0] === 'anchor') anchor = tag;
    else if (isFrame(tag)) {
      cutPage(start, end);
      isFramed = true;
    } else if (name === 'pre') {
      const edge = isEnd ? end : start;
      cut(edge, edge);
      kind = isEnd ? 'html' : 'code';
      if (isEnd && isFramed) {
        cutPage(end, end + '</div>'.length);
        isFramed = false;
      }
    } else {
      for (const { name: key, value, ...range } of attributes) {
        if (URL_ATTRIBUTES.test(key) && !SAME_EVERYWHERE.test(value))
          cut(range.start + `${key}="`.length, range.end - 1, { kind: 'address', address: value });
        // With the space before it.
        else if (key === 'class' && value.startsWith('reference '))
          cutPage(range.start - 1, range.end);
      }
    }
  }
  cut(html.length, html.length);
  return parts;
}

function isFrame(tag: Tag): boolean {
  return tag.name === 'div' && classesOf(tag)[0] === 'code-frame';
}

/** An embed as `embeds.ts` leaves it; `undefined` if the sanitiser removed its URL. */
function embedOf(tag: Tag): EmbedPart | undefined {
  const { src: frame, title = '', width = '', height = '', ...data } = attributesOf(tag);
  if (frame === undefined) return undefined;
  const page = data['data-page'] ?? frame;
  return {
    kind: 'embed',
    frame,
    page,
    site: new URL(page).hostname.replace(/^www\./, ''),
    title,
    medium: data['data-medium'] ?? 'page',
    width: pixels(width),
    height: pixels(height),
    isIntroduced: 'data-introduced' in data,
    poster: undefined,
  };
}

function pixels(length: string): number | undefined {
  return (/^\d{1,4}$/.test(length) && Number(length)) || undefined;
}
