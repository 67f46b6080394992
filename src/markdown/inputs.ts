/** Form fields: checkboxes and radio buttons show their state, disabled; others go. */
import { isInside, isTag, remove, textOf, type AnyNode, type Element } from '../lib/html.ts';

export function tameInput(input: Element): void {
  const { type, checked, id } = input.attribs;
  if (type !== 'checkbox' && type !== 'radio') {
    remove(input);
    return;
  }
  const name = isInside(input, 'label') ? '' : wordsBeside(input);
  input.attribs = {
    ...(id !== undefined && { id }),
    type,
    ...(checked !== undefined && { checked: '' }),
    disabled: '',
    ...(name !== '' && { 'aria-label': name }),
  };
}

/** Accessible name: the words after it in its line, else those before it. */
function wordsBeside(input: Element): string {
  const after = line(input, ({ next }) => next);
  const words = textOf(after) || textOf(line(input, ({ prev }) => prev).toReversed());
  return words.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}

const LONGEST = 100;
const END_OF_LINE: ReadonlySet<string> = new Set([
  ...['input', 'br', 'p', 'div', 'ul', 'ol', 'dl', 'table', 'blockquote', 'pre', 'details'],
]);

function line(input: Element, step: (node: AnyNode) => AnyNode | null): AnyNode[] {
  const nodes: AnyNode[] = [];
  for (let node = step(input); node !== null; node = step(node)) {
    if (isTag(node) && END_OF_LINE.has(node.name)) break;
    nodes.push(node);
  }
  return nodes;
}
