/** Reads and builds trees of HTML. */
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { toText } from 'hast-util-to-text';

export type Node = RootContent;
export type Parent = Root | Element;

export function isElement(node: Node | undefined, ...names: readonly string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

export function isText(node: Node | undefined): node is Text {
  return node?.type === 'text';
}

/** How blocks hold other blocks. */
export interface Flow {
  blocksOf(nodes: readonly Node[]): Node[];
  /** Text on one line, with `<br>` between its paragraphs. */
  inlineOf(nodes: readonly Node[]): Node[];
}

/** Text without visible characters. */
export function isBlank(node: Node | undefined): boolean {
  return isText(node) && node.value.trim() === '';
}

/** What may stand in an element. */
export function isContent(node: Node): node is ElementContent {
  return node.type !== 'doctype';
}

export function h(
  tagName: string,
  children: readonly Node[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children: children.filter(isContent) };
}

export function text(value: string): Text {
  return { type: 'text', value };
}

/** The same element with other children. */
export function copyOf(element: Element, children: readonly Node[]): Element {
  return h(element.tagName, children, { ...element.properties });
}

export function setChildren(parent: Parent, children: readonly Node[]): void {
  if (parent.type === 'root') parent.children = [...children];
  else parent.children = children.filter(isContent);
}

/** An attribute as text, trimmed; empty if there is none. Names as in hast: `srcSet`, `dataOrigFile`. */
export function attribute(element: Element, name: string): string {
  const value = Object.hasOwn(element.properties, name) ? element.properties[name] : undefined;
  if (Array.isArray(value)) return value.join(' ').trim();
  return value === undefined || value === null || value === false ? '' : String(value).trim();
}

export function classesOf(element: Element): readonly string[] {
  return attribute(element, 'className').split(/\s+/).filter(Boolean);
}

export function hasClass(element: Element, ...names: readonly string[]): boolean {
  const classes = classesOf(element);
  return names.some((name) => classes.includes(name));
}

/** All elements below a node in document order, safe to iterate while editing. */
export function elementsOf(parent: Parent): Element[] {
  const found: Element[] = [];
  const visit = (node: Parent): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      found.push(child);
      visit(child);
    }
  };
  visit(parent);
  return found;
}

/** The first element below a node that has one of the classes. */
export function byClass(parent: Parent, ...names: readonly string[]): Element | undefined {
  return elementsOf(parent).find((element) => hasClass(element, ...names));
}

/** The first element of this name below a node. */
export function byTag(parent: Parent, tagName: string): Element | undefined {
  return elementsOf(parent).find((element) => element.tagName === tagName);
}

export function hasElement(parent: Parent, ...names: readonly string[]): boolean {
  return parent.children.some(
    (child) =>
      child.type === 'element' && (names.includes(child.tagName) || hasElement(child, ...names)),
  );
}

/** Text content, with a line feed for each `<br>`. */
export function textOf(node: Node | Root): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Text as a reader sees it, on one line. */
export function lineOf(node: Parent): string {
  return toText(node).replace(/\s+/g, ' ').trim();
}

/** Text of code without blank lines at its ends; blocks in it are lines, too. */
export function codeOf(element: Element): string {
  let code = '';
  const visit = (parent: Element): void => {
    for (const child of parent.children) {
      const isLine = isElement(child) && isBlock(child);
      if (isLine && code !== '' && !code.endsWith('\n')) code += '\n';
      if (isElement(child) && child.tagName !== 'br') visit(child);
      else code += textOf(child);
      if (isLine && !code.endsWith('\n')) code += '\n';
    }
  };
  visit(element);
  return code.replace(/^(?:[ \t]*\n)+/, '').replace(/(?<!\s)\s+$/, '');
}

/** Replaces each child by what `replace` returns; children first. */
export function replaceNodes(
  parent: Parent,
  replace: (element: Element, parent: Parent) => Node | readonly Node[],
): void {
  const children: Node[] = [];
  for (const child of parent.children) {
    if (child.type !== 'element') {
      children.push(child);
      continue;
    }
    replaceNodes(child, replace);
    const replacement = replace(child, parent);
    if ('type' in replacement) children.push(replacement);
    else for (const node of replacement) children.push(node);
  }
  setChildren(parent, children);
}

/**
 * Replaces elements, parents first.
 * @param replace what stands for an element, in which nothing is replaced; `undefined` leaves it
 */
export function replaceOutermost(
  parent: Parent,
  replace: (element: Element) => readonly Node[] | undefined,
): void {
  const children = parent.children.flatMap((child): readonly Node[] => {
    const replacement = isElement(child) ? replace(child) : undefined;
    if (replacement === undefined && isElement(child)) replaceOutermost(child, replace);
    return replacement ?? [child];
  });
  setChildren(parent, children);
}

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Blocks that Markdown or Perennial have. */
export const BLOCKS = setOf(
  'p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre table figure hr details iframe object embed video audio footnote-note',
);

/** Blocks that only hold others. */
export const CONTAINERS = setOf(
  'html body div section article aside header footer main nav address center form fieldset hgroup dialog noframes legend search tbody thead tfoot tr td th caption figcaption summary',
);

export function isBlock(node: Node): node is Element {
  return isElement(node) && (BLOCKS.has(node.tagName) || CONTAINERS.has(node.tagName));
}
