/** Addresses that mean the same, written in another way. */
import { decodePath } from '../lib/paths.ts';

/**
 * A path with all that may be percent-encoded and lower-case digits, as some
 * programs write it: `/search/label/micro%3abit`. RFC 3986, section 6.2.2
 */
export function percentEncoded(path: string): string {
  return path
    .toWellFormed()
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/%../g, (code) => code.toLowerCase()))
    .join('/');
}

/** Whether two absolute addresses lead to the same place; query and fragment aside. */
export function isSamePlace(one: string, other: string): boolean {
  return placeOf(one) === placeOf(other);
}

/** Whether one absolute address is the other with a slash at the end. */
export function isFolderOf(folder: string, address: string): boolean {
  return placeOf(folder) === `${placeOf(address)}/`;
}

function placeOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + (decodePath(pathname) ?? pathname);
}
