/** What remark makes of a text, with GitHub's syntax. */
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { placedWords } from './seen.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeStringify)
  .freeze();

/** HTML, alerts, footnotes and characters that no text has; other judges look at these. */
const NOT_COMPARED = /<|\[[!^]|(?![\n\r\t])\p{Cc}|\p{Cs}/u;
/** Emphasis, addresses and line breaks follow other rules there. */
const CJK = /[\p{scx=Han}\p{scx=Hang}\p{scx=Hira}\p{scx=Kana}\uff00-\uffef]/u;
/** micromark reads a quotation in an item as if the item's paragraph went on. */
const LIST_IN_QUOTE = />[ \t]*\d+[.)]/;
/** A row of pictures has each caption below its picture. */
const PICTURES_IN_TABLE = /\|[^\n]*!\[/;
/** So many that they are text. */
const MANY_DELIMITERS = /(?:[*_][^*_]*){500}/;
/** A link whose text is its old address gets the new one as text. */
const OLD_HOST = /\bblogspot\.com/;
/** Where an address ends is another question then. */
const ADDRESS_IN_SIGNS = /(?:https?:\/\/|www\.)\S*[[&]/;
/** marked reads no link whose text has a single backtick. */
const BACKTICK_IN_LINK = /\[[^\]]*`/;
/** Nothing to do, for remark no item of a list of tasks. */
const EMPTY_TASK = /\[[ x]\][ \t]*$/im;
/** A block of code with a title shows it. */
const TITLED_CODE = /(?:`{3}|~{3})[^\n]*\btitle=/;
/** Alone in a paragraph, the address of a player is the player. */
const PLAYER =
  /(?:youtu|vimeo|dai(?:lymotion|\.ly)|soundcloud|spotify|codepen|giphy|peertube|archive\.org)\S*[ \t]*$/m;
const EXCEPT = [
  ...[NOT_COMPARED, CJK, LIST_IN_QUOTE, ADDRESS_IN_SIGNS, BACKTICK_IN_LINK, EMPTY_TASK],
  ...[PICTURES_IN_TABLE, MANY_DELIMITERS, OLD_HOST, TITLED_CODE, PLAYER],
];
/** Characters; remark needs tens of milliseconds for more. */
const LONGEST = 10_000;

/**
 * Whether the words of the page are those of remark, as far as both should agree.
 * @param arePlaces whether each must be in the same elements too
 */
export function githubFaults(markdown: string, html: string, arePlaces: boolean): string[] {
  if (markdown.length > LONGEST || EXCEPT.some((kind) => kind.test(markdown))) return [];
  const theirs = wordsOf(String(processor.processSync(markdown)), arePlaces);
  return theirs === wordsOf(html, arePlaces) ? [] : ['remark reads the text in another way'];
}

/** Images, which not everybody may see, become their texts. */
function wordsOf(html: string, arePlaces: boolean): string {
  const text = html.replace(/<img(?:[^>]*? alt="([^"]*)")?[^>]*>/g, '$1');
  const words = placedWords(text, /\p{L}[\p{L}\p{N}]*/gu);
  // Stray delimiters divide words.
  if (!arePlaces) return words.map(({ word }) => word).join('');
  return words.map(({ word, place }) => `${word} ${place}`).join('\n');
}
