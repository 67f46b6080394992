/** The body of a post as feeds carry it: absolute URLs, and nothing that needs the scripts or styles of the site. */
import { canParseUrl } from '../../lib/can-parse-url.ts';
import { escapeAttribute, startTag } from '../../lib/html.ts';
import type { BodyPart, ImagePart, Post } from '../../site/model.ts';

/** The body, below the cover if there is one. */
export function postContent({ cover, body, canonical }: Post): string {
  const content = feedContent(body, canonical);
  if (cover === undefined) return content;
  const { src = '', alt = '', width, height } = cover.attributes;
  const size = width === undefined || height === undefined ? {} : { width, height };
  const image = startTag('img', { src: absolute(src, canonical), alt, ...size });
  return `<p>${image}</p>\n${content}`;
}

/** @param postUrl absolute URL of the post */
export function feedContent(body: readonly BodyPart[], postUrl: string): string {
  let html = '';
  let isAfterEmbed = false;
  for (const part of body) {
    const more = htmlOf(part, postUrl);
    const isEmbed = part.kind === 'embed';
    // On the page, an embed stands apart from the words beside it.
    const touches = isEmbed ? /[^\s>]$/.test(html) : isAfterEmbed && /^[^\s<]/.test(more);
    html += touches ? ` ${more}` : more;
    isAfterEmbed = isEmbed;
  }
  return html;
}

function htmlOf(part: BodyPart, postUrl: string): string {
  switch (part.kind) {
    case 'page':
      return '';
    case 'code':
      // Without highlighting, which needs the stylesheet.
      return part.html.replace(/<\/?(?:span|mark|ins|del)\b[^>]*>/g, '');
    case 'address':
      return escapeAttribute(absolute(part.address, postUrl));
    case 'image': {
      const { attributes, end } = part;
      const src = absolute(attributes['src'] ?? '', postUrl);
      return startTag('img', { ...plain(attributes), src }, end);
    }
    case 'embed':
      return `${startTag('a', { href: part.page })}${escapeAttribute(part.title)}</a>`;
    default:
      return part.html;
  }
}

/**
 * Without what the page tells browsers, and with a width in percent as they understand it without
 * our stylesheet.
 */
function plain(attributes: ImagePart['attributes']): ImagePart['attributes'] {
  const {
    class: _class,
    loading: _loading,
    decoding: _decoding,
    fetchpriority: _priority,
    ...others
  } = attributes;
  const { 'data-width': share, height: _height, ...rest } = others;
  return share === undefined ? others : { ...rest, width: share.replace(/^0/, '') };
}

/** Addresses that cannot be read stay as they are. */
export function absolute(address: string, postUrl: string): string {
  if (/^https?:\/\//.test(address)) return address;
  return canParseUrl(address, postUrl) ? new URL(address, postUrl).href : address;
}
