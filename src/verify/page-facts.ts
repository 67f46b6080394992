/** Reads canonical URL, meta refresh and feed IDs from a response. */
import { canParseUrl } from '../lib/can-parse-url.ts';
import { VOID_ELEMENTS, elementsOf, parseHtml } from '../lib/html.ts';
import { XmlError, readXml } from '../lib/xml-reader.ts';

export interface PageFacts {
  /** Canonical URL, absolute. */
  readonly canonical: string | undefined;
  /** Target of a meta refresh, absolute. */
  readonly refresh: string | undefined;
  /** IDs of the items in a feed, in order; `undefined` if it is not a feed. */
  readonly ids: readonly string[] | undefined;
}

const NOTHING: PageFacts = { canonical: undefined, refresh: undefined, ids: undefined };

/** Elements open at a time, of which a page has a few dozen. */
const MAX_OPEN = 3000;

export function isHtml(type: string): boolean {
  return type === 'text/html' || type === 'application/xhtml+xml';
}

/**
 * @param type media type
 * @param address URL of the response, absolute
 */
export function readPage(text: string, type: string, address: string): PageFacts {
  if (isHtml(type)) return { ...NOTHING, ...readHtml(text, address) };
  if (type === 'application/feed+json' || type === 'application/json')
    return { ...NOTHING, ids: jsonIds(text) };
  return /[/+]xml$/.test(type) ? { ...NOTHING, ids: xmlIds(text) } : NOTHING;
}

function readHtml(text: string, address: string): Pick<PageFacts, 'canonical' | 'refresh'> {
  if (isTooDeep(text)) return NOTHING;
  const elements = elementsOf(parseHtml(text));
  const canonical = elements.find(
    ({ name, attribs }) => name === 'link' && attribs['rel']?.toLowerCase() === 'canonical',
  )?.attribs['href'];
  const refresh = elements.find(
    ({ name, attribs }) => name === 'meta' && attribs['http-equiv']?.toLowerCase() === 'refresh',
  )?.attribs['content'];
  return {
    canonical: absolute(canonical, address),
    refresh: absolute(refresh === undefined ? undefined : refreshTarget(refresh), address),
  };
}

/** Whether so many elements stay open that the parser, which looks at all for each end tag, takes long. */
function isTooDeep(text: string): boolean {
  const byName = new Map<string, number>();
  let open = 0;
  for (const [, slash, written = ''] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    const name = written.toLowerCase();
    const count = byName.get(name) ?? 0;
    // An end tag without a start tag closes nothing.
    if (VOID_ELEMENTS.has(name) || (slash !== '' && count === 0)) continue;
    const change = slash === '' ? 1 : -1;
    byName.set(name, count + change);
    open += change;
    if (open > MAX_OPEN) return true;
  }
  return false;
}

/** https://html.spec.whatwg.org/#shared-declarative-refresh-steps */
function refreshTarget(content: string): string | undefined {
  const target = /^\s*[\d.]+(?=[\s;,])(?:\s*[;,])?\s*(?:url\s*=\s*)?(\S.*)/is.exec(content)?.[1];
  const written = target?.trimEnd();
  return written && (/^(["'])(.+)\1$/s.exec(written)?.[2] ?? written);
}

function absolute(address: string | undefined, base: string): string | undefined {
  return address !== undefined && canParseUrl(address, base)
    ? new URL(address, base).href
    : undefined;
}

const ITEMS = { feed: ['feed/entry'], rss: ['rss/channel/item', 'rss/item'] };

/** `guid` of RSS items, `id` of Atom entries. */
function xmlIds(text: string): string[] | undefined {
  const ids: string[] = [];
  try {
    readXml(text, ITEMS, ({ name, children }) => {
      const id = children.find((child) => child.name === (name === 'item' ? 'guid' : 'id'));
      ids.push(id?.text.trim() ?? '');
    });
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
  return ids;
}

function jsonIds(text: string): string[] | undefined {
  try {
    const feed: unknown = JSON.parse(text);
    if (!isRecord(feed) || !Array.isArray(feed['items'])) return undefined;
    return feed['items'].map((item: unknown) => (isRecord(item) ? String(item['id'] ?? '') : ''));
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
