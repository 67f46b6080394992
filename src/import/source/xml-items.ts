/**
 * Streams the items of a large XML export. Reads what exports of blogs really hold: control characters,
 * bare `&`, undeclared prefixes, text before the prolog. Expands no entities of a DTD.
 */
import { Parser } from 'htmlparser2';
import type { SourceFile } from './source.ts';

export interface XmlNode {
  /** With its prefix, as written. */
  readonly name: string;
  /** 1-based line of the start tag. */
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** Text directly in it, decoded; CDATA as it is. */
  readonly text: string;
  /** Whether part of the text was a CDATA section, in which exports put HTML. */
  readonly isCdata: boolean;
}

interface OpenNode extends XmlNode {
  readonly children: OpenNode[];
  text: string;
  isCdata: boolean;
}

export interface XmlItems {
  /**
   * Each element whose path is one of `paths`, complete.
   * @throws {RangeError} if elements are nested more than 500 deep
   */
  readonly items: AsyncIterable<XmlNode>;
  /** Name of the root element, once it has been read. */
  root(): string | undefined;
  /** Whether the document ended with its root element; false for a file that was cut. Known at the end. */
  isComplete(): boolean;
}

/** Open elements at a time; far above what exports have. */
const MAX_DEPTH = 500;

/** @param paths such as `feed/entry`, with the root's name */
export function xmlItems(file: Pick<SourceFile, 'stream'>, paths: ReadonlySet<string>): XmlItems {
  const reader = new ItemReader(paths);
  return {
    items: reader.read(file),
    root: () => reader.root,
    isComplete: () => reader.isComplete,
  };
}

class ItemReader {
  root: string | undefined;
  isComplete = false;
  readonly #paths: ReadonlySet<string>;
  readonly #path: string[] = [];
  /** The current item and the open elements in it. */
  readonly #open: OpenNode[] = [];
  readonly #done: XmlNode[] = [];
  readonly #parser: Parser;
  /** The part of the document that is being parsed, and where it begins. */
  #chunk = '';
  #chunkStart = 0;
  #line = 1;
  /** Line of the start tag that is being read. */
  #tagLine = 1;
  /** Up to where lines are counted. */
  #counted = 0;
  #isEnding = false;

  constructor(paths: ReadonlySet<string>) {
    this.#paths = paths;
    this.#parser = new Parser(
      {
        // Only here is the tag's line certain: the rest of it may come with another piece.
        onopentagname: () => {
          this.#countLines(this.#parser.startIndex);
          this.#tagLine = this.#line;
        },
        onopentag: (name, attributes) => this.#openTag(name, attributes),
        ontext: (text) => {
          const node = this.#open.at(-1);
          if (node !== undefined) node.text += text;
        },
        oncdatastart: () => {
          const node = this.#open.at(-1);
          if (node !== undefined) node.isCdata = true;
        },
        onclosetag: () => this.#closeTag(),
      },
      { xmlMode: true },
    );
  }

  async *read(file: Pick<SourceFile, 'stream'>): AsyncGenerator<XmlNode> {
    const decoder = new TextDecoder();
    for await (const bytes of file.stream()) {
      this.#write(decoder.decode(bytes, { stream: true }));
      yield* this.#done.splice(0);
    }
    this.#write(decoder.decode());
    this.#isEnding = true;
    this.#parser.end();
    yield* this.#done.splice(0);
  }

  #write(text: string): void {
    this.#countLines(this.#chunkStart + this.#chunk.length);
    this.#chunkStart += this.#chunk.length;
    this.#chunk = text;
    this.#parser.write(text);
  }

  #countLines(end: number): void {
    const from = Math.max(0, this.#counted - this.#chunkStart);
    const to = end - this.#chunkStart;
    for (
      let at = this.#chunk.indexOf('\n', from);
      at !== -1 && at < to;
      at = this.#chunk.indexOf('\n', at + 1)
    )
      this.#line++;
    this.#counted = Math.max(this.#counted, end);
  }

  #openTag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#path.length === MAX_DEPTH)
      throw new RangeError(`its elements are nested more than ${MAX_DEPTH} deep`);
    this.root ??= name;
    this.#path.push(name);
    const parent = this.#open.at(-1);
    if (parent === undefined && !this.#paths.has(this.#path.join('/'))) return;
    const node: OpenNode = {
      name,
      line: this.#tagLine,
      attributes: new Map(Object.entries(attributes)),
      children: [],
      text: '',
      isCdata: false,
    };
    parent?.children.push(node);
    this.#open.push(node);
  }

  #closeTag(): void {
    this.#path.pop();
    if (this.#path.length === 0 && !this.#isEnding) this.isComplete = true;
    const node = this.#open.pop();
    if (node !== undefined && this.#open.length === 0) this.#done.push(node);
  }
}

/** Text of the first child of this name; '' if there is none. */
export function childText(node: XmlNode, name: string): string {
  return node.children.find((child) => child.name === name)?.text ?? '';
}

export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((child) => child.name === name);
}
