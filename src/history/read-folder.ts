/** Reads which addresses an output folder answers. */
import { canParseUrl } from '../lib/can-parse-url.ts';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readIds, withIds } from './read-ids.ts';
import { readMarker } from './read-marker.ts';
import { decodeEntities } from '../lib/html.ts';
import { decodePath } from '../lib/paths.ts';
import { MARKER } from '../publish/marker.ts';
import type { Published } from '../site/model.ts';

/**
 * The addresses in its marker; of a folder without one, those of its pages, redirects and feeds.
 * @throws file-system errors
 */
export async function readFolder(folder: string): Promise<Published> {
  const own = join(folder, MARKER);
  const marker = existsSync(own) ? readMarker(readFileSync(own, 'utf8')) : undefined;
  if (marker !== undefined) return marker;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const home = join(folder, 'index.html');
  const base = files.includes(home) ? basePathOf(readFileSync(home, 'utf8')) : '';
  const pages: Published['pages'][number][] = [];
  const redirects: Published['redirects'][number][] = [];
  const feeds: string[] = [];
  for (const file of files) {
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    if (FEED.test(path)) {
      pages.push({ path, title: '' });
      feeds.push(file);
    } else if (PAGE.test(path)) {
      const html = readFileSync(file, 'utf8');
      const address = path.replace(/(?<=\/)index\.html?$/, '');
      const to = targetOf(html, base);
      if (to === undefined) pages.push({ path: address, title: titleOf(html) });
      else redirects.push({ from: address, to });
    }
  }
  return { pages: withIds(pages, await readIds(feeds), base), redirects };
}

const FEED = /\/(?:rss|atom|feed|index)\.(?:xml|json)$/;
/** Hosts show `404.html` at other addresses. */
const PAGE = /(?<!^\/404)\.html?$/i;

/** Path that a page refreshes to, below the base path of the site. */
function targetOf(html: string, base: string): string | undefined {
  const refresh = /http-equiv="?refresh"?([^>]*)/i.exec(html)?.[1] ?? '';
  const url = /url=([^">]+)/i.exec(refresh)?.[1];
  const path = pathOf(url);
  return path?.startsWith(`${base}/`) === true ? path.slice(base.length) : path;
}

/** The path of the home page, without the slash at its end: empty, or `/blog`. */
function basePathOf(home: string): string {
  const [, url] = /<link rel="?canonical"? href="?([^">]+)/i.exec(home) ?? [];
  return pathOf(url)?.replace(/\/$/, '') ?? '';
}

/** Decoded; `undefined` if the attribute is absent or not a URL. */
function pathOf(attribute: string | undefined): string | undefined {
  const url = decodeEntities(attribute ?? '');
  return attribute !== undefined && canParseUrl(url, BASE)
    ? decodePath(new URL(url, BASE).pathname)
    : undefined;
}

/** Base for URLs that are only paths. */
const BASE = 'https://page.invalid';

/** The title that link previews show, which does not end in that of the site. */
function titleOf(html: string): string {
  const [, preview] = /<meta property="og:title" content="([^"]*)"/i.exec(html) ?? [];
  const [, title = ''] = /<title>([^<]*)<\/title>/i.exec(html) ?? [];
  return decodeEntities(preview ?? title).trim();
}
