/** Addresses as exports write them. */
import { canParseUrl } from '../../lib/can-parse-url.ts';
import { decodeLoosely } from '../../lib/paths.ts';

/** @returns `undefined` for what is no address on the web */
export function webUrl(text: string): string | undefined {
  const url = text.trim();
  return /^https?:\/\//i.test(url) && canParseUrl(url) ? url : undefined;
}

/** Path of an absolute or root-relative address, as it is written. */
export function pathOf(address: string): string | undefined {
  const [, path] = /^(?:https?:\/\/[^/?#]*)?(\/[^?#]*)/i.exec(address.trim()) ?? [];
  return path;
}

/** The last part of an address, decoded, without `.html`. */
export function slugOf(address: string | undefined): string | undefined {
  const last = address?.slice(address.lastIndexOf('/') + 1).replace(/\.html?$/i, '');
  return last === undefined || last === '' ? undefined : decodeLoosely(last);
}

/**
 * `https://host/`
 * @param address a URL or a host
 */
export function originOf(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const url = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  return canParseUrl(url) ? `${new URL(url).origin.replace(/^http:/, 'https:')}/` : undefined;
}
