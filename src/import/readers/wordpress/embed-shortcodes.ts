/** Shortcodes that show something of another site. */
import { escapeHtml } from '../../../lib/html.ts';
import { embedHtml, webUrl } from '../embed-html.ts';
import { plainText } from '../plain-text.ts';
import type { Shortcode } from './shortcode-parser.ts';

/** Makes an address of an id. */
type FromId = (id: string) => string | undefined;

const none: FromId = () => undefined;

function matching(pattern: RegExp, start: string): FromId {
  return (id) => (pattern.test(id) ? start + id : undefined);
}

export const EMBEDS: ReadonlyMap<string, FromId> = new Map<string, FromId>([
  ['embed', none],
  ['youtube', matching(/^[\w-]{8,15}$/, 'https://www.youtube.com/watch?v=')],
  ['vimeo', matching(/^\d+$/, 'https://vimeo.com/')],
  ['dailymotion', matching(/^\w+$/, 'https://www.dailymotion.com/video/')],
  ['gist', matching(/^[\w/-]+$/, 'https://gist.github.com/')],
  ['github-gist', matching(/^[\w/-]+$/, 'https://gist.github.com/')],
  ['tweet', matching(/^\d+$/, 'https://twitter.com/i/status/')],
  ['twitter', none],
  ['instagram', none],
  ['facebook', none],
  ['tiktok', none],
  ['pinterest', none],
  ['reddit', none],
  ['soundcloud', none],
  ['spotify', none],
  ['mixcloud', none],
  ['flickr', none],
  ['smugmug', none],
  ['slideshare', matching(/^\d+$/, 'https://www.slideshare.net/slideshow/embed_code/')],
  ['scribd', matching(/^\d+$/, 'https://www.scribd.com/document/')],
  ['ted', matching(/^[\w-]+$/, 'https://www.ted.com/talks/')],
  ['wpvideo', matching(/^\w+$/, 'https://videopress.com/v/')],
  ['videopress', matching(/^\w+$/, 'https://videopress.com/v/')],
  ['archiveorg', matching(/^[\w.-]+$/, 'https://archive.org/details/')],
  ['googlemaps', none],
  ['codepen', none],
  ['iframe', none],
]);

export function embedOfShortcode(shortcode: Shortcode): string | undefined {
  const { attributes, values, content } = shortcode;
  const name = shortcode.name.toLowerCase();
  const fromId = EMBEDS.get(name);
  if (fromId === undefined) return undefined;
  const written = [
    ...['url', 'src', 'href', 'link', 'video', 'track', 'id', 'tweet'].map((key) =>
      attributes.get(key),
    ),
    ...values.map((value) => value.replace(/^[=:]/, '')),
    plainText(content ?? ''),
  ].filter((value) => value !== undefined && value !== '');
  for (const value of written) {
    const address = webUrl(value ?? '') === undefined ? fromId(value ?? '') : value;
    if (address === undefined) continue;
    if (name === 'googlemaps' || name === 'iframe')
      return `<iframe src="${escapeHtml(webUrl(address)?.href ?? address)}"></iframe>`;
    return embedHtml(address);
  }
  return undefined;
}
