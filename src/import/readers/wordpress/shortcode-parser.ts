/** Finds shortcodes, such as `[gallery ids="1,2"]`, in a body. */
import { EndTags, tagAt } from './html-tokens.ts';

export interface Shortcode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Values without a name, in order. */
  readonly values: readonly string[];
  /** Between `[x]` and `[/x]`; `undefined` without an end. */
  readonly content: string | undefined;
  readonly source: string;
}

export interface Handler {
  /** Whether a shortcode of this name may have content. */
  isKnown(name: string): boolean;
  /** HTML in place of a shortcode; `undefined` leaves it as text. */
  replace(shortcode: Shortcode): string | undefined;
  /** Called for what looks like a shortcode of a plugin, and stays as text. */
  unknown(name: string): void;
}

/** Elements in which shortcodes are examples. */
const VERBATIM: ReadonlySet<string> = new Set(['pre', 'code', 'script', 'style', 'textarea']);

/** `[[x]]` is an escaped `[x]`. */
export function replaceShortcodes(html: string, handler: Handler): string {
  return new Scanner(html, handler).run();
}

class Scanner {
  readonly #html: string;
  readonly #handler: Handler;
  readonly #ends: EndTags;
  /** Offsets of `[/name]` by name, ascending. */
  readonly #closing = new Map<string, number[]>();
  #out = '';
  /** Everything before is in `#out`. */
  #done = 0;
  /** Offset of a `]`, at or after all that has been asked for. */
  #bracket = -1;

  constructor(html: string, handler: Handler) {
    this.#html = html;
    this.#handler = handler;
    this.#ends = new EndTags(html);
    for (const { index, 1: name = '' } of html.matchAll(/\[\/([\w-]+)\]/g)) {
      const offsets = this.#closing.get(name);
      if (offsets === undefined) this.#closing.set(name, [index]);
      else offsets.push(index);
    }
  }

  run(): string {
    let at = 0;
    while (at < this.#html.length) {
      const next = nextMark(this.#html, at);
      if (next === undefined) break;
      at = this.#html[next] === '<' ? this.#skipMarkup(next) : this.#readBracket(next);
    }
    return this.#out + this.#html.slice(this.#done);
  }

  #put(from: number, to: number, text: string): number {
    this.#out += this.#html.slice(this.#done, from) + text;
    this.#done = to;
    return to;
  }

  #skipMarkup(at: number): number {
    if (this.#html.startsWith('<!--', at)) return this.#ends.after('-->', at) ?? at + 1;
    const tag = tagAt(this.#html, at);
    if (tag === undefined) return at + 1;
    const after = at + tag.text.length;
    if (tag.isEnd || !VERBATIM.has(tag.name)) return after;
    const end = this.#ends.after(`</${tag.name}`, after);
    if (end === undefined) return after;
    this.#unescapeIn(after, end);
    return end;
  }

  #unescapeIn(from: number, to: number): void {
    for (let at = this.#html.indexOf('[[', from); at !== -1 && at < to;) {
      const end = this.#escapedEnd(at);
      if (end !== undefined && end <= to) this.#put(at, end, this.#html.slice(at + 1, end - 1));
      at = this.#html.indexOf('[[', end ?? at + 1);
    }
  }

  #readBracket(at: number): number {
    if (this.#html[at + 1] === '[') {
      const end = this.#escapedEnd(at);
      if (end !== undefined) return this.#put(at, end, this.#html.slice(at + 1, end - 1));
      return at + 1;
    }
    const found = this.#shortcodeAt(at);
    if (found === undefined) return at + 1;
    const { shortcode, end } = found;
    const html = this.#handler.isKnown(shortcode.name)
      ? this.#handler.replace(shortcode)
      : undefined;
    if (html !== undefined) return this.#put(at, end, html);
    if (this.#looksReal(shortcode)) this.#handler.unknown(shortcode.name);
    return at + 1;
  }

  /** Offset after `[[x]]` or `[[x]content[/x]]`. */
  #escapedEnd(at: number): number | undefined {
    const found = this.#shortcodeAt(at + 1);
    if (found === undefined || this.#html[found.end] !== ']') return undefined;
    const isReal = this.#handler.isKnown(found.shortcode.name) || this.#looksReal(found.shortcode);
    return isReal ? found.end + 1 : undefined;
  }

  /** `[sic]` and `[1]` are text. */
  #looksReal({ name, attributes }: Shortcode): boolean {
    return attributes.size > 0 || this.#closing.has(name) || name.includes('_');
  }

  #shortcodeAt(at: number): { readonly shortcode: Shortcode; readonly end: number } | undefined {
    NAME.lastIndex = at;
    const name = NAME.exec(this.#html)?.[1];
    if (name === undefined) return undefined;
    const start = at + 1 + name.length;
    const bracket = this.#nextBracket(start);
    if (bracket === undefined || bracket - start > MAX_ATTRIBUTES) return undefined;
    const inside = this.#html.slice(start, bracket);
    if (inside.includes('[')) return undefined;
    const isEmpty = inside.endsWith('/') && !/https?:\S*$/.test(inside);
    const contentEnd = isEmpty ? undefined : this.#closingAfter(name, bracket);
    const end = contentEnd === undefined ? bracket + 1 : contentEnd + name.length + 3;
    const shortcode = {
      name,
      ...parseAttributes(isEmpty ? inside.slice(0, -1) : inside),
      content: contentEnd === undefined ? undefined : this.#html.slice(bracket + 1, contentEnd),
      source: this.#html.slice(at, end),
    };
    return { shortcode, end };
  }

  #nextBracket(from: number): number | undefined {
    if (this.#bracket < from && this.#bracket !== Infinity) {
      const next = this.#html.indexOf(']', from);
      this.#bracket = next === -1 ? Infinity : next;
    }
    return this.#bracket === Infinity ? undefined : this.#bracket;
  }

  /** Offsets only grow, except for the content of escaped shortcodes: hence the search by halves. */
  #closingAfter(name: string, from: number): number | undefined {
    const offsets = this.#closing.get(name) ?? [];
    let low = 0;
    let high = offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((offsets[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return offsets[low];
  }
}

const NAME = /\[([a-z][\w-]*)(?=[\s\]/=:])/iy;
/** Old captions are long. */
const MAX_ATTRIBUTES = 10_000;

function nextMark(html: string, from: number): number | undefined {
  for (let at = from; at < html.length; at++) {
    const character = html[at];
    if (character === '<' || character === '[') return at;
  }
  return undefined;
}

const ATTRIBUTE =
  /(?<![\w-])([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|(\S+)/g;

/** As `shortcode_parse_atts` of WordPress. */
export function parseAttributes(text: string): Pick<Shortcode, 'attributes' | 'values'> {
  const attributes = new Map<string, string>();
  const values: string[] = [];
  for (const match of withStraightQuotes(text).matchAll(ATTRIBUTE)) {
    const [, name, ...forms] = match;
    const value = forms.find((one) => one !== undefined) ?? '';
    if (name === undefined) values.push(value);
    else if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), value);
  }
  return { attributes, values };
}

/** Editors may have made typographic quotes of all. */
function withStraightQuotes(text: string): string {
  const plain = text.replace(/&nbsp;|\u00A0/g, ' ');
  if (/["']/.test(plain)) return plain;
  return plain
    .replace(/&(?:quot|#34|#8220|#8221|#8243);|[\u201C\u201D\u201E\u2033]/g, '"')
    .replace(/&(?:#0?39|#8216|#8217|#8242);|[\u2018\u2019\u2032]/g, "'");
}
