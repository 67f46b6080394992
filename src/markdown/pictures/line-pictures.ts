/** Finds the pictures of a line: images, with the links around them. */
import { elementsOf, isTag, isText, textOf, type ChildNode, type Element } from '../../lib/html.ts';

/** Elements that change nothing about a picture. */
const WRAPPER = /^(?:b|em|font|i|small|span|strong|u)$/;

/** In order; `undefined` if the line holds anything else. */
export function picturesIn(line: readonly ChildNode[]): Element[] | undefined {
  const pictures: Element[] = [];
  for (const node of line) {
    if (isBlank(node)) continue;
    if (!isTag(node)) return undefined;
    const inside = imageIn(node) === undefined ? picturesInWrapper(node) : [node];
    if (inside === undefined) return undefined;
    pictures.push(...inside);
  }
  return pictures;
}

function picturesInWrapper({ name, attribs, children }: Element): Element[] | undefined {
  // A link may lead to the id.
  if (!WRAPPER.test(name) || attribs['id'] !== undefined) return undefined;
  const pictures = picturesIn(children);
  return pictures?.length === 0 ? undefined : pictures;
}

/** The image that is the node, or all that a link holds. */
export function imageIn(node: Element): Element | undefined {
  if (node.name === 'img') return node;
  if (node.name !== 'a' || textOf(node).trim() !== '') return undefined;
  const inside = elementsOf(node);
  const images = inside.filter(({ name }) => name === 'img');
  const isPlain = inside.every(({ name }) => name === 'img' || name === 'br' || WRAPPER.test(name));
  return images.length === 1 && isPlain ? images[0] : undefined;
}

/** A line break, or text without visible characters. */
export function isBlank(node: ChildNode): boolean {
  return isTag(node) ? node.name === 'br' : !isText(node) || node.data.trim() === '';
}
