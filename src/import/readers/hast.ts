/** Finds elements in trees of HTML. */
import type { Element } from 'hast';
import { classesOf, elementsOf, type Parent } from '../body/tree.ts';

export function hasClass(node: Element, name: string): boolean {
  return classesOf(node).includes(name);
}

/** The first descendant with this class. */
export function byClass(node: Parent, name: string): Element | undefined {
  return elementsOf(node).find((child) => hasClass(child, name));
}

/** The first descendant of this kind. */
export function byTag(node: Parent, tagName: string): Element | undefined {
  return elementsOf(node).find((child) => child.tagName === tagName);
}
