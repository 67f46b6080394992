/** Pictures side by side. The stylesheet makes those of a row equally high. */
import {
  Text,
  createElement,
  elementsOf,
  isTag,
  type ChildNode,
  type Element,
} from '../../lib/html.ts';
import type { Reach } from './reach.ts';

const MAX_COLUMNS = 3;
/** Pixels. */
const MAX_ICON_WIDTH = 48;

/** @param pictures images, links and figures; long rows are divided evenly */
export function galleryOf(
  pictures: readonly ChildNode[],
  maxColumns = MAX_COLUMNS,
  reach?: Reach,
): Element {
  const count = Math.ceil(pictures.length / maxColumns);
  const rows = Array.from({ length: count }, (_, row) => {
    const start = Math.ceil((row * pictures.length) / count);
    const end = Math.ceil(((row + 1) * pictures.length) / count);
    return createElement('div', spaced(pictures.slice(start, end)), { class: 'row' });
  });
  return createElement('div', rows, {
    class: reach === undefined ? 'pictures' : `pictures ${reach}`,
  });
}

/** Keeps the descriptions apart where images are not shown. */
function spaced(nodes: readonly ChildNode[]): ChildNode[] {
  return nodes.flatMap((node, index) => (index === 0 ? [node] : [new Text('\n'), node]));
}

/** Whether all are as small as a letter or a button. */
export function areIcons(images: readonly Element[]): boolean {
  return images.every(({ attribs }) => Number(attribs['width'] ?? Infinity) <= MAX_ICON_WIDTH);
}

/** All images in some nodes. */
export function imagesOf(nodes: readonly ChildNode[]): Element[] {
  return nodes
    .filter(isTag)
    .flatMap((element) => [element, ...elementsOf(element)])
    .filter(({ name }) => name === 'img');
}
