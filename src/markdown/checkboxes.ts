/** Disables and labels checkboxes and radio buttons. */
import { elementsOf, isTag, type Element } from '../lib/html.ts';
import type { BodyTree } from './body.ts';
import { textWithoutMarks } from './footnotes/footnote-marks.ts';

const MAX_LABEL = 100;
const LINE_END = /^(?:input|br|p|div|ul|ol|dl|table|blockquote|pre|details)$/;

export function disableInputs({ tree }: BodyTree): void {
  for (const input of elementsOf(tree)) {
    if (input.name !== 'input') continue;
    const { type = 'checkbox', checked, id } = input.attribs;
    const text = textBeside(input, 'next') || textBeside(input, 'prev');
    const label = text.replace(/\s+/g, ' ').trim().slice(0, MAX_LABEL);
    input.attribs = {
      ...(id !== undefined && { id }),
      type,
      ...(checked !== undefined && { checked: '' }),
      disabled: '',
      ...(label !== '' && { 'aria-label': label }),
    };
  }
}

/** The text on the same line, after the input or before it. */
function textBeside(input: Element, side: 'next' | 'prev'): string {
  let text = '';
  for (let node = input[side]; node !== null; node = node[side]) {
    if (isTag(node) && LINE_END.test(node.name)) break;
    text = side === 'next' ? text + textWithoutMarks(node) : textWithoutMarks(node) + text;
  }
  return text;
}
