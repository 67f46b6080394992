/** Plain text of short pieces of HTML, such as titles and descriptions. */
import { decodeEntities } from '../../lib/html.ts';

const INLINE =
  /<\/?(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)(?=[\s/>])[^<>]*>/gi;
const BLOCK =
  /<\/?(?:article|aside|blockquote|br|center|dd|div|dl|dt|figcaption|figure|h[1-6]|hr|img|li|ol|p|pre|section|table|tbody|td|th|thead|tr|ul)(?=[\s/>])[^<>]*>/gi;

/**
 * One line: tags out, entities decoded once. What only looks like a tag, such as `<stdin>`, stays.
 */
export function plainText(html: string): string {
  const text = withoutComments(html).replace(INLINE, '').replace(BLOCK, ' ');
  return decodeEntities(text).replace(/\s+/g, ' ').trim();
}

function withoutComments(html: string): string {
  let text = '';
  let at = 0;
  for (;;) {
    const start = html.indexOf('<!--', at);
    const end = start === -1 ? -1 : html.indexOf('-->', start);
    if (end === -1) return text + html.slice(at);
    text += html.slice(at, start);
    at = end + '-->'.length;
  }
}
