/** Shortcodes and template tags of other programs, which summaries leave out. */

const NAME = '[a-z][\\w-]*';
const VALUE =
  '(?:"[^"]*"|\'[^\']*\'|[\\u201c-\\u201f\\u2033][^\\u201c-\\u201f\\u2033]*[\\u201c-\\u201f\\u2033]|[^\\s\\]"\']+)';
/** Shortcodes whose content is no prose. */
const WITH_CONTENT =
  'audio|caption|code|embed|gallery|googlemaps|playlist|soundcloud|sourcecode|video|vimeo|wp_caption|youtube';

/** Nobody writes these in prose. */
const UNMISTAKABLE = new RegExp(
  [
    '\\{\\{[<%][^{}]*\\}\\}',
    '\\{[%#][^{}]*[%#]\\}',
    `\\{(${NAME})\\}[^{}]*\\{/\\1\\}`,
    `\\[(${WITH_CONTENT})(?=[\\s\\]])[^[\\]]*\\][^[\\]]*(?:\\[(?!/)[^[\\]]*\\][^[\\]]*)?\\[/\\2\\]`,
    `\\[${NAME}(?:\\s+[\\w-]+=${VALUE})+\\s*/?\\]`,
    `\\[(${NAME})(?:[=\\s][^[\\]]*)?\\](?=[^]{0,4000}\\[/\\3\\])`,
    `\\[/${NAME}\\]`,
    `\\[${NAME}\\s*/\\]`,
    '^[ \\t]*:::[^\\n]*$',
    '!\\[\\[[^[\\]]*\\]\\]',
  ].join('|'),
  'gimu',
);

/** These may be words of a sentence, unless they stand alone on a line or open the text. */
const AMBIGUOUS = [
  '\\{{2,3}[^{}]*\\}{2,3}',
  '\\{[:.#][^{}]*\\}',
  '@?\\[\\[?_*toc_*\\]?\\]',
  `\\[(?:${WITH_CONTENT}|more|slideshow)(?:\\s[^[\\]]*)?\\]`,
  '\\[[a-z][a-z0-9]*[_-][\\w-]+\\]',
].join('|');
const LINE = new RegExp(`^[ \\t]*(?:(?:${AMBIGUOUS})[ \\t]*)+$`, 'gimu');
const OPENING = new RegExp(`^(?:\\s*(?:${AMBIGUOUS}))+`, 'iu');

/** @param text with the line breaks of its source */
export function withoutShortcodes(text: string): string {
  const found = /[[{]|:::/.test(text);
  const prose = found
    ? text.replace(UNMISTAKABLE, '').replace(LINE, '').replace(OPENING, '')
    : text;
  return prose.replace(/[\ufdd0-\ufdd5]/g, (standIn) =>
    SIGNS.charAt(standIn.charCodeAt(0) - STAND_INS),
  );
}

/** Signs that shortcodes begin with, in the order of their stand-ins. */
const SIGNS = '[{:<!@';
/** Characters that no text contains: https://www.unicode.org/faq/private_use.html#nonchar1 */
const STAND_INS = 0xfdd0;

/** Code as it must be in the text for `withoutShortcodes`, which keeps it. */
export function maskCode(code: string): string {
  return code.replace(/[[{:<!@]/g, (sign) => String.fromCharCode(STAND_INS + SIGNS.indexOf(sign)));
}
