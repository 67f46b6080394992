/** Reads an export in memory with one reader. */
import { toHtml } from 'hast-util-to-html';
import { parseHtml } from '../../src/import/body/parse-html.ts';
import type { Blog, ImportedEntry, ImportedItem } from '../../src/import/model.ts';
import type { FoundBlog, Reader } from '../../src/import/readers/reader.ts';
import type { Source, SourceFile } from '../../src/import/source/source.ts';
import { memorySource } from './memory-source.ts';

export interface ReadBlog {
  readonly blog: Blog;
  readonly items: readonly ImportedItem[];
  readonly entries: readonly ImportedEntry[];
  /** Entry by title. */
  entry(title: string): ImportedEntry;
  /** "what: reason". */
  readonly leftOut: readonly string[];
  readonly notices: readonly string[];
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A file that nobody may read. */
export const PRIVATE = 'private';

/** Reads it twice, as the import does, and expects the same. */
export async function readBlog(reader: Reader, files: Files, url?: string): Promise<ReadBlog> {
  const [found] = await find(reader, files, url);
  if (found === undefined) throw new Error(`${reader.format} finds nothing in the export`);
  const blog = await found.open();
  const items = await itemsOf(blog);
  if (JSON.stringify(await itemsOf(blog)) !== JSON.stringify(items))
    throw new Error('A second pass gives something else.');
  const entries = items.flatMap((item) =>
    item.type === 'post' || item.type === 'page' ? [item] : [],
  );
  return {
    blog,
    items,
    entries,
    entry(title) {
      const entry = entries.find((candidate) => candidate.title === title);
      if (entry === undefined) throw new Error(`There is no "${title}".`);
      return entry;
    },
    leftOut: items.flatMap((item) =>
      item.type === 'left-out' ? `${item.what}: ${item.reason}` : [],
    ),
    notices: items.flatMap((item) => (item.type === 'notice' ? item.message : [])),
  };
}

async function itemsOf(blog: Blog): Promise<readonly ImportedItem[]> {
  const items: ImportedItem[] = [];
  for await (const item of blog.items()) items.push(item);
  return items;
}

export async function find(
  reader: Reader,
  files: Files,
  url?: string,
): Promise<readonly FoundBlog[]> {
  return reader.find(guardedSource(files), { url, fetch: refuse });
}

/** An export in which nobody may read files with the text `PRIVATE`. */
export function guardedSource(files: Files): Source {
  const source = memorySource(files);
  const guarded = source.files.map((file) =>
    files[file.path] === PRIVATE ? unreadable(file) : file,
  );
  return { ...source, files: guarded };
}

async function refuse(): Promise<never> {
  throw new Error('No reader of files asks the web.');
}

function unreadable({ path, size }: SourceFile): SourceFile {
  return {
    path,
    size,
    stream() {
      throw new Error(`${path} is private.`);
    },
  };
}

/** The body as the platform's tidying leaves it, and what it tells that it removed: "text: reason". */
export function tidied(blog: Blog, entry: ImportedEntry): { html: string; removed: string[] } {
  const root = parseHtml(entry.body.text);
  const removed: string[] = [];
  blog.tidy?.(root, entry, (text, reason) => removed.push(`${text}: ${reason}`));
  return { html: toHtml(root), removed };
}
