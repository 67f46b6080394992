/** Tells block images from inline ones, and labels links that hold only images. */
import { canParseUrl } from '../lib/can-parse-url.ts';
import { elementsOf, isTag, isText, textOf, type Element, type ParentNode } from '../lib/html.ts';
import type { Words } from '../lib/language/language.ts';
import type { BodyTree } from './body.ts';
import { classesOf, setClasses } from './pictures/reach.ts';

const IMAGE_FILE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;
/** Hosts of Blogger that serve images only, under URLs without a file extension. */
export const BLOGGER_IMAGE_HOST =
  /^(?:(?:blogger|lh\d)\.googleusercontent|\d\.bp\.blogspot|lh\d\.ggpht)\.com$/;

const BLOCKS = new Set(['p', 'div', 'li', 'blockquote', 'dd', 'section', 'article']);
/** An image in one of these has no text to interrupt. */
const CELLS = new Set(['td', 'th', 'figure']);
/** Text before an image that is part of a sentence. */
const MID_SENTENCE = /[\p{L}\p{N},]\s*$/u;
/** Pixels. */
const MAX_ICON_WIDTH = 48;

/** Walks the body once: a post may have thousands of images. */
export function layOutImages({ tree, words }: BodyTree): void {
  /** Number of texts so far, blank ones aside. */
  let count = 0;
  let lastText = '';
  /** @param block collects images that interrupt its text, which starts after `start` texts */
  const visit = (node: ParentNode, block?: { start: number; images: Element[] }): void => {
    for (const child of node.children) {
      if (isText(child) && child.data.trim() !== '') {
        count++;
        lastText = child.data;
      }
      if (!isTag(child)) continue;
      const { name, attribs } = child;
      const isWide = Number(attribs['width'] ?? Infinity) > MAX_ICON_WIDTH;
      if (name === 'img' && block !== undefined && isWide) {
        if (count === block.start || !MID_SENTENCE.test(lastText)) block.images.push(child);
      }
      if (BLOCKS.has(name)) {
        const images: Element[] = [];
        const start = count;
        visit(child, { start, images });
        // Old editors put an image and the text beside it in one block.
        if (count > start)
          for (const image of images) setClasses(image, 'picture', ...classesOf(image));
      } else visit(child, CELLS.has(name) ? undefined : block);
      if (name === 'a') labelImageLink(child, words);
    }
  };
  visit(tree);
}

/** Gives a link whose images have no description an accessible name: where it leads. */
function labelImageLink(link: Element, words: Words['body']): void {
  const { href } = link.attribs;
  const images = elementsOf(link).filter(({ name }) => name === 'img');
  if (href === undefined || images.length === 0 || textOf(link).trim() !== '') return;
  if (images.some(({ attribs }) => attribs['alt']?.trim() || attribs['title']?.trim())) return;
  const { hostname = '', pathname = href } = canParseUrl(href) ? new URL(href) : {};
  const isImage = IMAGE_FILE.test(pathname) || BLOGGER_IMAGE_HOST.test(hostname);
  link.attribs['aria-label'] ??= isImage ? words.fullSizeImage : words.linkTo(hostname || href);
}
