/**
 * Exports of Medium: a zip with a folder `posts` of HTML files. All other files are about the owner's
 * account, and are never read.
 */
import path from 'node:path';
import type { Blog, ImportedEntry, ImportedItem, Place } from '../../model.ts';
import { readText, type Source, type SourceFile } from '../../source/source.ts';
import { startOf } from '../start-of.ts';
import type { Reader } from '../reader.ts';
import { readArticle, slugOf, type Article } from './article.ts';
import { tidyMedium } from './tidy.ts';

export const medium: Reader = {
  format: 'medium',
  label: 'an export of Medium',
  async find(source, { url }) {
    const files = await postsOf(source);
    return files.length === 0 ? [] : [{ name: 'Medium', open: () => open(files, url) }];
  },
};

/** Enough to tell; other folders of that name hold thousands of pages. */
const SAMPLES = 20;

async function postsOf(source: Source): Promise<readonly SourceFile[]> {
  const files = source.files.filter(isPost);
  for (const file of files.slice(0, SAMPLES)) {
    const start = await startOf(file);
    if (/class="[^"]*\bh-entry\b/.test(start) && /class="[^"]*\bp-name\b/.test(start)) return files;
  }
  return [];
}

/** In `posts`, or with the name of a post if that folder itself is the source. */
function isPost({ path: file }: SourceFile): boolean {
  if (!file.endsWith('.html')) return false;
  const folder = path.posix.basename(path.posix.dirname(file));
  return folder === 'posts' || (folder === '.' && /^(?:draft|\d{4}-\d{2}-\d{2})_/.test(file));
}

interface Addresses {
  /** The first file with an id. */
  readonly files: ReadonlyMap<string, string>;
  readonly byId: ReadonlyMap<string, string>;
  /** Hosts of the posts, other than `medium.com`. */
  readonly hosts: ReadonlyMap<string, number>;
}

async function open(files: readonly SourceFile[], url: string | undefined): Promise<Blog> {
  const addresses = await collectAddresses(files);
  const own = url ?? ownSite(addresses);
  return {
    facts: { url: own, hosts: [] },
    async *items() {
      for (const file of files) yield* itemsOf(file, await read(file), addresses);
    },
    tidy(body, { title, description: subtitle }, removed) {
      tidyMedium(body, { title, subtitle, addresses: addresses.byId, removed });
    },
  };
}

async function read(file: SourceFile): Promise<Article> {
  return readArticle(await readText(file), path.posix.basename(file.path));
}

async function collectAddresses(files: readonly SourceFile[]): Promise<Addresses> {
  const first = new Map<string, string>();
  const byId = new Map<string, string>();
  const hosts = new Map<string, number>();
  for (const file of files) {
    const { id, canonical, shape } = await read(file);
    if (id === undefined || first.has(id) || shape === 'response') continue;
    first.set(id, file.path);
    if (canonical === undefined || !canonical.pathname.endsWith(id)) continue;
    byId.set(id, canonical.pathname);
    if (canonical.hostname !== 'medium.com')
      hosts.set(canonical.hostname, (hosts.get(canonical.hostname) ?? 0) + 1);
  }
  return { files: first, byId, hosts };
}

/** The subdomain or custom domain of most posts. `medium.com` belongs to everyone, and never redirects. */
function ownSite({ byId, hosts }: Addresses): string | undefined {
  const most = [...hosts].find(([, count]) => count * 2 > byId.size);
  return most === undefined ? undefined : `https://${most[0]}/`;
}

function* itemsOf(
  { path: file }: SourceFile,
  article: Article,
  addresses: Addresses,
): Generator<ImportedItem> {
  const place: Place = { file };
  const { title, shape, id } = article;
  const what = title || file;
  if (shape === 'response') {
    yield { type: 'left-out', place, reason: 'responses to posts of other people', what };
    return;
  }
  const isRepeated = id !== undefined && addresses.files.get(id) !== file;
  yield entryOf(article, place, isRepeated);
  if (shape === 'untitled')
    yield notice(
      place,
      `"${what}" has no title of its own, so it may be a response to somebody else's post. It is not published: add a title and \`published: true\`, or delete it.`,
    );
  if (article.published === undefined && !article.isDraft)
    yield notice(
      place,
      `The export does not say when "${what}" was published, so it is not published here: add its date and \`published: true\`.`,
    );
  if (isRepeated)
    yield notice(
      place,
      `"${what}" has the same id as ${addresses.files.get(id)}, so links to the old address lead to that post. See whether you need both.`,
    );
}

function entryOf(article: Article, place: Place, isRepeated: boolean): ImportedEntry {
  const { id, canonical, published, isDraft, shape } = article;
  const isOnMedium = id !== undefined && (canonical?.pathname.endsWith(id) ?? true);
  const isPublic = published !== undefined && shape === 'post';
  return {
    type: 'post',
    id: id === undefined || isRepeated ? place.file : `https://medium.com/p/${id}`,
    place,
    status: isDraft ? 'draft' : isPublic ? 'public' : 'unknown',
    guid: id === undefined || isRepeated ? undefined : `https://medium.com/p/${id}`,
    title: article.title,
    slug: slugOf(article),
    published,
    authors: article.author === undefined ? [] : [article.author],
    tags: article.tags,
    description: article.subtitle,
    legacyUrls: isOnMedium && canonical !== undefined && !isRepeated ? [canonical.pathname] : [],
    canonicalUrl: isOnMedium ? undefined : canonical?.href,
    body: { format: 'html', text: article.body, base: canonical?.href },
  };
}

function notice(place: Place, message: string): ImportedItem {
  return { type: 'notice', place, message };
}
