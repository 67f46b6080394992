/** Regular expressions for hosts that may compare either the encoded or the decoded path. */

/**
 * Matches each character of the text either plain or percent-encoded.
 * @param group how a group begins
 */
export function encodingVariants(text: string, group: '(' | '(?:' = '(?:'): string {
  return [...text.toWellFormed()].map((sign) => signSource(sign, group)).join('');
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
  return `${group}${sign.replace(/[\\^$*+?()[\]{}|]/, '\\$&')}|${percentEncode(sign)})`;
}

/** Percent-encodes every byte. RFC 3986, section 2.1 */
export function percentEncode(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
