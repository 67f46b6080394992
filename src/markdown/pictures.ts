/** Images among text: a picture stands apart, an icon in its line, and a link of either has a name. */
import { elementsOf, isTag, isText, textOf, type Element, type ParentNode } from '../html.ts';

const IMAGE_FILE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;
/** Hosts that have nothing but images, whatever the address looks like. */
const IMAGE_HOST = /^(?:blogger|lh\d)\.googleusercontent\.com$|^\d\.bp\.blogspot\.com$/;

const BLOCKS = new Set(['p', 'div', 'li', 'blockquote', 'dd', 'figure', 'section', 'article']);
/** A wider image is no part of a line of text. */
const WIDEST_ICON = 48;

/** @param elements of the whole body, in document order */
export function presentPictures(elements: readonly Element[]): void {
  for (const element of elements) {
    if (element.name === 'img' && interruptsText(element)) element.attribs['class'] = 'picture';
    if (element.name === 'a') nameLink(element);
  }
}

/** Whether the image stands before, after or between sentences, and not within one. */
function interruptsText(image: Element): boolean {
  if (Number(image.attribs['width'] ?? Infinity) <= WIDEST_ICON) return false;
  const block = blockAround(image);
  if (block === undefined || textOf(block).trim() === '') return false;
  const before = textBefore(image, block).text.trim();
  return before === '' || !/[\p{L}\p{N},]$/u.test(before);
}

/** Old editors left the picture and the text beside it in one block. */
function blockAround(image: Element): Element | undefined {
  for (let parent = image.parent; parent !== null && isTag(parent); parent = parent.parent) {
    if (BLOCKS.has(parent.name)) return parent;
    if (parent.name === 'td' || parent.name === 'th') return undefined;
  }
  return undefined;
}

function textBefore(image: Element, node: ParentNode): { text: string; found: boolean } {
  let text = '';
  for (const child of node.children) {
    if (child === image) return { text, found: true };
    if (isText(child)) text += child.data;
    if (!isTag(child)) continue;
    const inner = textBefore(image, child);
    text += inner.text;
    if (inner.found) return { text, found: true };
  }
  return { text, found: false };
}

/** A link whose images have no description says where it leads, for those who do not see them. */
function nameLink(link: Element): void {
  const { href } = link.attribs;
  const images = elementsOf(link).filter(({ name }) => name === 'img');
  if (href === undefined || images.length === 0 || textOf(link).trim() !== '') return;
  if (images.some(({ attribs }) => attribs['alt']?.trim() || attribs['title']?.trim())) return;
  link.attribs['aria-label'] ??= destinationOf(href);
}

function destinationOf(href: string): string {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  const path = url?.pathname ?? href;
  if (IMAGE_FILE.test(path) || IMAGE_HOST.test(url?.hostname ?? '')) return 'Full-size image';
  return `Link to ${url?.hostname || href}`;
}
