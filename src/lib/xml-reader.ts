/** Streaming XML reader that yields one item at a time. */
import { Parser } from 'htmlparser2';
import { ownValue } from './own-value.ts';

export interface XmlElement {
  /** With its prefix. */
  readonly name: string;
  /** 1-based line of the start tag. */
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** Direct text content, decoded. */
  text: string;
}

/** Invalid XML, or an unexpected root element. The message is a clause. */
export class XmlError extends Error {
  /** 1-based. */
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.name = 'XmlError';
    this.line = line;
  }
}

/** Open elements at a time; each tag takes time for all of them. */
const MAX_DEPTH = 200;

/**
 * Calls `onItem` with each item and discards the rest of the document.
 * @param items item paths by root element: `{ rss: ['rss/channel/item'] }`
 * @throws {XmlError} if the root element is unknown or tags do not match
 */
export function readXml(
  text: string,
  items: Readonly<Record<string, readonly string[]>>,
  onItem: (item: XmlElement) => void,
): void {
  const lines = new LineCounter(text);
  const path: string[] = [];
  /** The current item and the open elements in it. */
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
        if (path.length === MAX_DEPTH)
          throw new XmlError(`its elements are nested more than ${MAX_DEPTH} deep`, line);
        path.push(name);
        const parent = open.at(-1);
        if (parent === undefined && !ownValue(items, root ?? '')?.includes(path.join('/'))) return;
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

/** Converts ascending offsets to line numbers. */
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
