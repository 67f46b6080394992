/** Replaces forms by their words, as Perennial does. */
import type { Element, Root } from 'hast';
import type { Change } from './body.ts';
import { attribute, elementsOf, h, replaceNodes, text, textOf, type Node } from './tree.ts';

const CHOICE = /^(?:checkbox|radio)$/;
const SHOWN = /^(?:text|search|email|url|tel|number|submit|button|reset|)$/;

export function normalizeForms(root: Root, changes: Change[]): void {
  replaceNodes(root, (element) => replacementOf(element, changes));
}

function replacementOf(element: Element, changes: Change[]): Node | readonly Node[] {
  switch (element.tagName) {
    case 'form':
      changes.push({
        text: attribute(element, 'action'),
        reason: 'a form, of which only the words stay',
      });
      return h('div', element.children);
    case 'input':
      return inputOf(element);
    case 'select':
    case 'datalist':
      return apart(
        elementsOf(element)
          .filter(({ tagName }) => tagName === 'option')
          .map((option) => textOf(option).trim())
          .join(', '),
      );
    case 'textarea':
      return apart(textOf(element));
    default:
      return element;
  }
}

function inputOf(element: Element): Node | readonly Node[] {
  const type = attribute(element, 'type').toLowerCase();
  if (CHOICE.test(type)) return element;
  if (type === 'image')
    return h('img', [], { src: attribute(element, 'src'), alt: attribute(element, 'alt') });
  return SHOWN.test(type)
    ? apart(attribute(element, 'value') || attribute(element, 'placeholder'))
    : [];
}

/** Text that the border of a field kept apart from the words around it. */
function apart(words: string): Node {
  return text(` ${words} `);
}
