/** Keeps CDATA sections together whose text contains `]]>`. */

const OPEN = '<![CDATA[';
const CLOSE = ']]>';
/** Ends and continues a section, with a `]]>` as its text. */
const SPLIT = Buffer.from(']]]]><![CDATA[>');

/** Bytes around a mark that are needed to judge it: a start tag with attributes, an end tag. */
const CONTEXT = 1024;

/**
 * A section ends where the end tag of its element follows, or another section; any other `]]>` is text.
 */
export class CdataMender {
  #waiting: Buffer = Buffer.alloc(0);
  /** Where the search goes on in what waits: marks before it are done. */
  #search = 0;
  /** Element of the current section; '' if unknown. */
  #element: string | undefined;
  #lastElement = '';

  write(bytes: Buffer): Buffer {
    return this.#mend(bytes, false);
  }

  end(): Buffer {
    return this.#mend(Buffer.alloc(0), true);
  }

  #mend(bytes: Buffer, isLast: boolean): Buffer {
    const input = Buffer.concat([this.#waiting, bytes]);
    const output: Buffer[] = [];
    let at = 0;
    let search = this.#search;
    const emit = (end: number): void => {
      output.push(input.subarray(at, end));
      at = end;
    };
    for (;;) {
      const isInside = this.#element !== undefined;
      const mark = input.indexOf(isInside ? CLOSE : OPEN, Math.max(at, search));
      const needed = isInside && mark !== -1 ? mark + CONTEXT : 0;
      if (mark === -1 || (needed > input.length && !isLast)) {
        const keep = isLast ? 0 : CONTEXT;
        const end = mark === -1 ? input.length - keep : mark;
        if (end > at) emit(end);
        this.#waiting = input.subarray(at);
        this.#search = Math.max(0, search - at);
        return Buffer.concat(output);
      }
      if (!isInside) {
        this.#element = this.#elementBefore(input.subarray(Math.max(0, mark - CONTEXT), mark));
        search = mark + OPEN.length;
      } else if (this.#endsSection(input.subarray(mark + CLOSE.length, mark + CONTEXT))) {
        this.#lastElement = this.#element ?? '';
        this.#element = undefined;
        search = mark + CLOSE.length;
      } else {
        emit(mark);
        output.push(SPLIT);
        at = mark + CLOSE.length;
        search = at;
      }
    }
  }

  #elementBefore(before: Buffer): string {
    const text = before.toString('latin1').trimEnd();
    if (text.endsWith(CLOSE)) return this.#lastElement;
    const name = /^<([\w:]+)[\s>]/.exec(text.slice(text.lastIndexOf('<')))?.[1] ?? '';
    return name.includes(':') || PLAIN_ELEMENTS.has(name) ? name : '';
  }

  #endsSection(after: Buffer): boolean {
    const start = after.findIndex((byte) => byte > SPACE);
    if (start === -1) return true;
    if (after[start] !== LESS_THAN) return false;
    const text = after.subarray(start, start + MAX_NAME).toString('latin1');
    if (text.startsWith(OPEN)) return true;
    const end = `</${this.#element}`;
    if (!text.startsWith(end)) return false;
    return this.#element === '' || /^[\s>]/.test(text.slice(end.length));
  }
}

const SPACE = 0x20;
const LESS_THAN = 0x3c;
/** Longer than an end tag. */
const MAX_NAME = 100;

/** Elements of RSS whose texts are CDATA sections. */
const PLAIN_ELEMENTS: ReadonlySet<string> = new Set([
  'title',
  'category',
  'description',
  'guid',
  'link',
]);
