/** Gives the footnotes of Substack the form that other programs write. */
import {
  attribute,
  element,
  find,
  hasClass,
  replaceElements,
  text,
  type Element,
  type Root,
} from '../hast.ts';

/** `<sup><a href="#footnote-1">1</a></sup>`, and one list of notes, each with a link back. */
export function tidyFootnotes(body: Root): void {
  const notes = element('ol');
  replaceElements(body, (node) => {
    if (hasClass(node, 'footnote-anchor')) {
      const { id, href } = node.properties;
      return [element('sup', {}, [element('a', { id, href }, node.children)])];
    }
    const note = hasClass(node, 'footnote') ? noteOf(node) : undefined;
    if (note === undefined) return undefined;
    // The list takes the place of the first note.
    return notes.children.push(note) === 1 ? [notes] : [];
  });
}

function noteOf(node: Element): Element | undefined {
  const number = find(node, (child) => hasClass(child, 'footnote-number'));
  const content = find(node, (child) => hasClass(child, 'footnote-content'));
  if (number === undefined || content === undefined) return undefined;
  const back = element('a', { href: attribute(number, 'href') }, [text('↩')]);
  const last = content.children.findLast((child) => child.type === 'element');
  if (last?.type === 'element' && last.tagName === 'p') last.children.push(text(' '), back);
  else content.children.push(element('p', {}, [back]));
  return element('li', { id: attribute(number, 'id') }, content.children);
}
