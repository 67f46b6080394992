/** Reads a Google Takeout of Blogger, which "Back up content" gives since 2025. */
import type { Status } from '../model.ts';
import { readText, SourceError, type Source, type SourceFile } from '../source/source.ts';
import { childrenOf, childText, type XmlNode } from '../source/xml-items.ts';
import { bloggerBlog } from './blogger/blog.ts';
import { pathOf, webUrl } from './addresses.ts';
import { atomFields, type BloggerEntry, type Found } from './blogger/entry.ts';
import { SETTINGS } from './blogger/settings.ts';
import { readCsv } from './csv.ts';
import type { FoundBlog, Reader, ReaderOptions } from './reader.ts';
import { startOf } from './start-of.ts';
import { decoded, oneLine } from './text.ts';
import { xmlEntries, type XmlEntry } from './xml-entries.ts';

const NAMESPACE = 'http://schemas.google.com/blogger/2018';

/** The feeds of a blog: that of the blog first. */
interface Feeds {
  readonly id: string;
  readonly title: string;
  readonly files: SourceFile[];
}

export const reader: Reader = {
  format: 'blogger-takeout',
  label: 'a Google Takeout of Blogger',
  async find(source, options) {
    const feeds = await findFeeds(source);
    return feeds.map((one): FoundBlog => {
      const isNamesake = feeds.some((other) => other !== one && nameOf(other) === nameOf(one));
      return {
        name: isNamesake ? `${nameOf(one)} (${one.id})` : nameOf(one),
        open: () => open(one, source, options),
      };
    });
  },
};

function nameOf({ title, files, id }: Feeds): string {
  return title || files[0]?.path.split('/').at(-2) || id;
}

/** By id of the blog: parts of an export, and the feed of its comments, have the same. */
async function findFeeds(source: Source): Promise<Feeds[]> {
  const byId = new Map<string, Feeds>();
  const files = source.files.filter(({ path }) => /\.(?:atom|xml)$/i.test(path));
  for (const file of files.toSorted((a, b) => Number(isOfComments(a)) - Number(isOfComments(b)))) {
    const start = await startOf(file);
    if (!start.includes(NAMESPACE) && !/<blogger:(?:type|status)>/.test(start)) continue;
    const head = start.split('<entry', 1)[0] ?? '';
    const id = oneLine(/<id>([^<]*)/.exec(head)?.[1] ?? file.path).replace(/^.*blog-/, '');
    const title = decoded(decoded(/<title[^>]*>([^<]*)/.exec(head)?.[1] ?? ''));
    const feeds = byId.get(id);
    if (feeds === undefined) byId.set(id, { id, title, files: [file] });
    else feeds.files.push(file);
  }
  return [...byId.values()];
}

function isOfComments({ path }: SourceFile): boolean {
  return /(?:^|\/)Comments\//i.test(path);
}

async function open(feeds: Feeds, source: Source, { url }: ReaderOptions) {
  const [main] = feeds.files;
  if (main === undefined || isOfComments(main))
    throw new SourceError(
      `${source.name} has only the comments of "${feeds.title}". Give all parts of the Takeout: the posts are in Blogger/Blogs.`,
    );
  const settings = await settingsBeside(main, source);
  return bloggerBlog({
    title: feeds.title,
    file: main.path,
    files: source.files,
    url,
    entries: () => entriesOf(feeds.files),
    settings: () => settings,
  });
}

async function settingsBeside(feed: SourceFile, source: Source): Promise<Map<string, string>> {
  const path = `${feed.path.slice(0, feed.path.lastIndexOf('/') + 1)}settings.csv`;
  const file = source.files.find((one) => one.path.toLowerCase() === path.toLowerCase());
  const [row] = file === undefined ? [] : rowsOf(await readText(file), file.path);
  return new Map([...(row ?? [])].filter(([column]) => SETTINGS.has(column)));
}

/** Without its settings, nobody could tell whether everyone may read a blog. */
function rowsOf(text: string, path: string): Map<string, string>[] {
  try {
    return readCsv(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SourceError(`${path} is no valid table: ${reason}. Download the Takeout again.`);
  }
}

const ENTRIES = new Set(['feed/entry']);

async function* entriesOf(files: readonly SourceFile[]): AsyncGenerator<Found> {
  for (const file of files)
    for await (const entry of xmlEntries(file, ENTRIES))
      yield entry.type === 'xml' ? foundIn(entry) : entry;
}

function foundIn({ node, place }: XmlEntry): Found {
  // Authors have an element of this name, too; only those directly in the entry count.
  const type = childText(node, 'blogger:type').trim();
  const kind = KINDS.get(type);
  const fields = atomFields(node);
  if (kind === undefined)
    return {
      type: 'left-out',
      place,
      reason: `entries of the type ${type || 'none'}, which Perennial does not know`,
      what: fields.title || fields.id,
    };
  return {
    ...fields,
    kind,
    place,
    status: statusOf(node),
    description: oneLine(childText(node, 'blogger:metaDescription')) || undefined,
    address: pathOf(childText(node, 'blogger:filename')),
    parent: textOf(node, 'blogger:parent'),
    replyTo: textOf(node, 'blogger:inReplyTo'),
    link: linkOf(node),
    location: locationOf(node),
  };
}

const KINDS: ReadonlyMap<string, BloggerEntry['kind']> = new Map([
  ['POST', 'post'],
  ['PAGE', 'page'],
  ['COMMENT', 'comment'],
]);

const STATUSES: ReadonlyMap<string, Status> = new Map([
  ['LIVE', 'public'],
  ['DRAFT', 'draft'],
  ['SCHEDULED', 'scheduled'],
  ['SOFT_TRASHED', 'trashed'],
]);

/** An empty `blogger:trashed` means nothing: most entries have one. */
function statusOf(node: XmlNode): Status {
  if (childText(node, 'blogger:trashed').trim() !== '') return 'trashed';
  return STATUSES.get(childText(node, 'blogger:status').trim()) ?? 'unknown';
}

function textOf(node: XmlNode, name: string): string | undefined {
  return childText(node, name).trim() || undefined;
}

function linkOf(node: XmlNode): string | undefined {
  return childrenOf(node, 'link')
    .filter(({ attributes }) => (attributes.get('rel') ?? 'related') === 'related')
    .map((link) => webUrl(link.attributes.get('href') ?? link.text))
    .find((url) => url !== undefined);
}

function locationOf(node: XmlNode): string | undefined {
  const [location] = childrenOf(node, 'blogger:location');
  return location && textOf(location, 'blogger:name');
}
