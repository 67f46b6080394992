/** Makes Markdown's footnotes of numbered marks and notes that lead to each other. */
import type { Element, Root } from 'hast';
import type { Change } from './body.ts';
import { ElementTree, idsOf } from './element-tree.ts';
import {
  attribute,
  classesOf,
  elementsOf,
  h,
  isBlank,
  isElement,
  isText,
  text,
  textOf,
  type Node,
} from './tree.ts';

interface Note {
  /** The link in the text. */
  readonly mark: Element;
  readonly number: string;
  /** List item or paragraph. */
  readonly block: Element;
  /** Links back to the mark, in the block. */
  readonly links: readonly Element[];
}

/** Leaves the text alone unless each mark has a note with a link back, numbered from 1 in order. */
export function normalizeFootnotes(root: Root, changes: Change[]): void {
  const tree = new ElementTree(root);
  const notes = notesIn(tree);
  const isInOrder = notes.every(({ number, block }, index) => {
    const place = placeInList(block, tree);
    return number === String(index + 1) && (place === undefined || place === index + 1);
  });
  const areOnce = new Set(notes.map(({ block }) => block)).size === notes.length;
  if (notes.length === 0 || !isInOrder || !areOnce) return;
  for (const { mark, number, block, links } of notes) {
    // With text in it, the spaces on both sides stay.
    const reference = h('footnote-mark', [text(number)], { dataLabel: number });
    const whole = outermost(mark, tree);
    tree.replace(whole, ...withBlanks(reference, whole));
    for (const link of links) {
      const label = textOf(link).trim();
      if (/\p{L}/u.test(label))
        changes.push({ text: label, reason: 'the link back of a footnote' });
      tree.remove(outermost(link, tree));
    }
    trimLabel(block, number);
    tree.remove(block);
    root.children.push(h('footnote-note', block.children, { dataLabel: number }));
  }
  for (const list of tree.elements) if (/^[ou]l$/.test(list.tagName)) removeEmptyList(list, tree);
}

/** In the order of their marks. */
function notesIn(tree: ElementTree): Note[] {
  return tree.elements.flatMap((mark) => {
    const target = mark.tagName === 'a' ? targetOf(mark, tree) : undefined;
    if (target === undefined) return [];
    const [, number] = /^\s*\[?(\d{1,3})\]?\s*$/.exec(textOf(mark)) ?? [];
    if (number === undefined) return [];
    const block = tree.closest(target, /^(?:li|p|div)$/);
    if (block === undefined || tree.isAfter(mark, target) || tree.contains(block, mark)) return [];
    const ids = new Set([mark, ...elementsOf(mark), ...around(mark, tree)].flatMap(idsOf));
    const links = elementsOf(block).filter((link) =>
      ids.has(attribute(link, 'href').replace(/^#/, '')),
    );
    return links.length === 0 || links.some((link) => !attribute(link, 'href').startsWith('#'))
      ? []
      : [{ mark, number, block, links }];
  });
}

function targetOf(link: Element, tree: ElementTree): Element | undefined {
  const href = attribute(link, 'href');
  return href.startsWith('#') ? tree.byId.get(href.slice(1)) : undefined;
}

/** `sup` and `span` directly around a mark. */
function around(mark: Element, tree: ElementTree): Element[] {
  const parent = tree.parentOf(mark);
  if (parent?.type !== 'element' || !/^(?:sup|span)$/.test(parent.tagName)) return [];
  return [parent, ...around(parent, tree)];
}

/** The outermost of those that hold nothing else than the mark and brackets. */
function outermost(mark: Element, tree: ElementTree): Element {
  const number = textOf(mark).replace(/[\s[\]]/g, '');
  const alone = around(mark, tree).filter(
    (element) => textOf(element).replace(/[\s[\]]/g, '') === number,
  );
  return alone.at(-1) ?? mark;
}

/** The blanks that a mark had inside stay beside it, since words must not run together. */
function withBlanks(reference: Element, whole: Element): Node[] {
  const written = textOf(whole);
  const before = /^\s/.test(written) ? [text(' ')] : [];
  const after = /\s$/.test(written) ? [text(' ')] : [];
  return [...before, reference, ...after];
}

/** Number of an item in an ordered list. */
function placeInList(block: Element, tree: ElementTree): number | undefined {
  const list = block.tagName === 'li' ? tree.parentOf(block) : undefined;
  if (list?.type !== 'element' || list.tagName !== 'ol') return undefined;
  const items = list.children.filter((child) => isElement(child, 'li'));
  return items.indexOf(block) + Number(attribute(list, 'start') || 1);
}

/** Removes what stood beside a link back: its number with brackets or a dot, and blanks. */
function trimLabel(block: Element, number: string): void {
  const [first] = block.children;
  const inner = isElement(first, 'p') ? first : block;
  const filled = inner.children.filter((child) => !isBlank(child));
  const [only] = filled;
  // Small type of the whole note: Perennial has its own.
  if (filled.length === 1 && isElement(only, 'sup', 'small')) inner.children = only.children;
  const start = inner.children.findIndex((node) => !isBlank(node));
  const node = inner.children[start];
  if (!isText(node)) return;
  const [label = ''] = /^\s*[[(]?(\d+)[\s.):\]]+/.exec(node.value) ?? [];
  const isNumber = label.replace(/\D/g, '') === number;
  const rest = isNumber ? node.value.slice(label.length) : node.value;
  inner.children[start] = text(rest.replace(/^[\s.):\]]+/, ''));
}

function removeEmptyList(list: Element, tree: ElementTree): void {
  const parent = tree.parentOf(list);
  if (parent === undefined || !list.children.every(isBlank)) return;
  const siblings = parent.children.filter((child) => !isBlank(child));
  const before = siblings[siblings.indexOf(list) - 1];
  tree.remove(list);
  // Only screen readers see it, and Perennial writes its own.
  if (isElement(before, 'h2') && classesOf(before).includes('sr-only')) tree.remove(before);
}

/** Removes the line above notes, since Perennial sets them apart. */
export function removeRule(root: Root): void {
  const first = root.children.findIndex((child) => isElement(child, 'footnote-note'));
  if (first > 0 && isElement(root.children[first - 1], 'hr')) root.children.splice(first - 1, 1);
}
