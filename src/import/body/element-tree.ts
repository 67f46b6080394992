/** Finds what is around an element, and what an id names. */
import type { Element, Root } from 'hast';
import { attribute, elementsOf, setChildren, type Node, type Parent } from './tree.ts';

/** Elements with their parents. */
export class ElementTree {
  readonly elements: readonly Element[];
  readonly byId = new Map<string, Element>();
  readonly #order: ReadonlyMap<Element, number>;
  readonly #parents = new Map<Element, Parent>();

  constructor(root: Root) {
    this.elements = elementsOf(root);
    this.#order = new Map(this.elements.map((element, index) => [element, index]));
    for (const parent of [root, ...this.elements])
      for (const child of parent.children)
        if (child.type === 'element') this.#parents.set(child, parent);
    for (const element of this.elements)
      for (const id of idsOf(element)) if (!this.byId.has(id)) this.byId.set(id, element);
  }

  isAfter(element: Element, other: Element): boolean {
    return (this.#order.get(element) ?? 0) > (this.#order.get(other) ?? 0);
  }

  parentOf(element: Element): Parent | undefined {
    return this.#parents.get(element);
  }

  /** The element itself or the nearest one around it with one of these names. */
  closest(element: Element, names: RegExp): Element | undefined {
    for (
      let node: Parent | undefined = element;
      node?.type === 'element';
      node = this.parentOf(node)
    )
      if (names.test(node.tagName)) return node;
    return undefined;
  }

  contains(outer: Element, inner: Element): boolean {
    for (let node: Parent | undefined = inner; node?.type === 'element'; node = this.parentOf(node))
      if (node === outer) return true;
    return false;
  }

  replace(element: Element, ...replacement: readonly Node[]): void {
    const parent = this.parentOf(element);
    if (parent === undefined) return;
    setChildren(
      parent,
      [...parent.children].flatMap((child) => (child === element ? replacement : [child])),
    );
  }

  remove(element: Element): void {
    this.replace(element);
  }
}

/** Ids that a link may lead to. */
export function idsOf(element: Element): string[] {
  const name = element.tagName === 'a' ? attribute(element, 'name') : '';
  return [attribute(element, 'id'), name].filter((id) => id !== '');
}
