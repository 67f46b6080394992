/** Images among text: a picture stands apart, an icon in its line, and a link of either has a name. */
import { elementsOf, isTag, isText, textOf, type Element, type ParentNode } from '../lib/html.ts';
import type { Words } from '../lib/language/language.ts';
import type { BodyTree } from './body.ts';

const IMAGE_FILE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;
/** Where Blogger keeps images: such hosts have nothing else, whatever the address looks like. */
export const BLOGGER_IMAGES =
  /^(?:(?:blogger|lh\d)\.googleusercontent|\d\.bp\.blogspot|lh\d\.ggpht)\.com$/;

const BLOCKS = new Set(['p', 'div', 'li', 'blockquote', 'dd', 'section', 'article']);
/** A picture in one of these has no text to interrupt. */
const CELLS = new Set(['td', 'th', 'figure']);
/** What stands before an image that is a part of its sentence. */
const MID_SENTENCE = /[\p{L}\p{N},]\s*$/u;
/** A wider image is no part of a line of text. */
const WIDEST_ICON = 48;

/** An element around images, while the text in it is being read. */
interface Block {
  /** How many texts came before it. */
  readonly start: number;
  /** Images in it that interrupt its text, if it turns out to have any. */
  readonly images: Element[];
}

/** Reads the body once from its beginning to its end: one post may hold thousands of images. */
export function presentPictures({ tree, words }: BodyTree): void {
  /** Of the texts that are not blank. */
  let count = 0;
  let last = '';
  const visit = (node: ParentNode, block: Block | undefined): void => {
    for (const child of node.children) {
      if (isText(child) && child.data.trim() !== '') {
        count++;
        last = child.data;
      }
      if (!isTag(child)) continue;
      if (child.name === 'img' && block !== undefined && isWide(child)) {
        if (count === block.start || !MID_SENTENCE.test(last)) block.images.push(child);
      }
      if (BLOCKS.has(child.name)) visitBlock(child);
      else visit(child, CELLS.has(child.name) ? undefined : block);
      if (child.name === 'a') nameLink(child, words);
    }
  };
  const visitBlock = (element: Element): void => {
    const block: Block = { start: count, images: [] };
    visit(element, block);
    // Old editors left the picture and the text beside it in one block.
    if (count > block.start) for (const image of block.images) image.attribs['class'] = 'picture';
  };
  visit(tree, undefined);
}

function isWide(image: Element): boolean {
  return Number(image.attribs['width'] ?? Infinity) > WIDEST_ICON;
}

/** A link whose images have no description says where it leads, for those who do not see them. */
function nameLink(link: Element, words: Words['body']): void {
  const { href } = link.attribs;
  const images = elementsOf(link).filter(({ name }) => name === 'img');
  if (href === undefined || images.length === 0 || textOf(link).trim() !== '') return;
  if (images.some(({ attribs }) => attribs['alt']?.trim() || attribs['title']?.trim())) return;
  link.attribs['aria-label'] ??= destinationOf(href, words);
}

function destinationOf(href: string, words: Words['body']): string {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  const path = url?.pathname ?? href;
  if (IMAGE_FILE.test(path) || BLOGGER_IMAGES.test(url?.hostname ?? '')) return words.fullSizeImage;
  return words.linkTo(url?.hostname || href);
}
