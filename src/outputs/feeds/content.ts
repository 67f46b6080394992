/** A post's body as a feed reader can show it: away from the site, without frames. */
import { decodeEntities, escapeHtml } from '../../lib/html.ts';

/**
 * A tag that can hold an address, or cannot be shown, as the site writes it: no
 * `<` or `>` stands in it but its own.
 */
const TAG =
  /<(\/?)(a|audio|blockquote|del|iframe|img|ins|picture|q|source|track|video)\b([^<>]*)>/g;
const HEADING_ANCHOR = /<a\b[^<>]* class="anchor"[^<>]*>[^<]*<\/a>/g;
/** What a style of the site would need. */
const REFERENCE = / class="reference [^"]*"/;
const ADDRESS = / (href|src|poster|cite|srcset)="([^"]*)"/g;

/**
 * The body with absolute addresses; a frame becomes a link, a picture its one
 * image, and heading anchors go.
 * @param html of the site's own making: attributes in double quotes, `<` and `>` escaped in text and values
 * @param postUrl absolute address of the post
 */
export function feedContent(html: string, postUrl: string): string {
  let openPictures = 0;
  return html
    .replace(HEADING_ANCHOR, '')
    .replace(TAG, (tag, slash: string, name: string, rest: string) => {
      const step = slash === '' ? 1 : -1;
      if (name === 'picture') openPictures += step;
      if (name === 'picture' || (name === 'source' && openPictures > 0)) return '';
      if (name === 'iframe') return slash === '' ? frameLink(rest) : '';
      if (slash !== '') return tag;
      return `<${name}${rest.replace(REFERENCE, '').replace(ADDRESS, (_, attribute: string, value: string) => ` ${attribute}="${absolute(attribute, value, postUrl)}"`)}>`;
    });
}

function absolute(attribute: string, value: string, postUrl: string): string {
  const written = decodeEntities(value);
  if (attribute !== 'srcset') return escapeHtml(absoluteUrl(written, postUrl));
  const candidates = written.split(/,\s+/).map((candidate) => {
    const [address = '', ...descriptors] = candidate.trim().split(/\s+/);
    return [absoluteUrl(address, postUrl), ...descriptors].join(' ');
  });
  return escapeHtml(candidates.join(', '));
}

function absoluteUrl(address: string, postUrl: string): string {
  if (/^https?:\/\//.test(address)) return address;
  return URL.canParse(address, postUrl) ? new URL(address, postUrl).href : address;
}

/** A link to the page that shows the same as a frame, which stands in no other link. */
function frameLink(attributes: string): string {
  const page = / data-page="([^"]*)"/.exec(attributes)?.[1] ?? '';
  const title = / title="([^"]*)"/.exec(attributes)?.[1] ?? page;
  return `<a href="${page}">${title}</a>`;
}
