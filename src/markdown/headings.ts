/** Unique ids, and headings with levels without gaps, ids and anchor links. */
import {
  Element,
  append,
  elementsOf,
  isInside,
  isTag,
  unwrap,
  type ChildNode,
} from '../lib/html.ts';
import { slugOf } from '../lib/slug.ts';
import type { BodyTree, Heading } from './body.ts';
import { textWithoutMarks } from './footnotes/footnote-marks.ts';
import { isFootnotesLabel } from './raw-html/raw-html.ts';

/**
 * Removes ids that are empty, contain white space or are duplicates; returns
 * the others. The `name` of an anchor becomes its id.
 */
export function uniqueIds({ tree }: BodyTree): Set<string> {
  // The page around the body uses `main`.
  const ids = new Set(['main']);
  for (const { name, attribs } of elementsOf(tree)) {
    const id = attribs['id'] ?? (name === 'a' ? attribs['name'] : undefined);
    delete attribs['name'];
    if (id === undefined) continue;
    attribs['id'] = id;
    if (id === '' || /\s/.test(id) || ids.has(id)) delete attribs['id'];
    else ids.add(id);
  }
  return ids;
}

const MAX_ID = 60;

/**
 * The first level that a body uses becomes h2, the next deeper one h3, and so
 * on. A heading without text stops being one; its content stays.
 * @param ids ids in use; those of headings are added
 * @returns those of the outline, without headings in quotations
 */
export function normalizeHeadings({ tree, words }: BodyTree, ids: Set<string>): Element[] {
  const counts = new Map<string, number>();
  const levels: number[] = [];
  const outline: Element[] = [];
  for (const heading of elementsOf(tree)) {
    const level = Number(/^h([1-6])$/.exec(heading.name)?.[1]);
    if (Number.isNaN(level) || isFootnotesLabel(heading)) continue;
    const text = textWithoutMarks(heading).trim();
    if (text === '') {
      replaceEmpty(heading);
      continue;
    }
    while ((levels.at(-1) ?? 0) >= level) levels.pop();
    levels.push(level);
    heading.name = `h${Math.min(6, levels.length + 1)}`;
    const id = (heading.attribs['id'] ??= freeId(slugOf(text), ids, counts));
    // Links must not be nested.
    if (!isInside(heading, 'a')) {
      const label = words.linkToSection(truncate(text, 80));
      const attributes = { class: 'anchor', href: `#${id}`, 'aria-label': label };
      append(heading, new Element('a', attributes));
    }
    if (!isInside(heading, 'blockquote')) outline.push(heading);
  }
  return outline;
}

/** @param headings of `normalizeHeadings` */
export function outlineOf(headings: readonly Element[]): Heading[] {
  return headings.map(({ name, attribs, children }) => ({
    level: Number(name.slice(1)),
    id: attribs['id'] ?? '',
    text: children
      .filter((child) => !isAnchor(child))
      .map(textWithoutMarks)
      .join('')
      .trim()
      .replace(/\s+/g, ' '),
  }));
}

function isAnchor(child: ChildNode): boolean {
  return isTag(child) && child.attribs['class'] === 'anchor';
}

/** Images become a paragraph, an id stays as a link target, and anything else is unwrapped. */
function replaceEmpty(heading: Element): void {
  if (elementsOf(heading).some(({ name }) => name === 'img')) heading.name = 'p';
  else if (heading.attribs['id'] !== undefined) heading.name = 'span';
  else unwrap(heading);
}

/** @param counts uses of each slug, so that thousands of equal headings take linear time */
function freeId(slug: string, ids: Set<string>, counts: Map<string, number>): string {
  const base = truncate(slug || 'section', MAX_ID, '-');
  let id = base;
  let n = counts.get(base) ?? 1;
  while (ids.has(id)) id = `${base}-${++n}`;
  counts.set(base, n);
  ids.add(id);
  return id;
}

/** Cuts the text after its last whole word within `length`. */
function truncate(text: string, length: number, separator = ' '): string {
  if (text.length <= length) return text;
  const end = text.lastIndexOf(separator, length);
  // Half of a surrogate pair is no character.
  return text.slice(0, end > 0 ? end : length).replace(/[\ud800-\udbff]$/, '');
}
