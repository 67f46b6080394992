/**
 * Streams the items of a large XML export. Reads what exports of blogs really hold: control characters,
 * bare `&`, undeclared prefixes, text before the prolog. Expands no entities of a DTD.
 */
import { Parser } from 'htmlparser2';
import { escapeText, startTag, VOID_ELEMENTS } from '../../lib/html.ts';
import { ownText } from '../../lib/own-copy.ts';
import { LineCounter } from './line-counter.ts';
import { SourceError, type SourceFile } from './source.ts';
import { StreamDecoder } from './text-decoder.ts';
import { TextPieces } from './text-pieces.ts';
import { localName, type XmlNode } from './xml-node.ts';

export { childrenOf, childText, localName, type XmlNode } from './xml-node.ts';

interface OpenNode extends XmlNode {
  readonly children: XmlNode[];
  text: string;
  isCut?: boolean;
  isCdata?: boolean;
}

export interface XmlItems {
  /**
   * Each element whose path is one of `paths`. Only the last may be cut.
   * @throws {SourceError} if elements are nested more than 500 deep, or an item is larger than 64 MB
   */
  readonly items: AsyncIterable<XmlNode>;
  /** Name of the first root element, once it has been read. */
  root(): string | undefined;
  /** Whether the document ended with a root element; false for a file that was cut. Known at the end. */
  isComplete(): boolean;
}

/** Open elements at a time; far above what exports have. */
const MAX_DEPTH = 500;

/** Characters of an item, or of a single tag or comment. Posts with pictures in them have some millions. */
const MAX_ITEM = 64 * 1024 * 1024;
/** What an element takes beside its text, as characters. */
const NODE_SIZE = 100;

/** Whether the content of an element is markup, to be kept as HTML. */
export type IsMarkup = (name: string, attributes: Readonly<Record<string, string>>) => boolean;

/**
 * @param paths such as `feed/entry`, with the root's name
 * @param isMarkup for elements such as `<content type="xhtml">`; none by default
 */
export function xmlItems(
  file: Pick<SourceFile, 'stream'> & Partial<Pick<SourceFile, 'path'>>,
  paths: ReadonlySet<string>,
  isMarkup: IsMarkup = () => false,
): XmlItems {
  const reader = new ItemReader(file.path ?? 'This file', paths, isMarkup);
  return {
    items: reader.read(file),
    root: () => reader.root,
    isComplete: () => reader.isComplete,
  };
}

class ItemReader {
  root: string | undefined;
  isComplete = false;
  readonly #file: string;
  readonly #paths: ReadonlySet<string>;
  readonly #isMarkup: IsMarkup;
  readonly #path: string[] = [];
  /** The current item and the open elements in it. */
  readonly #open: OpenNode[] = [];
  /** Of each of these. */
  readonly #texts: TextPieces[] = [];
  readonly #done: XmlNode[] = [];
  /** Number of open elements whose tags are part of the text of the innermost open node. */
  #markupDepth = 0;
  #itemSize = 0;
  readonly #parser: Parser;
  readonly #lines = new LineCounter();
  /** Of the start tag that is being read. */
  #tagLine = 1;
  #isEnding = false;

  constructor(file: string, paths: ReadonlySet<string>, isMarkup: IsMarkup) {
    this.#file = file;
    this.#paths = paths;
    this.#isMarkup = isMarkup;
    this.#parser = new Parser(
      {
        // Only here is the tag's line certain: the rest of it may come with another piece.
        onopentagname: () => {
          this.#tagLine = this.#lines.at(this.#parser.startIndex);
        },
        onopentag: (name, attributes) => this.#openTag(name, attributes),
        ontext: (text) => this.#addText(this.#markupDepth > 0 ? escapeText(text) : text),
        oncdatastart: () => {
          const node = this.#open.at(-1);
          if (node !== undefined) node.isCdata = true;
        },
        onclosetag: (name) => this.#closeTag(name),
      },
      { xmlMode: true },
    );
  }

  async *read(file: Pick<SourceFile, 'stream'>): AsyncGenerator<XmlNode> {
    const decoder = new StreamDecoder();
    for await (const bytes of file.stream()) {
      this.#write(decoder.write(bytes));
      yield* this.#done.splice(0);
    }
    this.#write(decoder.end());
    yield* this.#done.splice(0);
    this.isComplete = this.root !== undefined && this.#path.length === 0;
    this.#isEnding = true;
    this.#parser.end();
    yield* this.#done.splice(0);
  }

  #write(text: string): void {
    this.#lines.add(text);
    this.#parser.write(text);
    if (this.#lines.end - this.#parser.endIndex > MAX_ITEM)
      this.#fail('a tag or comment has no end');
  }

  #fail(reason: string): never {
    throw new SourceError(
      `${this.#file}:${this.#lines.line}: It cannot be read: ${reason}. See whether the file is damaged, and export the blog again.`,
    );
  }

  #addText(text: string): void {
    const pieces = this.#texts.at(-1);
    if (pieces === undefined) return;
    pieces.add(text);
    this.#grow(text.length);
  }

  #grow(size: number): void {
    this.#itemSize += size;
    if (this.#itemSize > MAX_ITEM) this.#fail('an item of more than 64 MB ends here');
  }

  #openTag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#path.length === MAX_DEPTH)
      this.#fail(`its elements are nested more than ${MAX_DEPTH} deep`);
    this.root ??= name;
    this.#path.push(name);
    if (this.#markupDepth > 0) {
      this.#markupDepth++;
      this.#addText(startTag(localName(name), attributes));
      return;
    }
    const parent = this.#open.at(-1);
    if (parent === undefined) {
      if (!this.#paths.has(this.#path.join('/'))) return;
      this.#itemSize = 0;
    }
    this.#grow(NODE_SIZE);
    const node: OpenNode = {
      name,
      line: this.#tagLine,
      attributes: new Map(
        Object.entries(attributes).map(([attribute, value]) => [attribute, ownText(value)]),
      ),
      children: [],
      text: '',
    };
    parent?.children.push(node);
    this.#open.push(node);
    this.#texts.push(new TextPieces());
    if (this.#isMarkup(name, attributes)) this.#markupDepth = 1;
  }

  #closeTag(name: string): void {
    this.#path.pop();
    if (this.#markupDepth > 1) {
      const local = localName(name);
      if (!VOID_ELEMENTS.has(local)) this.#addText(`</${local}>`);
    }
    if (this.#markupDepth > 0) this.#markupDepth--;
    if (this.#markupDepth > 0) return;
    const node = this.#open.pop();
    if (node === undefined) return;
    node.text = this.#texts.pop()?.join() ?? '';
    if (this.#open.length > 0) return;
    if (this.#isEnding) node.isCut = true;
    this.#done.push(node);
  }
}
