/** Gives the footnotes of Substack the form that other programs write. */
import type { Element, Root } from 'hast';
import {
  attribute,
  byClass,
  h,
  hasClass,
  isElement,
  replaceOutermost,
  text,
} from '../../body/tree.ts';

/** `<sup><a href="#footnote-1">1</a></sup>`, and one list of notes, each with a link back. */
export function tidyFootnotes(body: Root): void {
  const notes = h('ol', []);
  replaceOutermost(body, (node) => {
    if (hasClass(node, 'footnote-anchor')) {
      const { id, href } = node.properties;
      return [h('sup', [h('a', node.children, { id, href })])];
    }
    const note = hasClass(node, 'footnote') ? noteOf(node) : undefined;
    if (note === undefined) return undefined;
    // The list takes the place of the first note.
    return notes.children.push(note) === 1 ? [notes] : [];
  });
}

function noteOf(node: Element): Element | undefined {
  const number = byClass(node, 'footnote-number');
  const content = byClass(node, 'footnote-content');
  if (number === undefined || content === undefined) return undefined;
  const back = h('a', [text('↩')], { href: attribute(number, 'href') });
  const last = content.children.findLast((child) => isElement(child));
  if (isElement(last, 'p')) last.children.push(text(' '), back);
  else content.children.push(h('p', [back]));
  return h('li', content.children, { id: attribute(number, 'id') });
}
