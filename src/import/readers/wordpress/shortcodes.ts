/** What becomes of each shortcode. */
import {
  audioHtml,
  captionHtml,
  galleryHtml,
  playlistHtml,
  videoHtml,
} from './media-shortcodes.ts';
import { codeHtml, isCodeName } from './code-shortcodes.ts';
import { EMBEDS, embedOfShortcode } from './embed-shortcodes.ts';
import { replaceShortcodes, type Shortcode } from './shortcode-parser.ts';
import type { AttachmentIndex } from './attachments.ts';

export interface ShortcodeContext {
  readonly attachments: Pick<AttachmentIndex, 'byId' | 'ofParent'>;
  /** Id of the entry. */
  readonly entry: string;
}

/** What a reader of the summary should know about the shortcodes of a body. */
export interface ShortcodeNotes {
  /** Left as text. */
  readonly unknown: Set<string>;
  /** Left out: they show what only a server can. */
  readonly dynamic: Set<string>;
  /** Ids of pictures and files that the export does not have. */
  readonly missing: Set<string>;
  /** Shortcodes that hid part of the body from the public. */
  readonly restricted: Set<string>;
}

type Html = (
  shortcode: Shortcode,
  context: ShortcodeContext,
  notes: ShortcodeNotes,
) => string | undefined;

const MEDIA: ReadonlyMap<string, Html> = new Map<string, Html>([
  ['caption', captionHtml],
  ['wp_caption', captionHtml],
  ['gallery', galleryHtml],
  ['audio', audioHtml],
  ['video', videoHtml],
  ['playlist', playlistHtml],
]);

/** They show a form, or what the database holds at the time. */
const DYNAMIC: ReadonlySet<string> = new Set([
  ...['contact-form', 'contact-field', 'contact-form-7', 'contact', 'gravityform', 'gravityforms'],
  ...[
    'wpforms',
    'ninja_form',
    'ninja_forms',
    'formidable',
    'mc4wp_form',
    'jetpack_subscription_form',
  ],
  ...[
    'subscribe',
    'blog_subscription_form',
    'archives',
    'recent-posts',
    'display-posts',
    'sitemap',
  ],
  ...['wp_sitemap_page', 'related_posts', 'jetpack-related-posts', 'portfolio', 'testimonials'],
  ...[
    'cincopa',
    'polldaddy',
    'poll',
    'wp_polls',
    'toc',
    'ez-toc',
    'tag_cloud',
    'categories',
    'login-form',
  ],
]);

/** They limit their content to members of the blog. */
const RESTRICTED =
  /^(?:members?(?:_?only|_access|_logged_in|_feed|-content)?|membership|private|restrict|is_member|s2if|s2member\w*|mepr-(?:active|show|rule)\w*|mepr\w*-access\w*|um_loggedin|um_show_content|pms-restrict|wlm_\w+|ihc-hide-content|arm_restrict_content|wcm_(?:restrict|content_restricted)|passster|content_protector|premium|paywall)$/i;

/** They arrange their content in columns. */
const LAYOUT =
  /^(?:vc_(?:row|row_inner|column|column_inner|column_text|section)|et_pb_(?:section|row|row_inner|column|column_inner|text)|fusion_(?:builder_container|builder_row|builder_row_inner|builder_column|builder_column_inner|text)|av_(?:section|one_full|one_half|one_third|two_third|one_fourth|three_fourth|textblock|layout_row|cell_\w+)|(?:one|two|three)_(?:half|third|fourth|fifth)(?:_last)?|columns?|row|col)$/;

/** Nested shortcodes are rare; more than this is an attack. */
const MAX_DEPTH = 10;

/** @param keep takes finished HTML; gives what stands for it */
export function expandShortcodes(
  html: string,
  context: ShortcodeContext,
  notes: ShortcodeNotes,
  keep: (html: string) => string,
  depth = 0,
): string {
  return replaceShortcodes(html, {
    isKnown: (name) => isKnown(name),
    unknown: (name) => notes.unknown.add(name),
    replace: (shortcode) => {
      const name = shortcode.name.toLowerCase();
      const inner = (text: string): string =>
        depth < MAX_DEPTH ? expandShortcodes(text, context, notes, keep, depth + 1) : text;
      if (DYNAMIC.has(name)) {
        notes.dynamic.add(name);
        return '';
      }
      const isRestricted = RESTRICTED.test(name);
      if (isRestricted || LAYOUT.test(name)) {
        // `[private]` and `[row]` may be words.
        if (shortcode.content === undefined) return name.includes('_') ? '' : undefined;
        if (isRestricted) notes.restricted.add(name);
        return `\n\n${inner(shortcode.content)}\n\n`;
      }
      const made = isCodeName(name)
        ? codeHtml(shortcode)
        : (MEDIA.get(name)?.(withInner(shortcode, inner), context, notes) ??
          embedOfShortcode(shortcode));
      if (made === undefined) {
        if (!isCodeName(name)) notes.unknown.add(name);
        return undefined;
      }
      return keep(made);
    },
  });
}

function withInner(shortcode: Shortcode, inner: (html: string) => string): Shortcode {
  const { content } = shortcode;
  return content === undefined ? shortcode : { ...shortcode, content: inner(content) };
}

function isKnown(written: string): boolean {
  const name = written.toLowerCase();
  return (
    MEDIA.has(name) ||
    EMBEDS.has(name) ||
    DYNAMIC.has(name) ||
    isCodeName(name) ||
    RESTRICTED.test(name) ||
    LAYOUT.test(name)
  );
}
