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
  textOf,
  type Node,
} from './tree.ts';

export function normalizeFigures(root: Root): void {
  replaceNodes(root, (element) => {
    if (isCaptionTable(element)) return figureOfTable(element);
    if (element.tagName === 'figure') return plainFigure(element);
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

/** A figure of pictures and a caption; anything else is what it holds. */
function plainFigure(element: Element): Node | readonly Node[] {
  const caption = element.children.find((child) => isElement(child, 'figcaption'));
  const others = h(
    'div',
    element.children.filter((child) => child !== caption),
  );
  const pictures = picturesIn(others);
  const words = textOf(others).trim();
  if (pictures.length === 0 || words !== '') {
    const paragraph = isElement(caption) ? [h('p', caption.children)] : [];
    return [h('div', [...others.children, ...paragraph])];
  }
  const made = figure(pictures, isElement(caption) ? caption.children : []);
  return hasElement(made, 'figcaption') ? made : [h('p', pictures)];
}
