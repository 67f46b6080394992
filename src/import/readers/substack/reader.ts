/**
 * Exports of Substack: `posts.csv` and a folder of HTML fragments. The other tables hold the addresses of
 * subscribers, and are never read.
 */
import path from 'node:path';
import { escapeAttribute } from '../../../lib/html.ts';
import type { Blog, ImportedItem, Place } from '../../model.ts';
import { SourceError, readText, type Source, type SourceFile } from '../../source/source.ts';
import { startOf } from '../start-of.ts';
import type { FoundBlog, Reader } from '../reader.ts';
import { absoluteUrl } from '../text-site/web.ts';
import { readPosts, type SubstackPost } from './posts.ts';
import { tidySubstack } from './tidy.ts';

export const substack: Reader = {
  format: 'substack',
  label: 'an export of Substack',
  async find(source, { url }) {
    const found: FoundBlog[] = [];
    for (const table of source.files) {
      if (path.posix.basename(table.path) !== 'posts.csv') continue;
      if (!/^\W*post_id\b.*\bis_published\b/.test(await startOf(table))) continue;
      const folder = path.posix.basename(path.posix.dirname(table.path));
      const name = folder === '.' ? 'Substack' : folder;
      found.push({ name, open: () => open(source, table, url) });
    }
    return found;
  },
};

type Bodies = ReadonlyMap<string, SourceFile>;

async function open(source: Source, table: SourceFile, url: string | undefined): Promise<Blog> {
  const posts = postsIn(await readText(table), table.path);
  const folder = path.posix.join(path.posix.dirname(table.path), 'posts');
  const ids = new Set(posts.map(({ id }) => id));
  // `123.delivers.csv` and `123.opens.csv` beside them name subscribers.
  const bodies = new Map(
    source.files
      .filter(({ path: file }) => file.startsWith(`${folder}/`) && file.endsWith('.html'))
      .map((file) => [path.posix.basename(file.path, '.html'), file]),
  );
  const site = url ?? (await siteIn(bodies.values(), posts));
  return {
    facts: { url: site, hosts: [] },
    async *items() {
      for (const post of posts) yield* itemsOf(post, bodies, table.path, site);
      for (const [id, { path: file }] of bodies)
        if (!ids.has(id))
          yield {
            type: 'left-out',
            place: { file },
            reason: 'texts that `posts.csv` does not list',
            what: id,
          };
    },
    tidy: (body, _entry, removed) => tidySubstack(body, removed),
  };
}

/** Without its table, nobody could tell who may read a post. */
function postsIn(csv: string, file: string): readonly SubstackPost[] {
  try {
    return readPosts(csv);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SourceError(`${file} is no valid table: ${reason}. Download the export again.`);
  }
}

/** Only links tell the address: that of the button to subscribe, or of another post. */
const OWN_LINK = /https?:\/\/([\w.-]+)\/(?:subscribe\b|p\/([\w-]+))/g;

async function siteIn(
  bodies: Iterable<SourceFile>,
  posts: readonly SubstackPost[],
): Promise<string | undefined> {
  const slugs = new Set(posts.map(({ slug }) => slug));
  const counts = new Map<string, number>();
  for (const file of bodies)
    for (const [, host = '', slug] of (await readText(file)).matchAll(OWN_LINK))
      if (slug === undefined || slugs.has(slug)) counts.set(host, (counts.get(host) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most === undefined ? undefined : `https://${most[0]}/`;
}

async function* itemsOf(
  post: SubstackPost,
  bodies: Bodies,
  table: string,
  site: string | undefined,
): AsyncGenerator<ImportedItem> {
  const file = bodies.get(post.id);
  const place: Place = file === undefined ? { file: table, line: post.line } : { file: file.path };
  const what = post.title || post.id;
  if (file === undefined && post.audio === undefined) {
    yield { type: 'left-out', place, reason: 'posts whose text is not in the export', what };
    return;
  }
  const address = `/p/${post.slug}`;
  const text = file === undefined ? '' : await readText(file);
  yield {
    type: post.type === 'page' ? 'page' : 'post',
    id: post.id,
    place,
    status: post.status,
    guid: absoluteUrl(address, site)?.href,
    title: post.title,
    slug: post.slug,
    published: post.published,
    authors: [],
    tags: [],
    description: post.subtitle,
    legacyUrls: [address],
    body: { format: 'html', text: audioOf(post) + text, base: absoluteUrl(address, site)?.href },
  };
  if (file === undefined)
    yield {
      type: 'notice',
      place,
      message: `The export holds no text for the episode "${what}", so the post shows its audio alone. Add the text if there was one.`,
    };
  if (!KNOWN_TYPES.has(post.type))
    yield {
      type: 'notice',
      place,
      message: `"${what}" is of the unknown type "${post.type}", and is imported as a post. See whether it is one.`,
    };
}

const KNOWN_TYPES = new Set(['newsletter', 'podcast', 'thread', 'page', 'adhoc_email', 'video']);

/** The episode stands above its text. */
function audioOf({ audio }: SubstackPost): string {
  if (audio === undefined) return '';
  return `<audio src="${escapeAttribute(audio)}" controls></audio>\n`;
}
