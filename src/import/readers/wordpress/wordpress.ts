/** Reads exports of WordPress (WXR 1.0 to 1.2): Tools > Export, or the zip of WordPress.com. */
import { count } from '../../../lib/wording.ts';
import type { Blog, ImportedItem } from '../../model.ts';
import type { Source } from '../../source/source.ts';
import type { FoundBlog, Reader, ReaderOptions } from '../reader.ts';
import { OldSite } from './addresses.ts';
import { indexBlog, type BlogIndex } from './blog-index.ts';
import { commentItems } from './comments.ts';
import { entryId, entryItems, type EntryContext } from './entry.ts';
import { findExports, type Export } from './find-exports.ts';
import { MediaFiles } from './media-files.ts';
import { attachmentItems, leftOutItem } from './other-items.ts';
import { tidyBody } from './tidy.ts';
import { field, wxrItems, type WxrItem } from './wxr-items.ts';

export const reader: Reader = {
  format: 'wordpress',
  label: 'an export of WordPress (WXR)',
  find: async (source, options) => {
    const found = await findExports(source);
    return found.map((one) => foundBlog(one, source, options));
  },
};

function foundBlog(found: Export, source: Source, options: ReaderOptions): FoundBlog {
  return {
    name: found.title || found.url || found.files[0]?.file.path || 'blog',
    open: async () => openBlog(found, await indexBlog(found), source, options),
  };
}

function openBlog(found: Export, index: BlogIndex, source: Source, options: ReaderOptions): Blog {
  const site = new OldSite([options.url ?? '', index.url, index.link], index.hosts);
  const context = { index, site };
  const media = new MediaFiles(source.files);
  return {
    facts: {
      title: index.title || undefined,
      description: index.description || undefined,
      language: index.language || undefined,
      timeZone: index.zone,
      url: site.url || undefined,
      hosts: site.hosts,
    },
    items: () => readItems(found, context),
    file: (url) => media.find(url),
    tidy: (body, _entry, removed) => tidyBody(body, index.attachments, removed),
  };
}

async function* readItems({ files }: Export, context: EntryContext): AsyncGenerator<ImportedItem> {
  yield* listItems(context, files[0]?.file.path ?? '');
  let number = 0;
  for (const { file, prefixes } of files) {
    let isCut = false;
    for await (const item of wxrItems(file, prefixes, ['item'], () => (isCut = true)))
      yield* itemsOf(item, number++, context);
    if (isCut)
      yield {
        type: 'notice',
        place: { file: file.path },
        message:
          'The file has no end: it was cut, or its export stopped. Export the blog again, in parts if it is large.',
      };
  }
}

/** Authors, categories and tags, with the addresses of their lists. */
function* listItems({ index, site }: EntryContext, file: string): Generator<ImportedItem> {
  for (const { name, slugs } of index.authors.used())
    yield {
      type: 'author',
      name,
      legacyUrls: slugs.map((slug) => site.at(`author/${slug}/`)),
    };
  for (const { name, description, paths } of index.terms.facts())
    yield {
      type: 'tag',
      name,
      description: description || undefined,
      legacyUrls: paths.map((path) => site.at(path)),
    };
  for (const path of index.terms.pathsWithoutName())
    yield { type: 'redirect', from: site.at(path), to: site.at('') };
  for (const [taxonomy, uses] of index.terms.others)
    yield {
      type: 'notice',
      place: { file },
      message: `The taxonomy "${taxonomy}" is not imported; ${count(uses, 'post has a term', 'posts have terms')} of it. Add them as tags if readers need them.`,
    };
}

/** @param number of the item in all files, from 0 */
function* itemsOf(item: WxrItem, number: number, context: EntryContext): Generator<ImportedItem> {
  const { node, file } = item;
  const type = field(node, 'wp:post_type') || 'post';
  const id = field(node, 'wp:post_id');
  const place = { file, line: node.line };
  if (!context.index.copies.isNewest(id, number)) {
    yield {
      type: 'left-out',
      place,
      reason: 'older copies of the same item',
      what: `number ${id}`,
    };
    return;
  }
  const zone = context.index.zone;
  if (type === 'post' || type === 'page') {
    yield* entryItems(item, type, context);
    yield* commentItems(item, entryId(node), zone);
  } else if (type === 'attachment') {
    yield* attachmentItems(item, context);
    yield* commentItems(item, field(node, 'wp:post_parent'), zone);
  } else {
    yield leftOutItem(item, type);
    for (const comment of commentItems(item, id, zone))
      yield comment.type === 'left-out'
        ? comment
        : {
            type: 'left-out',
            place: comment.place,
            reason: `comments on items of the type "${type}"`,
            what: `comment ${comment.id}`,
          };
  }
}
