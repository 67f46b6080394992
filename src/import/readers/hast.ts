/** Helpers for trees of HTML (hast). */
import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';

export type Parent = Root | Element;

export function element(
  tagName: string,
  properties: Properties,
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}

export function text(value: string): ElementContent {
  return { type: 'text', value };
}

export function isElement(node: RootContent | undefined, tagName?: string): node is Element {
  return node?.type === 'element' && (tagName === undefined || node.tagName === tagName);
}

export function hasClass(node: Element, name: string): boolean {
  return classesOf(node).includes(name);
}

export function classesOf({ properties }: Element): string[] {
  const { className } = properties;
  return Array.isArray(className) ? className.map(String) : [];
}

/** Value of an attribute; '' if it is absent. */
export function attribute({ properties }: Element, name: string): string {
  const value = Object.hasOwn(properties, name) ? properties[name] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
}

export function textIn(node: Root | RootContent): string {
  let all = '';
  visit(node, 'text', ({ value }) => {
    all += value;
  });
  return all;
}

/** Descendants, in document order. */
export function descendants(node: Parent, test: (node: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(node, 'element', (child) => {
    if (child !== node && test(child)) found.push(child);
  });
  return found;
}

export function byClass(node: Parent, name: string): Element | undefined {
  return descendants(node, (child) => hasClass(child, name))[0];
}

export function byTag(node: Parent, tagName: string): Element | undefined {
  return descendants(node, (child) => child.tagName === tagName)[0];
}

/** Whether there is neither text nor anything else to see. */
export function isBlank(node: RootContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return node.type === 'comment';
}

/**
 * Replaces elements for which `change` gives others, from the inside to the outside.
 * @param change `undefined` keeps the element
 */
export function replaceElements(
  parent: Parent,
  change: (node: Element, parent: Parent) => ElementContent[] | undefined,
): void {
  const waiting: { readonly node: Element; readonly parent: Parent }[] = [];
  visit(parent, 'element', (node, _index, above) => {
    if (above !== undefined && (above.type === 'root' || above.type === 'element'))
      waiting.push({ node, parent: above });
  });
  const replaced = new Map<Parent, Map<RootContent, ElementContent[]>>();
  for (const { node, parent: above } of waiting.toReversed()) {
    apply(node, replaced);
    const instead = change(node, above);
    if (instead === undefined) continue;
    const here = replaced.get(above);
    if (here === undefined) replaced.set(above, new Map([[node, instead]]));
    else here.set(node, instead);
  }
  apply(parent, replaced);
}

/** All replacements among the children of an element at once, which takes linear time. */
function apply(parent: Parent, replaced: Map<Parent, Map<RootContent, ElementContent[]>>): void {
  const here = replaced.get(parent);
  if (here === undefined) return;
  replaced.delete(parent);
  if (parent.type === 'root') parent.children = parent.children.flatMap((c) => here.get(c) ?? [c]);
  else parent.children = parent.children.flatMap((child) => here.get(child) ?? [child]);
}
