/** Marks of footnotes: the numbers in the text that link to them. */
import {
  elementsOf,
  insertAfter,
  isTag,
  isText,
  remove,
  type AnyNode,
  type ChildNode,
  type Document,
  type Element,
} from '../../lib/html.ts';

export function isFootnoteMark({ name, children }: Element): boolean {
  return name === 'sup' && children.length > 0 && children.every(isReference);
}

function isReference(child: ChildNode): boolean {
  return isTag(child) && child.name === 'a' && 'data-footnote-ref' in child.attribs;
}

/** Text content without the numbers of footnotes, for ids, labels and titles. */
export function textWithoutMarks(node: AnyNode): string {
  if (isText(node)) return node.data;
  if (!('children' in node) || (isTag(node) && isFootnoteMark(node))) return '';
  return node.children.map(textWithoutMarks).join('');
}

/** Moves each mark that is in a link behind it, since links must not be nested. */
export function moveMarksOutOfLinks(tree: Document): void {
  const moved = new Set<Element>();
  for (const link of elementsOf(tree)) {
    if (link.name !== 'a' || 'data-footnote-ref' in link.attribs) continue;
    const marks = elementsOf(link).filter(
      (element) => isFootnoteMark(element) && !moved.has(element),
    );
    for (const mark of marks.toReversed()) {
      moved.add(mark);
      remove(mark);
      insertAfter(link, mark);
    }
  }
}
