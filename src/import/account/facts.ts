/** Collects what readers find in a body: words, lines, links, pictures, frames, code, headings. */
import type { Element, Root, RootContent } from 'hast';
import { attribute, codeOf, textOf } from '../body/tree.ts';

export interface LinkFact {
  /** As written. */
  readonly href: string;
  /** One line; empty if the link holds only pictures. */
  readonly text: string;
}

export interface PictureFact {
  /** As written. */
  readonly src: string;
  readonly alt: string;
}

/** Everything in document order. */
export interface Facts {
  /** Letters, marks and digits in a row, in Unicode form NFC. */
  readonly words: readonly string[];
  /** Text between borders of blocks, cells and `<br>`, with single spaces. */
  readonly lines: readonly string[];
  /** Those with text or a picture. */
  readonly links: readonly LinkFact[];
  readonly pictures: readonly PictureFact[];
  /** Addresses of frames, players and plug-ins, as written. */
  readonly frames: readonly string[];
  /** Text of blocks of code, without line ends at the end. */
  readonly code: readonly string[];
  readonly headings: readonly string[];
}

const INVISIBLE =
  /^(?:script|style|title|noscript|template|meta|link|base|head|iframe|object|embed|audio|video|svg|math|textarea|datalist)$/;
const BLOCK =
  /^(?:address|article|aside|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|html|legend|li|main|menu|nav|ol|optgroup|option|p|search|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;
const FRAME = /^(?:iframe|object|embed|audio|video)$/;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * @param root HTML of a body, as exported or as rendered
 * @param hrefOf where a link leads, if other than written: a place of the same page begins with `#`
 */
export function factsOf(root: Root, hrefOf: (href: string) => string = (href) => href): Facts {
  const collector = new Collector(hrefOf);
  collector.visit(root.children, {});
  collector.endLine();
  return collector.facts;
}

interface Place {
  /** Texts of the links and headings around. */
  readonly link?: string[];
  readonly heading?: string[];
  readonly isPre?: boolean;
}

class Collector {
  readonly facts = {
    words: new Array<string>(),
    lines: new Array<string>(),
    links: new Array<LinkFact>(),
    pictures: new Array<PictureFact>(),
    frames: new Array<string>(),
    code: new Array<string>(),
    headings: new Array<string>(),
  };
  readonly #hrefOf: (href: string) => string;
  #line: string[] = [];

  constructor(hrefOf: (href: string) => string) {
    this.#hrefOf = hrefOf;
  }

  visit(nodes: readonly RootContent[], place: Place): void {
    for (const node of nodes) {
      if (node.type === 'text') this.#addText(node.value, place);
      else if (node.type === 'element') this.#visitElement(node, place);
    }
  }

  #visitElement(element: Element, place: Place): void {
    const { tagName } = element;
    if (FRAME.test(tagName)) return this.#addFrame(element);
    if (INVISIBLE.test(tagName)) return undefined;
    if (tagName === 'img') return this.#addPicture(element);
    if (tagName === 'br') {
      if (place.isPre === true) this.#addText('\n', place);
      place.link?.push(' ');
      place.heading?.push(' ');
      return this.endLine();
    }
    if (tagName === 'a') return this.#visitLink(element, place);
    if (/^h[1-6]$/.test(tagName)) return this.#visitHeading(element, place);
    if (/^(?:pre|listing|xmp)$/.test(tagName)) return this.#visitPre(element, place);
    if (!BLOCK.test(tagName)) return this.visit(element.children, place);
    place.link?.push(' ');
    place.heading?.push(' ');
    this.endLine();
    this.visit(element.children, place);
    return this.endLine();
  }

  #visitLink(element: Element, place: Place): void {
    const href = attribute(element, 'href');
    // Marks of footnotes and anchors of headings come and go with their number.
    if (this.#hrefOf(href).startsWith('#') && /^\s*[^\p{L}\s][^\p{L}]*$/u.test(textOf(element))) {
      this.#line.push(' ');
      return;
    }
    const link: string[] = [];
    const before = this.facts.pictures.length;
    this.visit(element.children, { ...place, link });
    const text = oneLine(link.join(''));
    if (href !== '' && (text !== '' || this.facts.pictures.length > before))
      this.facts.links.push({ href, text });
  }

  #visitHeading(element: Element, place: Place): void {
    this.endLine();
    const heading: string[] = [];
    this.visit(element.children, { ...place, heading });
    this.endLine();
    const text = oneLine(heading.join(''));
    if (text !== '') this.facts.headings.push(text);
  }

  #visitPre(element: Element, place: Place): void {
    this.endLine();
    this.visit(element.children, { ...place, isPre: true });
    this.endLine();
    const code = codeOf(element);
    if (code !== '') this.facts.code.push(code);
  }

  #addText(value: string, place: Place): void {
    place.link?.push(value);
    place.heading?.push(value);
    if (place.isPre !== true) {
      this.#line.push(value);
      return;
    }
    for (const [index, line] of value.split('\n').entries()) {
      if (index > 0) this.endLine();
      this.#line.push(line);
    }
  }

  #addFrame(element: Element): void {
    this.endLine();
    const address = frameAddress(element);
    if (address !== '') this.facts.frames.push(address);
  }

  #addPicture(element: Element): void {
    this.#line.push(' ');
    const src = attribute(element, 'src');
    const isCounter = ['width', 'height'].every((side) =>
      /^[01](?:px)?$/.test(attribute(element, side)),
    );
    if (!isCounter) this.facts.pictures.push({ src, alt: attribute(element, 'alt') });
  }

  endLine(): void {
    if (this.#line.length === 0) return;
    const line = oneLine(this.#line.join(''));
    this.#line = [];
    if (line === '') return;
    this.facts.lines.push(line);
    for (const [word] of line.matchAll(WORD)) this.facts.words.push(word);
  }
}

/** Address of what a frame or player shows; empty if there is none. */
function frameAddress(element: Element): string {
  const own =
    attribute(element, 'src') || attribute(element, 'data') || attribute(element, 'dataSrc');
  if (own !== '') return own;
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    const isMovie = child.tagName === 'param' && /^(?:movie|src)$/i.test(attribute(child, 'name'));
    const address = isMovie ? attribute(child, 'value') : frameAddress(child);
    if (address !== '') return address;
  }
  return '';
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
