/**
 * Removes scripts, external resources and links from an SVG, which would run when it is opened
 * by itself. Reads it once from start to end, since a drawing may be nested as deep as it likes.
 */
import { Parser } from 'htmlparser2';
import { cleanDeclarations, cleanStylesheet, isHarmlessValue, isOwnAddress } from './svg-css.ts';
import { RepeatCounter } from './svg-repeats.ts';
import { ATTRIBUTES, ELEMENTS, STYLED_ATTRIBUTES, isProperty } from './svg-names.ts';
import { SvgError, decodeSvg } from './svg-source.ts';

export interface CleanedSvg {
  /** The same object if nothing had to be removed. */
  readonly bytes: Buffer;
  /** Of the `svg` element. */
  readonly attributes: Attributes;
  /** Why it could not be cleaned, as a clause; it is empty then. */
  readonly refusal: string | undefined;
}

type Attributes = Readonly<Record<string, string>>;

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const EMPTY = `<svg xmlns="${SVG}"/>\n`;
/** Chromium shows no deeper document. */
const MAX_DEPTH = 5000;

/** Throws nothing: a drawing that cannot be cleaned becomes an empty one. */
export function cleanSvg(bytes: Buffer): CleanedSvg {
  try {
    const { text, attributes } = new Cleaner(decodeSvg(bytes));
    const clean = Buffer.from(text);
    return { bytes: clean.equals(bytes) ? bytes : clean, attributes, refusal: undefined };
  } catch (error) {
    const refusal = error instanceof SvgError ? error.message : 'it cannot be read as an SVG';
    return { bytes: Buffer.from(EMPTY), attributes: {}, refusal };
  }
}

/** Drops document types, comments and processing instructions as well. */
class Cleaner {
  readonly text: string;
  attributes: Attributes = {};
  #inside = '';
  /** Names of the open elements. */
  readonly #open: string[] = [];
  /** Depth of the removed element that is open; 0 for none. */
  #removed = 0;
  /** Whether the last start tag lacks its `>`. */
  #isInTag = false;
  #hasRoot = false;
  #usesXlink = false;
  readonly #repeats = new RepeatCounter();
  #style: { readonly tag: string; css: string } | undefined;

  /** @throws {SvgError} if there is no drawing */
  constructor(text: string) {
    const parser = new Parser(
      {
        onopentag: (name, attributes) => this.#addStart(name, attributes),
        ontext: (part) => this.#addText(part),
        onclosetag: (name) => this.#addEnd(name),
      },
      { xmlMode: true },
    );
    parser.end(text);
    if (!this.#hasRoot) throw new SvgError('it has no `svg` element');
    this.#repeats.check();
    this.text = `<svg${this.#namespaces()}${this.#inside}\n`;
  }

  #addStart(name: string, attributes: Attributes): void {
    const depth = this.#open.push(name);
    if (depth > MAX_DEPTH)
      throw new SvgError(`its elements are nested more than ${MAX_DEPTH} deep`);
    if (this.#removed > 0) return;
    const isRoot = depth === 1;
    if (isRoot ? this.#hasRoot || name !== 'svg' : this.#style || !isKept(name, attributes)) {
      this.#removed = depth;
      return;
    }
    this.#repeats.open(name, attributes);
    const kept = this.#clean(attributes);
    if (isRoot) {
      this.#hasRoot = true;
      this.attributes = attributes;
      this.#inside = kept;
    } else if (name === 'style') {
      this.#style = { tag: `<style${kept}>`, css: '' };
      return;
    } else this.#write(`<${name}${kept}`);
    this.#isInTag = true;
  }

  #addText(text: string): void {
    if (this.#removed > 0 || this.#open.length === 0) return;
    if (this.#style === undefined) this.#write(escape(text));
    else this.#style.css += text;
  }

  #addEnd(name: string): void {
    // The parser also ends a tag that the text breaks off.
    if (this.#open.at(-1) !== name) return;
    const depth = this.#open.length;
    this.#open.pop();
    if (this.#removed > 0) {
      if (this.#removed === depth) this.#removed = 0;
      return;
    }
    this.#repeats.close();
    if (this.#style !== undefined) {
      const { tag, css } = this.#style;
      const clean = cleanStylesheet(css);
      this.#repeats.style(clean);
      if (clean !== '') this.#write(`${tag}${escape(clean)}</style>`);
      this.#style = undefined;
    } else if (this.#isInTag) {
      this.#inside += '/>';
      this.#isInTag = false;
    } else this.#inside += `</${name}>`;
  }

  #write(markup: string): void {
    this.#inside += this.#isInTag ? `>${markup}` : markup;
    this.#isInTag = false;
  }

  #clean(attributes: Attributes): string {
    let kept = '';
    for (const [name, value] of Object.entries(attributes)) {
      const clean = cleanAttribute(name, value);
      if (clean === undefined) continue;
      if (name.startsWith('xlink:')) this.#usesXlink = true;
      kept += ` ${name}="${escape(clean)}"`;
    }
    return kept;
  }

  /** Whatever the drawing declares, so that its names mean what they seem to. */
  #namespaces(): string {
    const isLinked = this.#usesXlink || this.attributes['xmlns:xlink'] === XLINK;
    return ` xmlns="${SVG}"${isLinked ? ` xmlns:xlink="${XLINK}"` : ''}`;
  }
}

/** An animation could set a link or handler that is not allowed as an attribute. */
function isKept(name: string, { attributeName }: Attributes): boolean {
  const target = attributeName?.trim();
  return ELEMENTS.has(name) && (target === undefined || isDrawn(target));
}

function isDrawn(attribute: string): boolean {
  return isProperty(attribute) || STYLED_ATTRIBUTES.has(attribute) || ATTRIBUTES.has(attribute);
}

/** The harmless value of an attribute; `undefined` if there is none. */
function cleanAttribute(name: string, value: string): string | undefined {
  if (name === 'style') return cleanDeclarations(value) || undefined;
  if (name === 'href' || name === 'xlink:href') return isOwnAddress(value) ? value : undefined;
  if (STYLED_ATTRIBUTES.has(name) || isProperty(name))
    return isHarmlessValue(value) ? value : undefined;
  // A list of values with semicolons.
  if (name === 'values') return value.split(';').every(isHarmlessValue) ? value : undefined;
  return ATTRIBUTES.has(name) || /^(?:data|aria)-[\w-]+$/.test(name) ? value : undefined;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** Without the characters that XML forbids. https://www.w3.org/TR/xml/#charsets */
function escape(text: string): string {
  return text.replace(
    /[&<>"\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu,
    (character) => ESCAPES.get(character) ?? '',
  );
}
