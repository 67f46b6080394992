/** Finds what looks like code or an address in running text. */

/** Two hyphens after a word are a dash. */
const NOT_AFTER_WORDS = '(?<![\\p{L}\\p{N}\\p{Pe}.,!?…”’»-]|[\\p{L}\\p{N}.,!?]["\'])';

/** Each takes linear time: nothing before the last sign can hold the first one. */
const PROTECTED = new RegExp(
  [
    '`[^`\\n]+`',
    '</?[A-Za-z][^<>\\n]*>',
    // Data, rules of CSS, tags of templates.
    '\\{[^{}"\'\\n]*["\'][^{}\\n]*\\}',
    // print("text"), rows["name"]
    '(?<=\\w)\\([^()"\'\\n]*["\'][^()\\n]*\\)',
    '(?<=[\\w)\\]])\\[[^[\\]"\'\\n]*["\'][^[\\]\\n]*\\]',
    '(?<=\\w)\\(\\.\\.\\.\\)',
    // name="value"
    '(?<=[\\w\\])])\\s?[=!]?=\\s?(?:"[^"\\n]*"|\'[^\'\\n]*\')',
    // Lines of a traceback.
    '\\bFile "[^"\\n]*", line \\d',
    // Options of commands: --name, -c "text"
    `${NOT_AFTER_WORDS}-{1,2}[A-Za-z][\\w-]*[= ](?:"[^"\\n]*"|'[^'\\n]*')`,
    `${NOT_AFTER_WORDS}--[A-Za-z][\\w-]*`,
    // Addresses.
    "\\b(?:(?:https?|ftp|mailto|file|data):|www\\.)(?:[^\\s\"'<>«»“”‘’]|'(?=\\w))+",
    '(?<![\\w.+-])[\\w.+-]+@[\\w-]+\\.[\\w.-]+',
  ].join('|'),
  'gu',
);

const CODE = /^(?:>>>|\$) |"{3}|'{3}|[:,([{]\n[ \t]{2}/m;

/** Whether a paragraph is a session of a terminal or a program with its indentation. */
export function isCode(text: string): boolean {
  return CODE.test(text);
}

/** Whether the character at an offset stays as it is. Quick if offsets do not decrease. */
export type IsProtected = (index: number) => boolean;

/** Signs of one of these; most paragraphs have none. */
const SUSPECT = /[`<{=@]|:\/|www\.|mailto:|File "|[\w)\]][([]|(?<![\p{L}\p{N}-])-{1,2}[A-Za-z]/u;

export function protectedIn(text: string): IsProtected {
  if (!SUSPECT.test(text)) return () => false;
  const spans = Array.from(text.matchAll(PROTECTED), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  let next = 0;
  return (index) => {
    if (index < (spans[next - 1]?.end ?? 0)) next = 0;
    while ((spans[next]?.end ?? Infinity) <= index) next++;
    const span = spans[next];
    return span !== undefined && span.start <= index;
  };
}
