/** Reads Blogger's older backup, `blog-MM-DD-YYYY.xml`, and pages of its feeds that were saved as files. */
import { readText, SourceError, type Source, type SourceFile } from '../source/source.ts';
import { childText } from '../source/xml-items.ts';
import { foundInAtom } from './blogger/atom.ts';
import { bloggerBlog } from './blogger/blog.ts';
import type { Found } from './blogger/entry.ts';
import { apiEntries, feedElement, isJson, parseFeed } from './blogger/json.ts';
import { SETTINGS } from './blogger/settings.ts';
import type { FoundBlog, Reader, ReaderOptions } from './reader.ts';
import { startOf } from './start-of.ts';
import { decoded } from './text.ts';
import { xmlEntries, type XmlEntry } from './xml-entries.ts';

/** Files of one blog. */
interface Files {
  readonly id: string;
  readonly title: string;
  readonly files: SourceFile[];
}

export const reader: Reader = {
  format: 'blogger-backup',
  label: 'a backup or saved feed of Blogger',
  async find(source, options) {
    const byBlog = new Map<string, Files>();
    for (const file of source.files.filter(({ path }) => /\.(?:xml|atom|json|js)$/i.test(path))) {
      const blog = blogIn(await startOf(file));
      if (blog === undefined) continue;
      const known = byBlog.get(blog.id);
      if (known === undefined) byBlog.set(blog.id, { ...blog, files: [file] });
      else known.files.push(file);
    }
    return [...byBlog.values()].map((blog): FoundBlog => ({
      name: blog.title || blog.files[0]?.path || blog.id,
      open: () => open(blog, source, options),
    }));
  },
};

/** Ids of feeds and of their entries. */
const BLOG_ID = /tag:blogger\.com,1999:blog-(\d+)/;

/** The blog that a file is of, by its beginning. */
function blogIn(start: string): { readonly id: string; readonly title: string } | undefined {
  const [head = ''] = start.split(/<entry|"entry"/, 1);
  if (isJson(start)) {
    if (/"kind"\s*:\s*"blogger#(?:post|page|comment)/.test(start))
      return { id: /"blog"\s*:\s*\{\s*"id"\s*:\s*"(\d+)"/.exec(start)?.[1] ?? '', title: '' };
    const id = start.includes('"$t"') ? BLOG_ID.exec(head)?.[1] : undefined;
    const title = /"title"\s*:\s*\{[^}]*"\$t"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(head)?.[1];
    return id === undefined ? undefined : { id, title: decoded(title ?? '') };
  }
  // A feed of another program may keep the ids of posts, but not that of the blog.
  const isFeed = /<feed\b/.test(head) && BLOG_ID.test(head);
  const isPart = !/<(?:feed|rss|rdf:RDF)\b/.test(start) && /<entry\b/.test(start);
  const id = BLOG_ID.exec(isFeed ? head : isPart ? start : '')?.[1];
  if (id === undefined || start.includes('schemas.google.com/blogger/2018')) return undefined;
  return { id, title: decoded(decoded(/<title[^>]*>([^<]*)/.exec(head)?.[1] ?? '')) };
}

async function open(blog: Files, source: Source, { url }: ReaderOptions) {
  const [main] = blog.files;
  const contents = new Contents(blog.files);
  return bloggerBlog({
    title: blog.title,
    file: main?.path ?? source.name,
    files: source.files,
    url,
    entries: () => contents.read(),
    settings: () => contents.settings,
    address: () => contents.address,
  });
}

/** An archive has all in `feed`; a part of one that was cut out has only entries. */
const PATHS = new Set(['feed/entry', 'feed/link', 'entry']);

/** Streams the entries, and keeps what they say about the blog. */
class Contents {
  readonly settings = new Map<string, string>();
  address: string | undefined;
  readonly #files: readonly SourceFile[];

  constructor(files: readonly SourceFile[]) {
    this.#files = files;
  }

  async *read(): AsyncGenerator<Found> {
    for (const file of this.#files)
      yield* /\.js(?:on)?$/i.test(file.path) ? this.#json(file) : this.#xml(file);
  }

  async *#xml(file: SourceFile): AsyncGenerator<Found> {
    for await (const entry of xmlEntries(file, PATHS))
      if (entry.type === 'xml') yield* this.#found(entry);
      else yield entry;
  }

  async *#json(file: SourceFile): AsyncGenerator<Found> {
    const value = parseFeed(await readText(file));
    if (value === undefined)
      throw new SourceError(`${file.path} is no valid JSON. It may be cut; save the feed again.`);
    const feed = feedElement(value);
    if (feed === undefined) yield* apiEntries(value, file.path);
    else
      for (const node of feed.children)
        if (node.name === 'entry' || node.name === 'link')
          yield* this.#found({ type: 'xml', node, place: { file: file.path } });
  }

  *#found({ node, place }: XmlEntry): Generator<Found> {
    if (node.name === 'link') {
      if (node.attributes.get('rel') === 'alternate') this.address ??= node.attributes.get('href');
      return;
    }
    const found = foundInAtom(node, place);
    if (found?.type === 'setting') {
      if (SETTINGS.has(found.name)) this.settings.set(found.name, found.value);
    } else if (found?.type === 'shortened') throw shortened(place.file, childText(node, 'title'));
    else if (found !== undefined) yield found;
  }
}

function shortened(file: string, title: string): SourceError {
  return new SourceError(
    `${file} has only the beginnings of posts, such as "${decoded(title)}". In Blogger, set Settings > Site feed > Allow blog feed to Full and save the feed again, or use "Back up content".`,
  );
}
