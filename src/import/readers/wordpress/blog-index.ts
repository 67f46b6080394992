/** What a first reading of an export finds out: blog, authors, terms, attachments. */
import { canParseUrl } from '../../../lib/can-parse-url.ts';
import type { XmlNode } from '../../source/xml-items.ts';
import { plainText } from '../plain-text.ts';
import { AttachmentIndex } from './attachments.ts';
import { AuthorNames } from './authors.ts';
import { guessZone, momentOf, type Moment } from './dates.ts';
import { Copies } from './copies.ts';
import type { Export } from './find-exports.ts';
import { Terms } from './terms.ts';
import { field, wxrItems } from './wxr-items.ts';

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
  readonly copies: Copies;
  readonly #moments: Moment[] = [];
  #blockSize = 0;

  /** @param files number of files of the export */
  constructor(files: number) {
    this.copies = new Copies(files > 1);
  }

  add(node: XmlNode): void {
    if (node.name === 'item') this.#addItem(node);
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

  #addItem(node: XmlNode): void {
    const type = field(node, 'wp:post_type');
    const id = field(node, 'wp:post_id');
    this.copies.add(id, field(node, 'wp:post_modified_gmt'));
    if (type === 'attachment') this.attachments.add(node);
    if (type === 'wp_block') this.#addBlock(id, node);
    if (type === 'guest-author') this.authors.addGuest(node);
    if (type !== 'post' && type !== 'page' && type !== '') return;
    this.terms.addUses(node);
    const link = field(node, 'link');
    if (canParseUrl(link)) {
      const { host } = new URL(link);
      this.hosts.set(host, (this.hosts.get(host) ?? 0) + 1);
    }
    if (field(node, 'wp:status') !== 'publish') return;
    this.authors.addUses(node);
    if (field(node, 'wp:post_password') === '') this.addresses.set(id, link);
    const moment = momentOf(field(node, 'wp:post_date'), field(node, 'wp:post_date_gmt'));
    if (moment !== undefined) this.#moments.push(moment);
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
  const index = new BlogIndex(files.length);
  for (const { file, prefixes } of files)
    for await (const { node } of wxrItems(file, prefixes, PATHS)) index.add(node);
  index.finish();
  return index;
}
