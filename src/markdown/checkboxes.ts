/** Disables and labels checkboxes and radio buttons; removes other form inputs. */
import {
  elementsOf,
  isInside,
  isTag,
  remove,
  textOf,
  type AnyNode,
  type Element,
} from '../lib/html.ts';
import type { BodyTree } from './body.ts';

const MAX_LABEL = 100;
const LINE_END = /^(?:input|br|p|div|ul|ol|dl|table|blockquote|pre|details)$/;

export function disableInputs({ tree }: BodyTree): void {
  for (const input of elementsOf(tree)) {
    if (input.name !== 'input') continue;
    const { type, checked, id } = input.attribs;
    if (type !== 'checkbox' && type !== 'radio') {
      remove(input);
      continue;
    }
    const label = isInside(input, 'label') ? '' : labelOf(input);
    input.attribs = {
      ...(id !== undefined && { id }),
      type,
      ...(checked !== undefined && { checked: '' }),
      disabled: '',
      ...(label !== '' && { 'aria-label': label }),
    };
  }
}

/** The text after it on its line, or else the text before it. */
function labelOf(input: Element): string {
  const after = lineOf(input, ({ next }) => next);
  const text = textOf(after) || textOf(lineOf(input, ({ prev }) => prev).toReversed());
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_LABEL);
}

function lineOf(input: Element, step: (node: AnyNode) => AnyNode | null): AnyNode[] {
  const nodes: AnyNode[] = [];
  for (let node = step(input); node !== null; node = step(node)) {
    if (isTag(node) && LINE_END.test(node.name)) break;
    nodes.push(node);
  }
  return nodes;
}
