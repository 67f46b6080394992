/** Emphasis and bare addresses beside Chinese, Japanese and Korean text, which has no spaces around them. */
import { Tokenizer, type MarkedExtension } from 'marked';
import { CJK, MAY_BE_CJK } from './cjk.ts';

/**
 * A run of `*` or `~` beside a CJK character may open and close emphasis,
 * whatever punctuation is on its other side:
 * https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md
 * For `_`, that rule and CommonMark's give the same result.
 */
export const cjkSyntax: MarkedExtension = {
  tokenizer: {
    emStrong(source, paragraph, previous) {
      const [text, before] = withLetters(asterisks, source, paragraph, previous);
      return text !== paragraph && Tokenizer.prototype.emStrong.call(this, source, text, before);
    },
    del(source, paragraph, previous) {
      const [text, before] = withLetters(tildes, source, paragraph, previous);
      return text !== paragraph && Tokenizer.prototype.del.call(this, source, text, before);
    },
    url(source) {
      const address = BARE_ADDRESS.exec(source)?.[0];
      return address !== undefined && Tokenizer.prototype.url.call(this, address);
    },
  },
};

interface Delimiter {
  readonly character: string;
  /** The characters on both sides of a run, if one of them is CJK. */
  readonly neighbours: RegExp;
}

const asterisks = delimiter('*');
const tildes = delimiter('~');

function delimiter(character: string): Delimiter {
  const run = `[${character}]+`;
  const other = `[^\\s${character}]`;
  const neighbours = new RegExp(
    `[${CJK}](?=[${character}])|(?<=[${character}])[${CJK}]|${other}(?=${run}[${CJK}])|(?<=[${CJK}]${run})${other}`,
    'gu',
  );
  return { character, neighbours };
}

/**
 * The paragraph with letters in place of the neighbours, since between letters
 * a run may open and close; and the character before `source`, none if the run
 * there may open.
 * @param paragraph without what hides delimiters, such as links; ends where `source` ends
 */
function withLetters(
  { character, neighbours }: Delimiter,
  source: string,
  paragraph: string,
  previous = '',
): [paragraph: string, previous: string] {
  if (!source.startsWith(character) || !MAY_BE_CJK.test(paragraph)) return [paragraph, previous];
  const text = paragraph.replace(neighbours, (neighbour) => 'a'.repeat(neighbour.length));
  const start = paragraph.length - source.length;
  let end = start;
  while (paragraph[end] === character) end++;
  const isBesideCjk = text[start - 1] !== paragraph[start - 1] || text[end] !== paragraph[end];
  return [text, isBesideCjk ? '' : previous];
}

/** Not `・`, `·` and `～`, which occur in titles, and so in addresses of encyclopedias. */
const FULL_WIDTH_PUNCTUATION =
  '\\u3001-\\u3003\\u3008-\\u3011\\u3014-\\u301b\\u301d-\\u301f\\uff01-\\uff0f\\uff1a-\\uff20' +
  '\\uff3b-\\uff40\\uff5b-\\uff5d\\uff5f-\\uff64\\u201c\\u201d';
/** A host in ASCII ends before CJK letters, unless they are part of its name: `my庭.example`. */
const HOST = `[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,}(?=[${CJK}])(?![${CJK}\\w-]*\\.\\w)`;

/** The start of a text, if it is an address with CJK text directly after it. */
const BARE_ADDRESS = new RegExp(
  `^(?:(?:https?|ftp)://|(?=www\\.))(?:${HOST}|[a-z\\d-][^\\s<]*?(?=[${FULL_WIDTH_PUNCTUATION}]|\\u2014\\u2014|\\u2026\\u2026))`,
  'iu',
);
