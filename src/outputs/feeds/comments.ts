/** The comments that a post kept from the old blog, as feeds carry them below its text. */
import { elementsOf, escapeHtml, parseHtml, serializeHtml, startTag } from '../../lib/html.ts';
import type { ArchivedComment, Post, Words } from '../../site/model.ts';
import { absolute } from './content.ts';

/** HTML that needs no styles; empty for a post without comments. */
export function feedComments(
  { archivedComments, canonical }: Pick<Post, 'archivedComments' | 'canonical'>,
  words: Pick<Words, 'archivedComments'>,
): string {
  if (archivedComments === undefined) return '';
  const { count, anonymous } = words.archivedComments;
  const listOf = (comments: readonly ArchivedComment[]): string =>
    comments.length === 0 ? '' : `<ol>\n${comments.map(itemOf).join('')}</ol>\n`;
  const itemOf = (comment: ArchivedComment): string => {
    const by = [nameOf(comment, anonymous), ...dateOf(comment, canonical)].join(' \u00b7 ');
    const text = withAbsoluteLinks(comment.html, canonical);
    return `<li><p>${by}</p>\n${text}${listOf(comment.replies)}</li>\n`;
  };
  const title = escapeHtml(count(archivedComments.count));
  return `\n<hr>\n<h2>${title}</h2>\n${listOf(archivedComments.threads)}`;
}

function nameOf({ author, url }: ArchivedComment, anonymous: string): string {
  if (url === undefined) return escapeHtml(author ?? anonymous);
  const link = startTag('a', { href: url, rel: 'nofollow ugc' });
  return `${link}${escapeHtml(author ?? new URL(url).host)}</a>`;
}

/** Links to the comment on its page. */
function dateOf({ anchor, published }: ArchivedComment, postUrl: string): string[] {
  if (published === undefined) return [];
  const time = `${startTag('time', { datetime: published.iso })}${escapeHtml(published.text)}</time>`;
  const href = anchor === undefined ? undefined : absolute(`#${anchor}`, postUrl);
  return [href === undefined ? time : `${startTag('a', { href })}${time}</a>`];
}

function withAbsoluteLinks(html: string, postUrl: string): string {
  const tree = parseHtml(html);
  for (const { attribs } of elementsOf(tree))
    if (attribs['href'] !== undefined) attribs['href'] = absolute(attribs['href'], postUrl);
  return serializeHtml(tree);
}
