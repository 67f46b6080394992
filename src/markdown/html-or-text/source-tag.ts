/** Reads a tag of a Markdown text, with the mistakes that browsers forgive. */

export interface SourceAttribute {
  /** In lower case. */
  readonly name: string;
  /** As written, without quotes; absent for a bare word. */
  readonly value: string | undefined;
  /** Empty for a value without quotes. */
  readonly quote: '"' | "'" | '';
}

/** Offsets are those of the text; `end` is exclusive. */
export interface SourceTag {
  /** In lower case. */
  readonly name: string;
  readonly isEnd: boolean;
  /** `<br/>` */
  readonly isSelfClosing: boolean;
  readonly attributes: readonly SourceAttribute[];
  readonly start: number;
  readonly end: number;
}

const NAME = /<(\/?)([a-zA-Z][a-zA-Z0-9]*(?::[a-zA-Z]\w*)?)(?=[\s/>])/y;
const SPACE = /(?:\s|\/(?!>))*/y;
const END = /(\/?)>/y;
const ATTRIBUTE = /([a-zA-Z_:@][\w:.@-]*)(?:\s*=\s*(?:(["'])|([^\s"'<>][^\s<>]*)))?/y;
/** After a value, perhaps after a second quote by mistake. */
const AFTER_VALUE = /["']?(?=[\s/>])/y;

/** Beyond it, a value with `<` is a quote that was never closed. Keeps the time linear. */
const MAX_LENGTH = 4000;

/**
 * The tag at `start`, if there is one.
 * @returns `unclosed-quote` for a tag with a value that never ends
 */
export function readTag(text: string, start: number): SourceTag | 'unclosed-quote' | undefined {
  const [opening, slash, name = ''] = matchAt(NAME, text, start) ?? [];
  if (opening === undefined) return undefined;
  const attributes: SourceAttribute[] = [];
  let hasAngle = false;
  for (let at = start + opening.length; ;) {
    const space = matchAt(SPACE, text, at)?.[0] ?? '';
    if (isBroken(space)) return undefined;
    at += space.length;
    const end = matchAt(END, text, at);
    if (end !== null) {
      const isEnd = slash === '/';
      if (isEnd && attributes.length > 0) return undefined;
      return {
        name: name.toLowerCase(),
        isEnd,
        isSelfClosing: end[1] === '/',
        attributes,
        start,
        end: at + end[0].length,
      };
    }
    const attribute = matchAt(ATTRIBUTE, text, at);
    if (attribute === null) return undefined;
    const [written, word = '', quote, bare] = attribute;
    at += written.length;
    if (quote !== '"' && quote !== "'") {
      attributes.push({ name: word.toLowerCase(), value: bare, quote: '' });
      continue;
    }
    const close = text.indexOf(quote, at);
    const value = text.slice(at, close);
    hasAngle ||= value.includes('<');
    at = close + 1;
    const isClosed = close !== -1 && !isBroken(value) && !(hasAngle && at - start > MAX_LENGTH);
    const after = isClosed ? matchAt(AFTER_VALUE, text, at) : null;
    // Of `<a href="x>Roses</a> and <a href="y">`, the value would be `x>Roses</a> and <a href=`.
    if (!isClosed || (after === null && value.includes('>')) || isBadUrl(word, value))
      return 'unclosed-quote';
    at += after?.[0].length ?? 0;
    attributes.push({ name: word.toLowerCase(), value, quote });
  }
}

function isBadUrl(name: string, value: string): boolean {
  return /^(?:href|src)$/i.test(name) && value.includes('<') && !value.startsWith('data:');
}

/** Whether it contains a blank line, which ends every paragraph. */
function isBroken(text: string): boolean {
  return text.includes('\n') && /\n[ \t>]*\n/.test(text);
}

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** https://spec.commonmark.org/0.31.2/#raw-html */
const STRICT =
  /^<\/?[a-zA-Z][a-zA-Z0-9-]*(?:\s+[a-zA-Z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>$/;

/** Whether the tag has no mistake. */
export function isStrict(text: string, { start, end }: SourceTag): boolean {
  return STRICT.test(text.slice(start, end));
}

/** The tag as the Markdown parser reads it; unchanged if it does already. */
export function strictTag(text: string, tag: SourceTag, isVoid: boolean): string {
  const written = text.slice(tag.start, tag.end);
  if (tag.isEnd) return tag.isSelfClosing ? `</${tag.name}>` : written;
  if (isStrict(text, tag) && (isVoid || !tag.isSelfClosing)) return written;
  const attributes = tag.attributes.map(({ name, value, quote }) => {
    const safeName = name.replaceAll('@', '_');
    if (value === undefined) return ` ${safeName}`;
    return quote === "'"
      ? ` ${safeName}='${value}'`
      : ` ${safeName}="${value.replaceAll('"', '&quot;')}"`;
  });
  const complete = `<${tag.name}${attributes.join('')}>`;
  return tag.isSelfClosing && !isVoid ? `${complete}</${tag.name}>` : complete;
}
