/** Finds what looks like code or an address in running text. */

/** Each takes linear time: nothing before the last sign can hold the first one. */
const PROTECTED = new RegExp(
  [
    '`[^`\\n]+`',
    '</?[A-Za-z][^<>\\n]*>',
    // Data, rules of CSS, tags of templates.
    '\\{[^{}"\'\\n]*["\'][^{}\\n]*\\}',
    // print("text"), rows["name"]
    '(?<=\\w)\\([^()"\'\\n]*["\'][^()\\n]*\\)',
    '(?<=\\w)\\[[^[\\]"\'\\n]*["\'][^[\\]\\n]*\\]',
    '(?<=\\w)\\(\\.\\.\\.\\)',
    // name="value"
    '(?<=[\\w\\])])\\s?[=!]?=\\s?(?:"[^"\\n]*"|\'[^\'\\n]*\')',
    // Lines of a terminal.
    '(?<![^\\n])(?:>>>|\\$) [^\\n]*',
    // Options: --name
    '(?<![\\p{L}\\p{N}-])--[A-Za-z][\\w-]*',
    // Addresses.
    "\\b(?:(?:https?|ftp|mailto|file|data):|www\\.)(?:[^\\s\"'<>«»“”‘’]|'(?=\\w))+",
    '(?<![\\w.+-])[\\w.+-]+@[\\w-]+\\.[\\w.-]+',
  ].join('|'),
  'gu',
);

/** Whether the character at an offset stays as it is. Offsets must not decrease from call to call. */
export type IsProtected = (index: number) => boolean;

export function protectedIn(text: string): IsProtected {
  const found = text.matchAll(PROTECTED);
  let span = found.next().value;
  return (index) => {
    while (span !== undefined && span.index + span[0].length <= index) span = found.next().value;
    return span !== undefined && span.index <= index;
  };
}
