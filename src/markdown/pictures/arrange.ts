/** Arranges pictures that share no line with text: figures with captions, and galleries. */
import {
  isTag,
  setChildren,
  type ChildNode,
  type Element,
  type ParentNode,
} from '../../lib/html.ts';
import { captionedByEmphasis, captionedByTitle } from './captions.ts';
import { areIcons, galleryOf, imagesOf } from './galleries.ts';
import { picturesIn } from './line-pictures.ts';
import { classesOf, reachOf, setClasses } from './reach.ts';

const BLOCK =
  /^(?:address|article|aside|blockquote|d[dlt]|details|div|figcaption|figure|footer|h[1-6r]|header|iframe|li|ol|p|pre|section|summary|table|ul)$/;
/** Blocks with lines of their own, or with other blocks. */
const FLOW =
  /^(?:article|aside|blockquote|dd|details|div|dl|figure|footer|header|li|ol|p|section|ul)$/;
/** Their content is as wide as the text column if they are. */
const COLUMN = /^(?:article|div|figure|footer|header|p|section)$/;

/**
 * Leaves these classes on images: `alone` on one that may leave the text column, with `wide`,
 * `full` or `inset` if its writer said so; the latter on those of a gallery, too; `picture` on one
 * that `image-layout.ts` has put on a line of its own.
 */
export function arrangePictures(tree: ParentNode): void {
  arrange(tree, true);
}

/** @param isColumn whether `parent` is as wide as the text column */
function arrange(parent: ParentNode, isColumn: boolean): void {
  const isFigure = isTag(parent) && parent.name === 'figure';
  const children: ChildNode[] = [];
  let line: ChildNode[] = [];
  const endLine = (): void => {
    for (const node of arrangeLine(line, isColumn, isFigure)) children.push(node);
    line = [];
  };
  for (const child of parent.children) {
    if (isTag(child) && BLOCK.test(child.name)) {
      endLine();
      children.push(arrangeBlock(child, isColumn));
    } else line.push(child);
  }
  endLine();
  const isSame = children.every((child, index) => child === parent.children[index]);
  if (!isSame || children.length !== parent.children.length) setChildren(parent, children);
}

/** The block, or what replaces it. */
function arrangeBlock(block: Element, isColumn: boolean): Element {
  const { name, attribs } = block;
  if (!FLOW.test(name) || attribs['class'] === 'pictures') {
    for (const image of imagesOf([block])) mark(image, false, isPicture(image));
    return block;
  }
  arrange(block, isColumn && COLUMN.test(name) && attribs['class'] === undefined);
  const made = name === 'p' ? block.children.filter(isTag).find(isMade) : undefined;
  if (made === undefined) return block;
  // A paragraph can hold neither figures nor galleries.
  if (block.children.length > 1) {
    block.name = 'div';
    return block;
  }
  for (const attribute of ['id', 'lang', 'dir']) {
    const value = attribs[attribute];
    if (value !== undefined) made.attribs[attribute] = value;
  }
  return made;
}

function isMade({ name }: Element): boolean {
  return name === 'figure' || name === 'div';
}

/** The nodes of a line, or what replaces them. */
function arrangeLine(
  line: readonly ChildNode[],
  isColumn: boolean,
  isFigure: boolean,
): readonly ChildNode[] {
  const images = imagesOf(line);
  const [first] = images;
  if (first === undefined) return line;
  const pictures = picturesIn(line);
  const captioned = isFigure ? undefined : captionedByEmphasis(line);
  if (captioned !== undefined) {
    mark(first, isColumn, false);
    return [captioned];
  }
  if (pictures === undefined || areIcons(images)) {
    // Among text, those on lines of their own are blocks too.
    for (const image of images) mark(image, isColumn && isPicture(image), isPicture(image));
    return line;
  }
  const [picture] = pictures;
  if (picture !== undefined && images.length === 1) {
    mark(first, isColumn, isPicture(first));
    const titled = isFigure ? undefined : captionedByTitle(picture);
    return titled === undefined ? line : [titled];
  }
  const reach = isColumn ? reachOf(images.flatMap(classesOf)) : undefined;
  for (const image of images) setClasses(image, reach);
  return [galleryOf(pictures, undefined, reach)];
}

function isPicture(image: Element): boolean {
  return classesOf(image).includes('picture');
}

function mark(image: Element, isAlone: boolean, isOnLine: boolean): void {
  const reach = reachOf(classesOf(image));
  const classes = isAlone ? ['alone', reach] : [];
  setClasses(image, isOnLine ? 'picture' : undefined, ...classes);
}
