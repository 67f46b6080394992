/** Reads exports of Ghost: the JSON file of Settings > Export, with the `content` folder if it is there. */
import type { Blog, ImportedItem, Notice } from '../../model.ts';
import { readText, type Source, type SourceFile } from '../../source/source.ts';
import { plainText } from '../plain-text.ts';
import type { FoundBlog, Reader, ReaderOptions } from '../reader.ts';
import { oneLine } from '../text.ts';
import { ContentFiles } from './content-files.ts';
import { entryItems, type EntryContext } from './entry.ts';
import { findGhostExports } from './find-exports.ts';
import { indexGhost, postsIn, type GhostIndex } from './ghost-index.ts';
import { readRedirects } from './redirects.ts';
import { Routes } from './routes.ts';
import { GhostSite } from './site.ts';
import { tidyGhost } from './tidy.ts';

export const reader: Reader = {
  format: 'ghost',
  label: 'an export of Ghost (JSON)',
  find: async (source, options) => {
    const found = await findGhostExports(source);
    return found.map(({ name, file }) => foundBlog(name, file, source, options));
  },
};

function foundBlog(
  name: string,
  file: SourceFile,
  source: Source,
  options: ReaderOptions,
): FoundBlog {
  return {
    name,
    open: async () => {
      const index = await indexGhost(file);
      const yaml = await textOf(source, /(?:^|\/)routes\.ya?ml$/);
      const zone = zoneOf(index);
      const context: EntryContext = {
        index,
        routes: new Routes(yaml, index.settings.get('permalinks') ?? '', zone ?? 'UTC'),
        site: new GhostSite(options.url, index.hosts),
        file: file.path,
      };
      return openBlog(file, source, context, zone);
    },
  };
}

function openBlog(
  file: SourceFile,
  source: Source,
  context: EntryContext,
  zone: string | undefined,
): Blog {
  const { index, site } = context;
  const files = new ContentFiles(source.files);
  const { settings } = index;
  const language = settings.get('locale') ?? settings.get('lang') ?? settings.get('default_locale');
  return {
    facts: {
      title: oneLine(settings.get('title') ?? '') || undefined,
      description: plainText(settings.get('description') ?? '') || undefined,
      language: language?.replaceAll('_', '-'),
      timeZone: zone,
      url: site.url || undefined,
      hosts: [],
    },
    items: () => readItems(file, source, context),
    file: (url) => files.find(url),
    tidy: (body, _entry, removed) => tidyGhost(body, removed),
  };
}

function zoneOf({ settings }: GhostIndex): string | undefined {
  const zone = settings.get('timezone') ?? settings.get('active_timezone');
  return zone === 'Etc/UTC' ? 'UTC' : zone;
}

async function* readItems(
  file: SourceFile,
  source: Source,
  context: EntryContext,
): AsyncGenerator<ImportedItem> {
  yield* listItems(context);
  yield* await redirectItems(source, context);
  yield* generalNotices(context);
  let damaged = 0;
  for await (const row of postsIn(file)) {
    if (row === undefined) damaged++;
    else yield* entryItems(row, context);
  }
  const place = { file: file.path };
  if (damaged > 0)
    yield {
      type: 'notice',
      place,
      message: `Damaged posts that cannot be read: ${damaged}. Export the blog again.`,
    };
  if (!context.index.isComplete)
    yield {
      type: 'notice',
      place,
      message: 'The file has no end: it was cut, or its export stopped. Export the blog again.',
    };
}

/** Authors and tags, with the addresses of their lists. */
function* listItems({ index, routes, site }: EntryContext): Generator<ImportedItem> {
  const urls = (permalink: string | undefined, slug: string): string[] =>
    permalink === undefined || slug === ''
      ? []
      : [site.at(permalink.replace('{slug}', () => slug))];
  for (const { name, slug, bio, website, profile_image, image } of index.usedAuthors())
    yield {
      type: 'author',
      name: oneLine(name),
      bio: oneLine(bio) || undefined,
      url: website || undefined,
      avatar: site.fill(profile_image || image) || undefined,
      legacyUrls: urls(routes.author, slug),
    };
  for (const { name, slug, description } of index.usedTags())
    yield {
      type: 'tag',
      name: oneLine(name),
      description: oneLine(description) || undefined,
      legacyUrls: urls(routes.tag, slug),
    };
}

async function redirectItems(source: Source, { site }: EntryContext): Promise<ImportedItem[]> {
  const found = source.files.find(({ path }) => /(?:^|\/)redirects\.(?:ya?ml|json)$/.test(path));
  if (found === undefined) return [];
  const place = { file: found.path };
  const read = readRedirects(await readText(found));
  if (read === undefined)
    return [
      notice(place, 'The redirects cannot be read. Copy them into `redirects.yaml` by hand.'),
    ];
  const { redirects, patterns } = read;
  const items: ImportedItem[] = redirects.map(({ from, to }) => ({
    type: 'redirect',
    from: site.at(from),
    to: to.startsWith('/') ? site.at(to) : to,
  }));
  if (patterns.length > 0)
    items.push(
      notice(
        place,
        `Redirects whose source is a pattern are not imported: ${patterns.join(', ')}. Write them into \`redirects.yaml\` by hand.`,
      ),
    );
  return items;
}

function* generalNotices({ index, routes, site, file }: EntryContext): Generator<Notice> {
  const place = { file };
  if (site.url === '')
    yield notice(
      place,
      'The export does not tell the address of the blog, which its pictures and links need. Give it with --url.',
    );
  if (routes.unknown.length > 0)
    yield notice(
      place,
      `Filters of \`routes.yaml\` are not understood: ${routes.unknown.join(', ')}. Posts that they select may have had other addresses: see to their \`legacyUrl\`.`,
    );
  const injected = [
    'codeinjection_head',
    'codeinjection_foot',
    'ghost_head',
    'ghost_foot',
  ] as const;
  if (injected.some((key) => index.settings.has(key)))
    yield notice(
      place,
      'Code that the blog injects into all pages is not imported. See whether readers miss what it did.',
    );
}

function notice(place: Notice['place'], message: string): Notice {
  return { type: 'notice', place, message };
}

/** Text of the first file whose path matches; '' without one. */
async function textOf(source: Source, pattern: RegExp): Promise<string> {
  const file = source.files.find(({ path }) => pattern.test(path));
  return file === undefined ? '' : readText(file);
}
