/** Reads canonical URL, meta refresh and feed IDs from a response. */
import { elementsOf, parseHtml, textOf, type Element } from '../lib/html.ts';

export interface PageFacts {
  /** Canonical URL, absolute. */
  readonly canonical: string | undefined;
  /** Target of a meta refresh, absolute. */
  readonly refresh: string | undefined;
  /** IDs of the items in a feed, in order; `undefined` if it is not a feed. */
  readonly ids: readonly string[] | undefined;
}

const NOTHING: PageFacts = { canonical: undefined, refresh: undefined, ids: undefined };

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

/** https://html.spec.whatwg.org/#shared-declarative-refresh-steps */
function refreshTarget(content: string): string | undefined {
  const target = /^\s*[\d.]+(?=[\s;,])(?:\s*[;,])?\s*(?:url\s*=\s*)?(\S.*)/is.exec(content)?.[1];
  const written = target?.trimEnd();
  return written && (/^(["'])(.+)\1$/s.exec(written)?.[2] ?? written);
}

function absolute(address: string | undefined, base: string): string | undefined {
  return address !== undefined && URL.canParse(address, base)
    ? new URL(address, base).href
    : undefined;
}

/** `guid` of RSS items, `id` of Atom entries. An HTML parser reads both well enough. */
function xmlIds(text: string): string[] | undefined {
  const elements = elementsOf(parseHtml(text));
  if (!elements.some(({ name }) => name === 'rss' || name === 'feed')) return undefined;
  return elements
    .filter(({ name }) => name === 'item' || name === 'entry')
    .map((item) => childText(item, item.name === 'item' ? 'guid' : 'id'));
}

function childText(parent: Element, name: string): string {
  const child = elementsOf(parent).find((element) => element.name === name);
  return child === undefined ? '' : textOf(child).trim();
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
