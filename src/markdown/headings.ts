/** Headings: below the page's own h1, without jumps, each with an address of its own. */
import {
  Element,
  Text,
  append,
  elementsOf,
  isInside,
  remove,
  textOf,
  unwrap,
} from '../lib/html.ts';
import { slugOf } from '../lib/slug.ts';
import type { BodyTree } from './body.ts';
import { isFootnotesLabel } from './written-html.ts';

/** A heading of the finished body. */
export interface Heading {
  /** 2 to 6. */
  readonly level: number;
  readonly id: string;
  /** On one line. */
  readonly text: string;
}

const HEADING = /^h([1-6])$/;
const LONGEST_ID = 60;

/**
 * The first level that a body uses becomes h2, the next deeper one h3, and so
 * on: no level is ever skipped. A heading without text is no heading; what
 * else it holds stays.
 * @param ids those of the body, to which headings without one add theirs
 * @returns the outline of the body, to which the headings of what it quotes do not belong
 */
export function arrangeHeadings({ tree, words }: BodyTree, ids: Set<string>): Heading[] {
  const counts = new Map<string, number>();
  const levels: number[] = [];
  const outline: Heading[] = [];
  for (const heading of elementsOf(tree)) {
    const level = Number(HEADING.exec(heading.name)?.[1]);
    if (Number.isNaN(level) || isFootnotesLabel(heading)) continue;
    const text = textOf(heading).trim();
    if (text === '') {
      demote(heading);
      continue;
    }
    while ((levels.at(-1) ?? 0) >= level) levels.pop();
    levels.push(level);
    const shown = Math.min(6, levels.length + 1);
    heading.name = `h${shown}`;
    const id = heading.attribs['id'] ?? freeId(slugOf(text), ids, counts);
    heading.attribs['id'] = id;
    // A link may not stand inside another.
    if (!isInside(heading, 'a'))
      append(heading, anchor(id, words.linkToSection(shorten(text, 80))));
    if (!isInside(heading, 'blockquote'))
      outline.push({ level: shown, id, text: text.replace(/\s+/g, ' ') });
  }
  return outline;
}

/** A heading of nothing goes, but for the place that it names; one of an image becomes a paragraph. */
function demote(heading: Element): void {
  if (elementsOf(heading).some(({ name }) => name === 'img')) heading.name = 'p';
  else if (heading.attribs['id'] !== undefined) heading.name = 'span';
  else if (heading.children.length === 0) remove(heading);
  else unwrap(heading);
}

function anchor(id: string, label: string): Element {
  return new Element('a', { class: 'anchor', href: `#${id}`, 'aria-label': label }, [
    new Text('#'),
  ]);
}

/** @param counts how often each stem was asked for: thousands of equal headings take no longer than others */
function freeId(slug: string, ids: Set<string>, counts: Map<string, number>): string {
  const stem = shorten(slug === '' ? 'section' : slug, LONGEST_ID, '-');
  let id = stem;
  let n = counts.get(stem) ?? 1;
  while (ids.has(id)) id = `${stem}-${++n}`;
  counts.set(stem, n);
  ids.add(id);
  return id;
}

/** The text up to its last whole word within `length`. */
function shorten(text: string, length: number, separator = ' '): string {
  if (text.length <= length) return text;
  const cut = text.lastIndexOf(separator, length);
  return text.slice(0, cut > 0 ? cut : length);
}
