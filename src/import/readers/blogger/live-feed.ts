/** Fetches all pages of a live feed of Blogger. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Notice } from '../../model.ts';
import type { SourceFile } from '../../source/source.ts';
import { childText, xmlItems } from '../../source/xml-items.ts';
import type { ReaderOptions } from '../reader.ts';
import { fetchText } from '../web-page.ts';

/** Entries to ask for; Blogger gave 500 until 2016, and 100 since 2019. */
const PAGE_SIZE = 100;
/** Far above what a blog has; a server that never ends must not keep us. */
const MAX_PAGES = 2000;

export interface FetchedFeed {
  /** Pages, named by their addresses; packed, since they are read twice. */
  readonly pages: readonly SourceFile[];
  readonly notices: readonly Notice[];
}

/**
 * Asks for pages until the number that the feed tells is reached, or one is empty: pages may hold fewer entries
 * than were asked for, and do not link to the next.
 * @param address of the feed, without parameters
 * @param what for messages: "posts"
 */
export async function fetchFeed(
  address: string,
  what: string,
  options: ReaderOptions,
): Promise<FetchedFeed> {
  const pages: SourceFile[] = [];
  const ids = new Set<string>();
  let total = 0;
  for (let start = 1; pages.length < MAX_PAGES;) {
    const url = new URL(address);
    url.searchParams.set('max-results', String(PAGE_SIZE));
    url.searchParams.set('start-index', String(start));
    // Else feeds may lead to a service that ignores the parameters.
    url.searchParams.set('redirect', 'false');
    const { text } = await fetchText(url.href, options);
    const page = packed(url.href, text);
    const { entries, known, totalResults } = await countEntries(page, ids);
    total = totalResults;
    pages.push(page);
    // A server that ignores the parameters gives the same page again.
    if (entries === 0 || known === entries) break;
    start += entries;
    if (start > total) break;
  }
  return { pages, notices: ids.size < total ? [gap(address, what, ids.size, total)] : [] };
}

function gap(address: string, what: string, received: number, total: number): Notice {
  return {
    type: 'notice',
    place: { file: address },
    message: `The feed says that there are ${total} ${what}, but gives only ${received}. Use "Back up content" in the settings of Blogger to get all of them.`,
  };
}

const PATHS = new Set(['feed/entry', 'feed/openSearch:totalResults']);

/** Adds the ids of the page to `ids`. */
async function countEntries(page: SourceFile, ids: Set<string>) {
  let entries = 0;
  let known = 0;
  let totalResults = 0;
  for await (const node of xmlItems(page, PATHS).items) {
    if (node.name !== 'entry') totalResults = Number(node.text) || 0;
    else {
      const id = childText(node, 'id').trim();
      entries++;
      if (ids.has(id)) known++;
      ids.add(id);
    }
  }
  return { entries, known, totalResults };
}

function packed(path: string, text: string): SourceFile {
  // Decoded already, whatever the declaration says.
  const bytes = gzipSync(`\uFEFF${text}`);
  return {
    path,
    size: Buffer.byteLength(text),
    async *stream() {
      yield gunzipSync(bytes);
    },
  };
}
