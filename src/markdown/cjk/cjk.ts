/** Sets of Chinese, Japanese and Korean characters, for regular expressions with the flag `u`. */

/** Without the ideographic space. https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md */
export const CJK =
  '\\u1100-\\u11ff\\u2e80-\\u2fff\\u3001-\\ua4cf\\ua960-\\ua97f\\uac00-\\ud7ff\\uf900-\\ufaff' +
  '\\ufe10-\\ufe1f\\ufe30-\\ufe6f\\uff01-\\uffee\\u{16fe0}-\\u{18fff}\\u{1aff0}-\\u{1b2ff}' +
  '\\u{1f200}-\\u{1f2ff}\\u{20000}-\\u{3ffff}\\u{e0100}-\\u{e01ef}';

/** Characters of these, and a few others: quickly told from other scripts. */
export const MAY_BE_CJK = /[\u1100-\u11ff\u2e80-\uffff]/;

/** Those that are written without spaces between words: all but Hangul. */
export const UNSPACED_CJK =
  '\\u2e80-\\u2fff\\u3001-\\u312f\\u3190-\\u31ff\\u3220-\\u325f\\u3280-\\ua4cf\\uf900-\\ufaff' +
  '\\ufe10-\\ufe1f\\ufe30-\\ufe6f\\uff01-\\uff9f\\uffe0-\\uffee\\u{16fe0}-\\u{18fff}' +
  '\\u{1aff0}-\\u{1b2ff}\\u{1f200}-\\u{1f2ff}\\u{20000}-\\u{3ffff}\\u{e0100}-\\u{e01ef}';
