/** Builds exports of WordPress. */
import { reader } from '../../src/import/readers/wordpress/wordpress.ts';
import type { Blog, ImportedComment, ImportedEntry, ImportedItem } from '../../src/import/model.ts';
import { memorySource } from './memory-source.ts';

const HEADER = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"
  xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
`;

/** Elements of an item: text goes into a CDATA section, XML from `xml` stays. */
export interface ItemParts {
  readonly [name: string]: string;
}

/** @param channel elements before the items */
export function wxr(items: readonly string[], channel = BLOG): string {
  return `${HEADER}${channel}\n${items.join('\n')}\n</channel>\n</rss>\n`;
}

const BLOG = `<title>Garden</title>
<link>https://garden.example</link>
<description>Notes &amp; roses</description>
<language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://garden.example</wp:base_site_url>
<wp:base_blog_url>https://garden.example</wp:base_blog_url>
<wp:author><wp:author_login><![CDATA[rosa]]></wp:author_login><wp:author_email><![CDATA[rosa@secret.example]]></wp:author_email><wp:author_display_name><![CDATA[Rosa &amp; Co]]></wp:author_display_name></wp:author>`;

/** A public post with these elements instead of its own. `''` leaves one out; `xml` is added as it is. */
export function wxrPost(parts: ItemParts = {}): string {
  const id = parts['wp:post_id'] ?? '14';
  const all: ItemParts = {
    title: 'Roses',
    link: 'https://garden.example/2011/05/roses/',
    'dc:creator': 'rosa',
    guid: `https://garden.example/?p=${id}`,
    'content:encoded': 'Words.',
    'excerpt:encoded': '',
    'wp:post_id': id,
    'wp:post_date': '2011-05-01 14:00:00',
    'wp:post_date_gmt': '2011-05-01 12:00:00',
    'wp:post_name': 'roses',
    'wp:status': 'publish',
    'wp:post_type': 'post',
    ...parts,
  };
  const elements = Object.entries(all)
    .filter(([name, value]) => name !== 'xml' && value !== '')
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`);
  return `<item>\n${elements.join('\n')}\n${parts['xml'] ?? ''}\n</item>`;
}

export function wxrMeta(key: string, value: string): string {
  return `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
}

export function wxrAttachment(id: string, url: string, parts: ItemParts = {}): string {
  return wxrPost({
    title: `Picture ${id}`,
    link: `https://garden.example/2011/05/roses/picture-${id}/`,
    'wp:post_id': id,
    'wp:post_type': 'attachment',
    'wp:status': 'inherit',
    'wp:post_parent': '14',
    'wp:attachment_url': url,
    'content:encoded': '',
    ...parts,
  });
}

/** @param files texts or bytes by path; one text alone is `export.xml` */
export async function openWxr(
  files: string | Readonly<Record<string, string | Uint8Array>>,
  url?: string,
): Promise<Blog> {
  const source = memorySource(typeof files === 'string' ? { 'export.xml': files } : files);
  const [found] = await reader.find(source, {
    url,
    fetch: () => Promise.reject(new Error('nothing is fetched')),
  });
  if (found === undefined) throw new Error('no blog was found');
  return found.open();
}

export async function readItems(blog: Blog): Promise<ImportedItem[]> {
  const items: ImportedItem[] = [];
  for await (const item of blog.items()) items.push(item);
  return items;
}

export async function readWxr(
  files: string | Readonly<Record<string, string | Uint8Array>>,
): Promise<ImportedItem[]> {
  return readItems(await openWxr(files));
}

export function entriesIn(items: readonly ImportedItem[]): ImportedEntry[] {
  return items.filter(
    (item): item is ImportedEntry => item.type === 'post' || item.type === 'page',
  );
}

export function commentsIn(items: readonly ImportedItem[]): ImportedComment[] {
  return items.filter((item) => item.type === 'comment');
}

/** The entry of an export with one post. */
export async function readPost(parts: ItemParts, others: readonly string[] = []) {
  const [entry] = entriesIn(await readWxr(wxr([wxrPost(parts), ...others])));
  if (entry === undefined) throw new Error('there is no entry');
  return entry;
}

/** `reason: what` of each item that was left out. */
export function leftOut(items: readonly ImportedItem[]): string[] {
  return items.flatMap((item) =>
    item.type === 'left-out' ? [`${item.reason}: ${item.what}`] : [],
  );
}

export function notices(items: readonly ImportedItem[]): string[] {
  return items.flatMap((item) => (item.type === 'notice' ? [item.message] : []));
}
