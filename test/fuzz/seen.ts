/** The text of HTML as a reader sees it. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { parsePage } from './judge.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Their text is not shown, or not as text. */
const UNSEEN = new Set(
  'iframe script style template svg math object applet noembed noframes'.split(' '),
);
/** A new line begins before and after each. */
const BLOCK =
  /^(?:address|article|aside|blockquote|br|caption|center|d[dlt]|details|dialog|dir|div|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|legend|li|main|menu|nav|ol|option|p|pre|section|summary|t(?:able|body|d|foot|h|head|r)|ul)$/;

interface Seen {
  readonly text: string;
  /** Names of the elements that it is in, outermost first. */
  readonly around: readonly string[];
}

/** The text, with a line break wherever a line ends for the reader. */
export function seenText(html: string): string {
  return seen(html)
    .map(({ text }) => text)
    .join('');
}

/** The texts in order. Frames and dropped elements have none. */
export function seen(html: string): Seen[] {
  const found: Seen[] = [];
  const page = parsePage(`<article>${html}</article>`);
  const open: { node: Node | undefined; around: readonly string[] }[] = [];
  const push = (nodes: readonly Node[], around: readonly string[]): void => {
    for (const node of nodes.toReversed()) open.push({ node, around });
  };
  push(page.childNodes, []);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, around } = next;
    if (node === undefined) found.push({ text: '\n', around });
    else if (node.nodeName === '#text' && 'value' in node) found.push({ text: node.value, around });
    else if ('tagName' in node && !UNSEEN.has(node.tagName)) {
      const isBlock = BLOCK.test(node.tagName);
      if (isBlock) {
        found.push({ text: '\n', around });
        open.push({ node: undefined, around });
      }
      const isNotes = node.attrs.some(
        ({ name, value }) => name === 'class' && value === 'footnotes',
      );
      // An item of the list of notes is no item of the text.
      const isNote = node.tagName === 'li' && around.at(-2) === 'note';
      push(node.childNodes, isNote ? around : [...around, isNotes ? 'note' : node.tagName]);
    }
  }
  return found;
}

const MEANINGFUL =
  /^(?:a|abbr|audio|b|blockquote|code|del|details|em|h|i|ins|kbd|li|note|pre|q|s|select|strong|sub|sup|td|u|video)$/;

/** Names that tell what a word means, in order of the alphabet: `h`, `em li`, `note`. */
export function placeOf(around: readonly string[]): string {
  const isNote = around.includes('note');
  const names = around
    .slice(isNote ? around.indexOf('note') : 0)
    .map((name) => (/^h[1-6]$/.test(name) ? 'h' : name === 'th' ? 'td' : name))
    .filter((name) => MEANINGFUL.test(name));
  return [...new Set(names)].toSorted().join(' ');
}

interface PlacedWord {
  readonly word: string;
  readonly place: string;
}

/** The words that a reader sees, in order. A word across elements counts where it begins. */
export function placedWords(html: string, pattern: RegExp): PlacedWord[] {
  const texts = seen(html);
  const starts: number[] = [];
  let whole = '';
  for (const { text } of texts) {
    starts.push(whole.length);
    whole += text;
  }
  let at = 0;
  return Array.from(whole.matchAll(pattern), ({ 0: word, index }) => {
    while ((starts[at + 1] ?? Infinity) <= index) at++;
    return { word, place: placeOf(texts[at]?.around ?? []) };
  });
}
