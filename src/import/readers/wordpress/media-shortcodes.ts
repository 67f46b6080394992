/** Shortcodes of WordPress itself for pictures, films and sound. */
import { escapeHtml } from '../../../lib/html.ts';
import { mediumOf, type Attachment } from './attachments.ts';
import { tagAt } from './html-tokens.ts';
import type { Shortcode } from './shortcode-parser.ts';
import type { ShortcodeContext, ShortcodeNotes } from './shortcodes.ts';

/**
 * `[caption]`: the caption is an attribute, or follows the picture.
 * https://developer.wordpress.org/reference/functions/img_caption_shortcode/
 */
export function captionHtml({ attributes, content = '' }: Shortcode): string {
  const { picture, rest } = splitCaption(content);
  const caption = (attributes.get('caption') ?? rest).trim().replaceAll('\n', '<br />\n');
  if (picture === '') return `<div>${content}</div>`;
  return caption === '' ? `<p>${picture}</p>` : figure(picture, caption);
}

function splitCaption(content: string): { readonly picture: string; readonly rest: string } {
  const at = content.search(/<img[\s/]/i);
  const tag = at === -1 ? undefined : tagAt(content, at);
  if (tag === undefined) return { picture: '', rest: content };
  const before = content.slice(0, at);
  const after = content.slice(at + tag.text.length);
  const link = /<a\s[^<>]*>\s*$/i.exec(before)?.[0];
  const end = /^\s*<\/a>/i.exec(after)?.[0];
  if (link === undefined || end === undefined) return { picture: tag.text, rest: before + after };
  return {
    picture: `${link}${tag.text}</a>`,
    rest: before.slice(0, before.length - link.length) + after.slice(end.length),
  };
}

function figure(content: string, caption: string): string {
  return `<figure>${content}<figcaption>${caption}</figcaption></figure>`;
}

/**
 * `[gallery]`: pictures by id, or those that were uploaded to the entry.
 * https://developer.wordpress.org/reference/functions/gallery_shortcode/
 */
export function galleryHtml(
  shortcode: Shortcode,
  context: ShortcodeContext,
  notes: ShortcodeNotes,
): string | undefined {
  const pictures = attachmentsOf(shortcode, context, notes, 'image');
  return pictures.length === 0 ? undefined : pictures.map(pictureHtml).join('\n');
}

export function pictureHtml({ url, alt, caption, id }: Attachment): string {
  const img = `<img class="wp-image-${escapeHtml(id)}" src="${escapeHtml(url)}" alt="${escapeHtml(alt)}">`;
  return caption === '' ? `<p>${img}</p>` : figure(img, caption);
}

function attachmentsOf(
  { attributes }: Shortcode,
  { attachments, entry }: ShortcodeContext,
  notes: ShortcodeNotes,
  medium: Attachment['medium'],
): Attachment[] {
  const ids = idsIn(attributes.get('ids') ?? attributes.get('include') ?? '');
  const excluded = new Set(idsIn(attributes.get('exclude') ?? ''));
  if (ids.length === 0)
    return attachments
      .ofParent(attributes.get('id') ?? entry)
      .filter((one) => one.medium === medium && !excluded.has(one.id));
  return ids.flatMap((id) => {
    const attachment = attachments.byId(id);
    if (attachment === undefined || attachment.url === '') notes.missing.add(id);
    return attachment === undefined || attachment.url === '' ? [] : [attachment];
  });
}

function idsIn(list: string): string[] {
  return list.split(/[\s,]+/).filter((id) => /^\d+$/.test(id));
}

/** https://developer.wordpress.org/reference/functions/wp_playlist_shortcode/ */
export function playlistHtml(
  shortcode: Shortcode,
  context: ShortcodeContext,
  notes: ShortcodeNotes,
): string | undefined {
  const medium = shortcode.attributes.get('type') === 'video' ? 'video' : 'audio';
  const files = attachmentsOf(shortcode, context, notes, medium);
  if (files.length === 0) return undefined;
  return files
    .map(({ url, title, caption }) => figure(player(medium, [url]), caption || escapeHtml(title)))
    .join('\n');
}

export function audioHtml(shortcode: Shortcode, context: ShortcodeContext): string | undefined {
  return mediaHtml('audio', shortcode, context);
}

export function videoHtml(shortcode: Shortcode, context: ShortcodeContext): string | undefined {
  return mediaHtml('video', shortcode, context);
}

/** The address is in an attribute, named after the format, or stands alone; or the upload is meant. */
function mediaHtml(
  medium: 'audio' | 'video',
  { attributes, values, content }: Shortcode,
  { attachments, entry }: ShortcodeContext,
): string | undefined {
  const named = [...attributes]
    .filter(([name]) => name === 'src' || FORMATS.has(name))
    .map(([, url]) => url);
  const plain = values.flatMap((value) => value.replace(/^=/, '').replace(/\|.*/s, '').split(','));
  const inside = /https?:\/\/[^\s<>"']+/.exec(content ?? '')?.[0];
  const urls = [...named, ...plain, inside ?? ''].filter((url) =>
    /^(?:https?:)?\/\/|^\//.test(url),
  );
  const own = attachments.ofParent(entry).find((one) => one.medium === medium)?.url;
  const addresses = urls.length > 0 ? urls : own === undefined ? [] : [own];
  if (addresses.length === 0) return undefined;
  return `<p>${player(medium, [...new Set(addresses)], attributes.get('poster'))}</p>`;
}

const FORMATS: ReadonlySet<string> = new Set([
  ...['mp3', 'm4a', 'ogg', 'wav', 'wma', 'flac', 'mp4', 'm4v', 'webm', 'ogv', 'flv', 'wmv'],
]);

export function player(medium: 'audio' | 'video', urls: readonly string[], poster = ''): string {
  const image = poster === '' ? '' : ` poster="${escapeHtml(poster)}"`;
  const [first = ''] = urls;
  if (urls.length === 1)
    return `<${medium} controls src="${escapeHtml(first)}"${image}></${medium}>`;
  const sources = urls.map((url) => `<source src="${escapeHtml(url)}">`).join('');
  return `<${medium} controls${image}>${sources}</${medium}>`;
}

/** The file of a podcast, of which the body says nothing. */
export function enclosureHtml(url: string): string {
  const medium = mediumOf(url);
  if (medium === 'audio' || medium === 'video') return `<p>${player(medium, [url])}</p>`;
  return `<p><a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>`;
}
