/** Cuts HTML of the classic editor into tags and text, without building a tree. */

export interface Token {
  /**
   * `atom`: an inline element whose content is not looked into; `block-atom`: the same for a block, or the
   * mark of a shortcode; `inline`: a tag or comment.
   */
  readonly kind: 'text' | 'inline' | 'atom' | 'start' | 'end' | 'block-atom';
  /** Of a tag, in lower case. */
  readonly name: string;
  readonly text: string;
}

/**
 * Stands for a piece of HTML that has its paragraphs. Its ends are noncharacters, which no text has
 * (Unicode, section 23.7).
 */
export const KEPT_START = '\uFDD0';
export const KEPT_END = '\uFDD1';
const MARK = /\uFDD0\d+\uFDD1/y;

const BLOCKS: ReadonlySet<string> = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'caption', 'center', 'col', 'colgroup', 'dd'],
  ...['details', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1'],
  ...['h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'legend', 'li', 'main', 'map'],
  ...['menu', 'nav', 'ol', 'p', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th'],
  ...['thead', 'tr', 'ul', 'area'],
]);
const ATOMS: ReadonlySet<string> = new Set([
  ...['script', 'style', 'svg', 'math', 'textarea', 'object', 'video', 'audio', 'select', 'iframe'],
]);

export function* tokenize(html: string): Generator<Token> {
  const ends = new EndTags(html);
  let at = 0;
  while (at < html.length) {
    const next = nextMark(html, at);
    if (next > at) yield { kind: 'text', name: '', text: html.slice(at, next) };
    at = next;
    if (at === html.length) return;
    const token = tokenAt(html, at, ends);
    yield token;
    at += token.text.length;
  }
}

function nextMark(html: string, at: number): number {
  for (let next = at; next < html.length; next++) {
    const code = html.charCodeAt(next);
    if (code === 0x3c || code === 0xfdd0) return next;
  }
  return html.length;
}

function tokenAt(html: string, at: number, ends: EndTags): Token {
  MARK.lastIndex = at;
  const mark = MARK.exec(html)?.[0];
  if (mark !== undefined) return { kind: 'block-atom', name: '', text: mark };
  if (html.startsWith('<!--', at)) {
    const end = ends.after('-->', at);
    const text = html.slice(at, end ?? at + 1);
    if (end === undefined) return { kind: 'text', name: '', text };
    return {
      kind: isJump(text) && isAlone(html, at, end) ? 'block-atom' : 'inline',
      name: '',
      text,
    };
  }
  const tag = tagAt(html, at);
  if (tag === undefined) return { kind: 'text', name: '', text: html.slice(at, at + 1) };
  const { text, name, isEnd } = tag;
  if (!isEnd && !text.endsWith('/>') && (name === 'pre' || ATOMS.has(name))) {
    const end = ends.after(`</${name}`, at);
    if (end !== undefined)
      return { kind: name === 'pre' ? 'block-atom' : 'atom', name, text: html.slice(at, end) };
  }
  if (!BLOCKS.has(name)) return { kind: 'inline', name, text };
  return { kind: isEnd ? 'end' : 'start', name, text };
}

export interface HtmlTag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly text: string;
}

const TAG_NAME = /<(\/?)([a-z][\w:-]*)(?=[\s/>])/iy;
/** Characters that a `<` may be in a quoted value before the quote counts as a mistake. */
const MAX_QUOTED = 2000;

export function tagAt(html: string, at: number): HtmlTag | undefined {
  TAG_NAME.lastIndex = at;
  const match = TAG_NAME.exec(html);
  if (match === null) return undefined;
  const [, slash, name = ''] = match;
  const end = endOfTag(html, TAG_NAME.lastIndex, true) ?? endOfTag(html, TAG_NAME.lastIndex, false);
  if (end === undefined) return undefined;
  return { name: name.toLowerCase(), isEnd: slash === '/', text: html.slice(at, end) };
}

/** @param quotes whether `>` in quotes is text; not so if a quote is missing */
function endOfTag(html: string, from: number, quotes: boolean): number | undefined {
  let quote = '';
  let limit = html.length;
  for (let at = from; at < limit; at++) {
    const character = html[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
      else if (character === '<') limit = Math.min(limit, at + MAX_QUOTED);
    } else if (character === '>') return at + 1;
    else if (character === '<') return undefined;
    else if (quotes && (character === '"' || character === "'")) quote = character;
  }
  return undefined;
}

/** `<!--more-->` and its like. */
function isJump(comment: string): boolean {
  return /^<!--\s*(?:more|nextpage|noteaser)/.test(comment);
}

/** Whether nothing else is on the line on one side. */
function isAlone(html: string, start: number, end: number): boolean {
  return (
    /(?:^|\n)[ \t]*$/.test(html.slice(Math.max(0, start - 20), start)) ||
    /^[ \t]*(?:\n|$)/.test(html.slice(end, end + 20))
  );
}

/** Finds ends of elements. Remembers which have none, so that no text is searched again and again. */
export class EndTags {
  readonly #html: string;
  readonly #absent = new Set<string>();

  constructor(html: string) {
    this.#html = html;
  }

  /**
   * Offset after the end.
   * @param mark `-->`, or the beginning of an end tag: `</pre`
   */
  after(mark: string, from: number): number | undefined {
    if (this.#absent.has(mark)) return undefined;
    const pattern = mark === '-->' ? /-->/g : new RegExp(`${mark}\\s*>`, 'gi');
    pattern.lastIndex = from;
    if (pattern.exec(this.#html) !== null) return pattern.lastIndex;
    this.#absent.add(mark);
    return undefined;
  }
}
