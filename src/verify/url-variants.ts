/** Compares URLs, and writes them in other equivalent ways. */
import { decodePath } from '../lib/paths.ts';

/**
 * The path with every reserved character percent-encoded in lower-case hex, as
 * some programs write it: `/search/label/micro%3abit`. RFC 3986, section 6.2.2
 */
export function percentEncoded(path: string): string {
  return path
    .toWellFormed()
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/%../g, (code) => code.toLowerCase()))
    .join('/');
}

/** Whether two absolute URLs are the same apart from encoding, query and fragment. */
export function isSameUrl(one: string, other: string): boolean {
  return normalize(one) === normalize(other);
}

/** Whether `folder` is `url` with a trailing slash. */
export function isWithSlash(folder: string, url: string): boolean {
  return normalize(folder) === `${normalize(url)}/`;
}

function normalize(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + (decodePath(pathname) ?? pathname);
}
