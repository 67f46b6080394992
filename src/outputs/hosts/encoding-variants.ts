/** Regular expressions for hosts that may compare either the encoded or the decoded path. */
import type { Source } from '../../addresses/redirect.ts';

/** How a group begins. */
type Group = '(' | '(?:';

/** Matches each character of the text either plain or percent-encoded, but slashes only plain. */
export function encodingVariants(text: string, group: Group = '(?:'): string {
  return [...text.toWellFormed()].map((sign) => signSource(sign, group)).join('');
}

/** Matches the source of a redirect, whose inner slashes are encoded too if its owner wrote so. */
export function sourceVariants(source: Source, group: Group = '(?:'): string {
  if (!hasEncodedSlash(source)) return encodingVariants(source.from, group);
  const [, inner = '', slash = ''] = /^\/(.*?)(\/?)$/su.exec(source.from) ?? [];
  const parts = inner.split('/').map((part) => encodingVariants(part, group));
  return `/${parts.join(`${group}/|%2F|%2f)`)}${slash}`;
}

/** Whether the owner wrote a slash as `%2F`, so that links to it may do so. */
export function hasEncodedSlash({ spellings = [] }: Source): boolean {
  return spellings.some((spelling) => /%2F/i.test(spelling));
}

/**
 * Makes the trailing slash optional, unless the path has an extension.
 * @param end regular expression for an optional slash
 */
export function slashVariants(source: string, end: string): string {
  return /\.[^/.]+$/.test(source) ? source : source.replace(/\/?$/, end);
}

function signSource(sign: string, group: string): string {
  if (sign === '.') return '\\.';
  if (/[\w~/-]/.test(sign)) return sign;
  const encoded = percentEncode(sign);
  // WordPress writes letters such as `é` in lower-case digits.
  const lower = sign > '\u007f' ? `|${encoded.toLowerCase()}` : '';
  return `${group}${sign.replace(/[\\^$*+?()[\]{}|]/, '\\$&')}|${encoded}${lower})`;
}

/** Percent-encodes every byte. RFC 3986, section 2.1 */
export function percentEncode(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
