/** Reads XML item by item, however long the document is. */
import { Parser } from 'htmlparser2';

/** An element with all that it holds. */
export interface XmlElement {
  /** As it is written, with its prefix. */
  readonly name: string;
  /** Of its start tag, counted from 1. */
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** What stands directly inside, references resolved. */
  text: string;
}

/** What is no XML, or not the document that was asked for. The message is the end of a sentence. */
export class XmlError extends Error {
  /** Counted from 1. */
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.name = 'XmlError';
    this.line = line;
  }
}

/**
 * Hands over one item after another; the rest of the document is forgotten.
 * @param items paths of the items, by the name of the root: `{ rss: ['rss/channel/item'] }`
 * @throws {XmlError} for another root, and where tags do not match
 */
export function readXml(
  text: string,
  items: Readonly<Record<string, readonly string[]>>,
  onItem: (item: XmlElement) => void,
): void {
  const lines = new LineCounter(text);
  /** Names of the open elements. */
  const path: string[] = [];
  /** The item that is being read, and the open elements in it. */
  const open: XmlElement[] = [];
  let root: string | undefined;
  let hasEnded = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const line = lines.at(parser.startIndex);
        if (path.length === 0) {
          if (root !== undefined)
            throw new XmlError(`a second document begins with <${name}>`, line);
          if (!Object.hasOwn(items, name)) throw new XmlError(`it begins with <${name}>`, line);
          root = name;
        }
        path.push(name);
        const parent = open.at(-1);
        if (parent === undefined && !items[root ?? '']?.includes(path.join('/'))) return;
        const element = { name, line, attributes, children: [], text: '' };
        parent?.children.push(element);
        open.push(element);
      },
      ontext(part) {
        const element = open.at(-1);
        if (element !== undefined) element.text += part;
      },
      onclosetag(name, isImplied) {
        const isEmptyTag = text[parser.endIndex - 1] === '/';
        if (hasEnded || (isImplied && !isEmptyTag))
          throw new XmlError(`<${name}> is not closed`, lines.at(parser.startIndex));
        path.pop();
        const element = open.pop();
        if (element !== undefined && open.length === 0) onItem(element);
      },
    },
    { xmlMode: true },
  );
  parser.write(text);
  hasEnded = true;
  parser.end();
  if (root === undefined) throw new XmlError('it has no element', 1);
}

/** Tells the lines of places that are asked for in their order. */
class LineCounter {
  readonly #text: string;
  #line = 1;
  #end: number;

  constructor(text: string) {
    this.#text = text;
    this.#end = text.indexOf('\n');
  }

  at(index: number): number {
    while (this.#end !== -1 && this.#end < index) {
      this.#line++;
      this.#end = this.#text.indexOf('\n', this.#end + 1);
    }
    return this.#line;
  }
}
