/** Finds out which format an export has. */
import type { Blog, ImportedItem } from '../model.ts';
import { SourceError, type Source } from '../source/source.ts';
import type { Format, FoundBlog, Reader, ReaderOptions } from './reader.ts';

/** In the order in which they look: feeds last, since other exports contain feeds. */
const READERS: readonly { readonly format: Format; load(): Promise<Reader> }[] = [
  { format: 'blogger-takeout', load: async () => (await import('./blogger-takeout.ts')).reader },
  { format: 'blogger-backup', load: async () => (await import('./blogger-backup.ts')).reader },
  { format: 'wordpress', load: async () => (await import('./wordpress/wordpress.ts')).reader },
  { format: 'ghost', load: async () => (await import('./ghost/ghost.ts')).reader },
  { format: 'blogger-feed', load: async () => (await import('./blogger-feed.ts')).reader },
  { format: 'medium', load: async () => (await import('./medium/reader.ts')).medium },
  { format: 'substack', load: async () => (await import('./substack/reader.ts')).substack },
  { format: 'jekyll', load: async () => (await import('./jekyll/reader.ts')).jekyll },
  { format: 'hugo', load: async () => (await import('./hugo/reader.ts')).hugo },
  { format: 'hexo', load: async () => (await import('./hexo/reader.ts')).hexo },
  { format: 'eleventy', load: async () => (await import('./eleventy/reader.ts')).eleventy },
  { format: 'pelican', load: async () => (await import('./pelican/reader.ts')).pelican },
  { format: 'feed', load: async () => (await import('./feed.ts')).reader },
];

/** Values that `--from` takes at present. */
export const KNOWN_FORMATS: readonly Format[] = READERS.map(({ format }) => format);

export interface FoundBlogs {
  readonly reader: Reader;
  /** At least one. */
  readonly blogs: readonly FoundBlog[];
}

/**
 * The blogs in a source, by the first reader that finds one.
 * @param format asks this reader only
 * @throws {SourceError} if none finds one, or an address cannot be read
 */
export async function findBlogs(
  source: Source,
  options: ReaderOptions,
  format?: Format,
): Promise<FoundBlogs> {
  const asked = READERS.filter((one) => format === undefined || one.format === format);
  const labels: string[] = [];
  for (const { load } of asked) {
    const reader = await load();
    const blogs = await reader.find(source, options);
    if (blogs.length > 0) return { reader, blogs: blogs.map((blog) => withSkipped(blog, source)) };
    labels.push(reader.label);
  }
  throw new SourceError(
    `${source.name} is none of the exports that Perennial knows. Looked for: ${labels.join('; ')}. ${contentsOf(source)} Name the file or folder as it was downloaded, or its format with --from.`,
  );
}

/** The blog, with a word on each member of the source that was not taken. */
function withSkipped(found: FoundBlog, source: Source): FoundBlog {
  const { skipped = [] } = source;
  if (skipped.length === 0) return found;
  return {
    name: found.name,
    async open(): Promise<Blog> {
      const blog = await found.open();
      return {
        ...blog,
        async *items(): AsyncGenerator<ImportedItem> {
          for (const { path, reason } of skipped)
            yield { type: 'left-out', place: { file: path }, reason, what: path };
          yield* blog.items();
        },
      };
    },
  };
}

/** Kinds of files that the message names. */
const MAX_KINDS = 8;

/** What the user can compare with what was meant. */
function contentsOf({ files, url }: Source): string {
  if (url !== undefined) return 'The page is no feed and names none.';
  const counts = new Map<string, number>();
  for (const { path } of files) {
    const kind = /(?<=[^/])\.[a-z0-9]{1,10}$/i.exec(path)?.[0].toLowerCase() ?? 'without an ending';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const kinds = [...counts].toSorted(([kind, a], [other, b]) => b - a || (kind < other ? -1 : 1));
  const listed = kinds.slice(0, MAX_KINDS).map(([kind, count]) => `${count} ${kind}`);
  const total = files.length === 1 ? '1 file' : `${files.length} files`;
  return `It holds ${total}: ${listed.join(', ')}${kinds.length > MAX_KINDS ? ' and others' : ''}.`;
}
