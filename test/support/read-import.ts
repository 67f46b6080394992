/** Reads a source as the import does. */
import type { Blog, BlogFacts, ImportedEntry, ImportedItem } from '../../src/import/model.ts';
import { findBlogs } from '../../src/import/readers/detect.ts';
import type { Format, ReaderOptions } from '../../src/import/readers/reader.ts';
import type { Source } from '../../src/import/source/source.ts';

export interface ReadImport {
  readonly format: Format;
  readonly names: readonly string[];
  readonly blog: Blog;
  readonly facts: BlogFacts;
  readonly items: readonly ImportedItem[];
}

/** The first blog of a source, read twice. */
export async function readImport(
  source: Source,
  options: Partial<ReaderOptions> & { readonly from?: Format; readonly blog?: string } = {},
): Promise<ReadImport> {
  const { from, blog: wanted, ...others } = options;
  const { reader, blogs } = await findBlogs(source, { fetch: offline, ...others }, from);
  const found = wanted === undefined ? blogs[0] : blogs.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error('no blog');
  const blog = await found.open();
  const items = await itemsOf(blog);
  if (JSON.stringify(items) !== JSON.stringify(await itemsOf(blog)))
    throw new Error('the second reading gave other items');
  return {
    format: reader.format,
    names: blogs.map(({ name }) => name),
    blog,
    facts: blog.facts,
    items,
  };
}

async function offline(url: string): Promise<never> {
  throw new Error(`nobody should ask for ${url}`);
}

async function itemsOf(blog: Blog): Promise<ImportedItem[]> {
  const items: ImportedItem[] = [];
  for await (const item of blog.items()) items.push(item);
  return items;
}

export function entriesIn(items: readonly ImportedItem[]): ImportedEntry[] {
  return items.flatMap((item) => (item.type === 'post' || item.type === 'page' ? [item] : []));
}

export function messagesIn(items: readonly ImportedItem[]): string[] {
  return items.flatMap((item) => (item.type === 'notice' ? [item.message] : []));
}

export function leftOutIn(items: readonly ImportedItem[]): string[] {
  return items.flatMap((item) =>
    item.type === 'left-out' ? [`${item.reason}: ${item.what}`] : [],
  );
}
