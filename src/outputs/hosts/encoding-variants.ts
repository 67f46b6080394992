/** Paths for hosts that do not say whether they compare what was sent or what it stands for. */

/**
 * A regular expression for a text, each sign of it plain or percent-encoded.
 * @param group how a group begins
 */
export function encodingVariants(text: string, group: '(' | '(?:' = '(?:'): string {
  return [...text.toWellFormed()].map((sign) => signSource(sign, group)).join('');
}

/**
 * A regular expression that also takes a path without an extension for the folder of that name, and the reverse.
 * @param end optional slash
 */
export function slashVariants(source: string, end: string): string {
  return /\.[^/.]+$/.test(source) ? source : source.replace(/\/?$/, end);
}

function signSource(sign: string, group: string): string {
  if (sign === '.') return '\\.';
  if (/[\w~/-]/.test(sign)) return sign;
  return `${group}${sign.replace(/[\\^$*+?()[\]{}|]/, '\\$&')}|${percentEncode(sign)})`;
}

/** All bytes of a sign. RFC 3986, section 2.1 */
export function percentEncode(sign: string): string {
  return [...Buffer.from(sign)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
