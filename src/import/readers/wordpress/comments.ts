/** Comments of a post. Addresses of machines and of mail are never kept. */
import { canParseUrl } from '../../../lib/can-parse-url.ts';
import type { ImportedComment, LeftOut } from '../../model.ts';
import { childrenOf, type XmlNode } from '../../source/xml-items.ts';
import { autop } from './autop.ts';
import { withoutMail } from './authors.ts';
import { isoOf, momentOf } from './dates.ts';
import { linkAddresses } from './link-addresses.ts';
import { field, lineField, type WxrItem } from './wxr-items.ts';

/** Of comments that were not shown, by `wp:comment_approved`. */
const HIDDEN: ReadonlyMap<string, string> = new Map([
  ['0', 'comments that wait for approval'],
  ['spam', 'comments marked as spam'],
  ['trash', 'comments in the trash'],
  ['post-trashed', 'comments on posts in the trash'],
]);

/**
 * @param entry `ImportedEntry.id`
 * @param zone of the blog, if known
 */
export function commentItems(
  { node, file }: WxrItem,
  entry: string,
  zone: string | undefined,
): (ImportedComment | LeftOut)[] {
  const nodes = childrenOf(node, 'wp:comment');
  const title = lineField(node, 'title') || field(node, 'wp:post_name');
  const shown = new Set(
    nodes
      .filter((one) => reasonToHide(one) === undefined)
      .map((one) => field(one, 'wp:comment_id')),
  );
  return nodes.map((one, index) => {
    const id = field(one, 'wp:comment_id') || `${entry}-${index + 1}`;
    const place = { file, line: one.line };
    const reason = reasonToHide(one);
    if (reason !== undefined)
      return { type: 'left-out', place, reason, what: `comment ${id} on "${title}"` };
    const parent = field(one, 'wp:comment_parent');
    const moment = momentOf(field(one, 'wp:comment_date'), field(one, 'wp:comment_date_gmt'), zone);
    return {
      type: 'comment',
      id,
      place,
      entry,
      replyTo: shown.has(parent) && parent !== id ? parent : undefined,
      anchor: `comment-${id}`,
      author: withoutMail(lineField(one, 'wp:comment_author')),
      url: siteOf(field(one, 'wp:comment_author_url')),
      published: moment === undefined ? undefined : isoOf(moment),
      html: linkAddresses(
        autop(childrenOf(one, 'wp:comment_content')[0]?.text ?? '', () => undefined),
      ),
    };
  });
}

function reasonToHide(node: XmlNode): string | undefined {
  const approved = field(node, 'wp:comment_approved');
  if (approved !== '1') return HIDDEN.get(approved) ?? `comments with the status "${approved}"`;
  const type = field(node, 'wp:comment_type');
  if (type === '' || type === 'comment') return undefined;
  if (type === 'pingback' || type === 'trackback') return 'pingbacks and trackbacks of other sites';
  return `comments of the kind "${type}"`;
}

function siteOf(written: string): string | undefined {
  const url = written.replace(/[\s\0]+/g, '').replaceAll('&amp;', '&');
  if (!/^https?:\/\/[^/]/i.test(url) || !canParseUrl(url)) return undefined;
  const { username, password } = new URL(url);
  return username === '' && password === '' ? url : undefined;
}
