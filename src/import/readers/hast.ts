/** What readers need to tidy the bodies of their platform. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { elementsOf, type Parent } from '../body/tree.ts';
import { toText } from 'hast-util-to-text';
import { SKIP, visit } from 'unist-util-visit';
import type { VisitorResult } from 'unist-util-visit';

export type { Element, ElementContent, Root };

export function element(
  tagName: string,
  properties: Element['properties'] = {},
  children: readonly ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

export function text(value: string): ElementContent {
  return { type: 'text', value };
}

export function hasClass({ properties }: Element, ...names: readonly string[]): boolean {
  const { className } = properties;
  return Array.isArray(className) && names.some((name) => className.includes(name));
}

/** An attribute as text. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = new Map(Object.entries(properties)).get(name);
  if (Array.isArray(value)) return value.join(' ');
  return value === undefined || value === null || value === false ? undefined : String(value);
}

/** Text as a reader sees it, on one line. */
export function textOf(node: Element | Root): string {
  return toText(node).replace(/\s+/g, ' ').trim();
}

/** The first element below `node` for which `test` holds. */
export function find(
  node: Element | Root,
  test: (element: Element) => boolean,
): Element | undefined {
  let found: Element | undefined;
  visit(node, 'element', (candidate) => {
    if (candidate === node || !test(candidate)) return true;
    found = candidate;
    return false;
  });
  return found;
}

/**
 * Replaces elements, outermost first.
 * @param replace what stands for an element; `undefined` keeps it. What it returns is not visited again.
 */
export function replaceElements(
  root: Root,
  replace: (element: Element) => readonly ElementContent[] | undefined,
): void {
  visit(root, 'element', (node, index, parent): VisitorResult => {
    const replacement = replace(node);
    if (replacement === undefined || parent === undefined || index === undefined) return true;
    // A parent may have thousands of children, but only few of them are replaced.
    const children: RootContent[] = parent.children;
    children.splice(index, 1, ...replacement);
    return [SKIP, index + replacement.length];
  });
}

/** The first descendant with this class. */
export function byClass(node: Parent, name: string): Element | undefined {
  return elementsOf(node).find((child) => hasClass(child, name));
}

/** The first descendant of this kind. */
export function byTag(node: Parent, tagName: string): Element | undefined {
  return elementsOf(node).find((child) => child.tagName === tagName);
}
