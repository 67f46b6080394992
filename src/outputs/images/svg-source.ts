/** Reads the text of an SVG, however it is packed and encoded. */
import { gunzipSync } from 'node:zlib';
import { looksLikeMarkup } from '../../lib/attachments.ts';

/** Bytes of the largest drawing, unpacked. */
const MAX_BYTES = 64_000_000;
/** Characters that entities may add. */
const MAX_ADDED = 1_000_000;

/** Why a drawing cannot be read: a clause. */
export class SvgError extends Error {}

/**
 * Whether browsers may take a file for a drawing. Hosts send the type by the name, so that
 * bytes that also look like another format, such as `<!--ftypcrx -->`, change nothing.
 */
export function isSvg(bytes: Buffer, name: string): boolean {
  return /\.svgz?$/i.test(name) && (isGzip(bytes) || looksLikeMarkup(bytes));
}

/** @throws {SvgError} */
export function decodeSvg(bytes: Buffer): string {
  const unpacked = unpack(bytes);
  return expandEntities(new TextDecoder(encodingOf(unpacked)).decode(unpacked));
}

function unpack(bytes: Buffer): Buffer {
  if (bytes.length > MAX_BYTES) throw new SvgError('it has more than 64 MB');
  if (!isGzip(bytes)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES });
  } catch {
    throw new SvgError('it is a gzip archive that is damaged or holds more than 64 MB');
  }
}

/** https://www.rfc-editor.org/rfc/rfc1952#page-6 */
function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** https://www.w3.org/TR/xml/#sec-guessing */
function encodingOf(bytes: Buffer): string {
  const start = bytes.toString('latin1', 0, 200);
  if (/^(?:\xff\xfe|<\0)/.test(start)) return 'utf-16le';
  if (/^(?:\xfe\xff|\0<)/.test(start)) return 'utf-16be';
  const [, declared = 'utf-8'] = /^<\?xml\s[^>]*?encoding\s*=\s*["']([\w-]+)/.exec(start) ?? [];
  // The declaration could not be read if this were true.
  if (/^(?:utf-?16|ucs)/i.test(declared)) return 'utf-8';
  return declared;
}

/** Those of the document type: old drawing programs write styles and namespaces with them. */
function expandEntities(text: string): string {
  if (!text.includes('<!ENTITY')) return text;
  const entities = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(
    /<!ENTITY\s+([\w.-]+)\s+("[^"<&]*"|'[^'<&]*')\s*>/g,
  ))
    entities.set(name, value.slice(1, -1).replaceAll('"', '&quot;').replaceAll("'", '&apos;'));
  let added = 0;
  return text.replace(/&([\w.-]+);/g, (reference, name: string) => {
    const value = entities.get(name);
    added += value?.length ?? 0;
    if (added > MAX_ADDED) throw new SvgError('its entities stand for too much text');
    return value ?? reference;
  });
}
