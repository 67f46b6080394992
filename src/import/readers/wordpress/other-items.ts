/** What an export holds beside posts and pages. */
import type { ImportedItem, LeftOut } from '../../model.ts';
import type { EntryContext } from './entry.ts';
import { field, lineField, type WxrItem } from './wxr-items.ts';

const REASONS: ReadonlyMap<string, string> = new Map([
  ['nav_menu_item', 'entries of menus'],
  ['revision', 'earlier versions of texts'],
  ['wp_navigation', 'menus'],
  ['wp_block', 'reusable blocks, which are in the texts that use them'],
  ['wp_global_styles', 'styles of the theme'],
  ['custom_css', 'styles of the theme'],
  ['customize_changeset', 'changes to the theme'],
  ['wp_template', 'templates of the theme'],
  ['wp_template_part', 'templates of the theme'],
  ['wp_font_family', 'fonts of the theme'],
  ['wp_font_face', 'fonts of the theme'],
  ['oembed_cache', 'copies of embedded pages'],
  ['guest-author', 'authors without an account, whose names are in their posts'],
  ['feedback', 'messages from contact forms'],
  ['user_request', 'requests about personal data'],
]);

/** Their titles hold names or mail addresses. */
const PRIVATE: ReadonlySet<string> = new Set([
  'feedback',
  'user_request',
  'shop_order',
  'flamingo_inbound',
]);

export function leftOutItem({ node, file }: WxrItem, type: string): LeftOut {
  const id = field(node, 'wp:post_id');
  const title = PRIVATE.has(type) ? '' : lineField(node, 'title');
  return {
    type: 'left-out',
    place: { file, line: node.line },
    reason: REASONS.get(type) ?? `items of the type "${type}"`,
    what: title || `number ${id}`,
  };
}

/** The page that showed an attachment leads to the post that it was uploaded to. */
export function attachmentItems({ node }: WxrItem, { index, site }: EntryContext): ImportedItem[] {
  const from = site.relative(field(node, 'link'));
  const parent = index.addresses.get(field(node, 'wp:post_parent'));
  const to = parent === undefined ? undefined : site.relative(parent);
  if (from === undefined || to === undefined || from === to) return [];
  if (from === '/' || from.includes('?') || from.includes('/wp-content/')) return [];
  return [{ type: 'redirect', from, to }];
}
