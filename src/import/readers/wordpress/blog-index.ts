/** What a first reading of an export finds out: blog, authors, terms, attachments. */
import type { XmlNode } from '../../source/xml-items.ts';
import { plainText } from '../plain-text.ts';
import { AttachmentIndex } from './attachments.ts';
import { AuthorNames } from './authors.ts';
import { guessZone, momentOf, type Moment } from './dates.ts';
import type { Export } from './find-exports.ts';
import { Terms } from './terms.ts';
import { field, lineField, wxrItems } from './wxr-items.ts';

export interface ItemKey {
  readonly file: string;
  readonly line: number;
}

const PATHS = [
  'title',
  'link',
  'description',
  'language',
  'wp:base_site_url',
  'wp:base_blog_url',
  'wp:author',
  'wp:category',
  'wp:tag',
  'wp:term',
  'item',
];

/** Reusable blocks that are kept in memory, in characters together. */
const MAX_BLOCKS = 10_000_000;

export class BlogIndex {
  title = '';
  description = '';
  language = '';
  link = '';
  url = '';
  readonly authors = new AuthorNames();
  readonly terms = new Terms();
  readonly attachments = new AttachmentIndex();
  /** Bodies of reusable blocks, by id. */
  readonly blocks = new Map<string, string>();
  /** Address of each public post and page, by id. */
  readonly addresses = new Map<string, string>();
  zone: string | undefined;
  /** Number of posts and pages by the host of their address. */
  readonly hosts = new Map<string, number>();
  /** Newest of the items with the same id, which exports of several days repeat. */
  readonly #newest = new Map<string, ItemKey & { readonly modified: string }>();
  readonly #moments: Moment[] = [];
  #blockSize = 0;

  isNewest(id: string, { file, line }: ItemKey): boolean {
    const newest = this.#newest.get(id);
    return newest === undefined || (newest.file === file && newest.line === line);
  }

  add(node: XmlNode, file: string): void {
    if (node.name === 'item') this.#addItem(node, file);
    else if (node.name === 'wp:author') this.authors.add(node);
    else if (node.name === 'wp:category' || node.name === 'wp:tag' || node.name === 'wp:term')
      this.terms.add(node);
    else this.#addFact(node);
  }

  #addFact(node: XmlNode): void {
    const text = plainText(node.text);
    if (node.name === 'title') this.title ||= text;
    if (node.name === 'description') this.description ||= text;
    if (node.name === 'language') this.language ||= text;
    if (node.name === 'link') this.link ||= text;
    if (node.name === 'wp:base_blog_url') this.url ||= text;
  }

  #addItem(node: XmlNode, file: string): void {
    const type = field(node, 'wp:post_type');
    const id = field(node, 'wp:post_id');
    if (id !== '') this.#addId(`${type} ${id}`, node, file);
    if (type === 'attachment') this.attachments.add(node);
    if (type === 'wp_block') this.#addBlock(id, node);
    if (type === 'guest-author') this.authors.addGuest(node);
    if (type !== 'post' && type !== 'page' && type !== '') return;
    this.terms.addUses(node);
    const link = field(node, 'link');
    if (URL.canParse(link)) {
      const { host } = new URL(link);
      this.hosts.set(host, (this.hosts.get(host) ?? 0) + 1);
    }
    if (field(node, 'wp:status') !== 'publish') return;
    this.authors.addUses(node);
    if (field(node, 'wp:post_password') === '') this.addresses.set(id, link);
    const moment = momentOf(field(node, 'wp:post_date'), field(node, 'wp:post_date_gmt'));
    if (moment !== undefined) this.#moments.push(moment);
  }

  #addId(id: string, node: XmlNode, file: string): void {
    const modified = field(node, 'wp:post_modified_gmt');
    const other = this.#newest.get(id);
    if (other === undefined || modified >= other.modified)
      this.#newest.set(id, { file, line: node.line, modified });
  }

  #addBlock(id: string, node: XmlNode): void {
    const text = field(node, 'content:encoded');
    this.#blockSize += text.length;
    if (this.#blockSize <= MAX_BLOCKS) this.blocks.set(id, text);
  }

  finish(): void {
    this.zone = guessZone(this.#moments, this.language);
    this.#moments.length = 0;
    this.attachments.finish();
  }
}

export async function indexBlog({ files }: Export): Promise<BlogIndex> {
  const index = new BlogIndex();
  for (const { file, prefixes } of files)
    for await (const { node } of wxrItems(file, prefixes, PATHS)) index.add(node, file.path);
  index.finish();
  return index;
}

export function titleOf(node: XmlNode): string {
  return lineField(node, 'title');
}
