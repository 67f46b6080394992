/** Pages and feeds on the web. */
import { canParseUrl } from '../../lib/can-parse-url.ts';
import { elementsOf, parseHtml } from '../../lib/html.ts';
import { checkPublic } from '../../lib/public-host.ts';
import { SourceError, type SourceFile } from '../source/source.ts';
import type { ReaderOptions } from './reader.ts';

export interface WebPage {
  /** After redirects. */
  readonly url: string;
  readonly text: string;
}

/** Several readers look at the same page. */
const known = new WeakMap<ReaderOptions, Map<string, Promise<WebPage>>>();

/** A page as a file, in UTF-8 whatever it declares. */
export function pageFile({ url, text }: WebPage): SourceFile {
  const bytes = Buffer.from(`\uFEFF${text}`);
  return {
    path: url,
    size: bytes.length,
    async *stream() {
      yield bytes;
    },
  };
}

/**
 * @param from as for `fetchText`
 * @throws {SourceError} if it cannot be had
 */
export function fetchPage(url: string, options: ReaderOptions, from = url): Promise<WebPage> {
  const pages = known.get(options) ?? new Map<string, Promise<WebPage>>();
  known.set(options, pages);
  const page = pages.get(url) ?? fetchText(url, options, from);
  pages.set(url, page);
  return page;
}

/**
 * For pages that are needed once.
 * @param from page that links to it: others than the user must not lead into a private network
 * @throws {SourceError} if it cannot be had
 */
export async function fetchText(
  url: string,
  { fetch }: ReaderOptions,
  from = url,
): Promise<WebPage> {
  try {
    if (new URL(url).host !== new URL(from).host) await checkPublic(new URL(url));
    return await fetch(url);
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new SourceError(
      `${url} cannot be read: ${reason.replace(/\.$/, '')}. Check the address, and try again later.`,
    );
  }
}

const FEED_TYPES = new Set([
  ...['application/atom+xml', 'application/rss+xml', 'application/feed+json'],
  'application/rdf+xml',
]);

/** Absolute addresses of the feeds that a page of HTML names, in order. */
export function feedLinks({ url, text }: WebPage): string[] {
  return elementsOf(parseHtml(text))
    .filter(({ name, attribs }) => {
      const rels = (attribs['rel'] ?? '').toLowerCase().split(/\s+/);
      return name === 'link' && rels.includes('alternate') && FEED_TYPES.has(attribs['type'] ?? '');
    })
    .map(({ attribs }) => attribs['href'] ?? '')
    .flatMap((href) => (canParseUrl(href, url) ? [new URL(href, url).href] : []));
}
