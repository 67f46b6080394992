/** Makes a figure of each picture with a caption, whatever elements say so. */
import type { Element, Root } from 'hast';
import {
  classesOf,
  elementsOf,
  h,
  hasElement,
  isBlank,
  isElement,
  replaceNodes,
  text,
  textOf,
  type Node,
} from './tree.ts';

export function normalizeFigures(root: Root): void {
  replaceNodes(root, (element) => {
    if (isCaptionTable(element)) return figureOfTable(element);
    if (element.tagName === 'figure') return plainFigure(element);
    if (element.tagName === 'ul' && isGallery(element)) return picturesOfList(element);
    if (element.tagName === 'div' && classesOf(element).includes('wp-caption'))
      return captionedPicture(element);
    return element;
  });
}

/** Blogger's table of a picture and its caption. */
function isCaptionTable(element: Element): boolean {
  return (
    element.tagName === 'table' &&
    classesOf(element).includes('tr-caption-container') &&
    hasElement(element, 'img')
  );
}

function figureOfTable(table: Element): Element {
  const cells = elementsOf(table).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
  const captions = cells.filter(
    (cell) => classesOf(cell).includes('tr-caption') || !hasElement(cell, 'img'),
  );
  const pictures = cells.filter((cell) => !captions.includes(cell)).flatMap(picturesIn);
  return figure(
    pictures,
    captions.flatMap(({ children }) => children),
  );
}

/** WordPress's picture with a paragraph for its caption. */
function captionedPicture(element: Element): Element {
  const captions = elementsOf(element).filter((part) =>
    classesOf(part).includes('wp-caption-text'),
  );
  const pictures = picturesIn(element);
  return pictures.length === 0
    ? element
    : figure(
        pictures,
        captions.flatMap(({ children }) => children),
      );
}

/** Pictures with the links around them. */
function picturesIn(parent: Element): Element[] {
  return parent.children.flatMap((child) => {
    if (!isElement(child)) return [];
    const isPicture =
      child.tagName === 'img' ||
      (child.tagName === 'a' && hasElement(child, 'img') && textOf(child).trim() === '');
    return isPicture ? [child] : picturesIn(child);
  });
}

function figure(pictures: readonly Node[], caption: readonly Node[]): Element {
  const isEmpty = caption.every(
    (node) =>
      isBlank(node) ||
      (isElement(node) &&
        textOf(node).trim() === '' &&
        node.tagName !== 'img' &&
        !hasElement(node, 'img')),
  );
  return h('figure', isEmpty ? pictures : [...pictures, h('figcaption', caption)]);
}

/** A figure of pictures or other media and a caption; anything else is what it holds. */
function plainFigure(element: Element): Node {
  const caption = element.children.find((child) => isElement(child, 'figcaption'));
  const others = h(
    'div',
    element.children.filter((child) => child !== caption),
  );
  const words = isElement(caption) ? caption.children : [];
  const isNested = hasElement(others, 'figure');
  if (!isNested && hasElement(others, 'img') && textOf(others).trim() === '')
    return withCaption(picturesIn(others), words);
  if (!isNested && hasElement(others, ...CAPTIONED)) return withCaption(others.children, words);
  return h('div', [...others.children, h('p', words)]);
}

const CAPTIONED = ['iframe', 'video', 'audio', 'object', 'embed', 'pre', 'table', 'blockquote'];

function withCaption(content: readonly Node[], caption: readonly Node[]): Element {
  const made = figure(content, caption);
  return hasElement(made, 'figcaption') ? made : h('div', content);
}

/** The pictures of a list that shows them side by side. */
function picturesOfList(list: Element): Node {
  const items = list.children
    .filter((child) => isElement(child))
    .map((item) => [...item.children].filter((child) => !isBlank(child)));
  const isBare = items.every((item) => item.every((node) => !isElement(node, 'figure')));
  return isBare
    ? h(
        'p',
        items.flatMap((item) => [...item, text(' ')]),
      )
    : h('div', items.flat());
}

/** Whether each item has a picture, and no words that are not its caption. */
function isGallery(list: Element): boolean {
  const items = list.children.filter((child) => !isBlank(child));
  return (
    items.length > 0 &&
    items.every(
      (item) => isElement(item, 'li') && hasElement(item, 'img') && wordsBeside(item) === '',
    )
  );
}

function wordsBeside(parent: Element): string {
  return parent.children
    .map((child) =>
      isElement(child, 'figcaption') ? '' : isElement(child) ? wordsBeside(child) : textOf(child),
    )
    .join('')
    .trim();
}
