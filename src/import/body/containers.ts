/** Blocks around others that stay HTML, with Markdown in them. */
import type { Handle } from 'hast-util-to-mdast';
import type { Html } from 'mdast';
import { htmlOf, tagsOf } from './raw.ts';
import { attribute, isElement } from './tree.ts';

export const details: Handle = (state, element) => {
  const [start, end] = tagsOf(element);
  const summary = element.children.find((child) => isElement(child, 'summary'));
  const others = { ...element, children: element.children.filter((child) => child !== summary) };
  const head: Html = {
    type: 'html',
    value: summary === undefined ? start : `${start}\n${htmlOf(summary)}`,
  };
  const tail: Html = { type: 'html', value: end };
  return [head, ...state.toFlow(state.all(others)), tail];
};

/** A block that runs in another direction. */
export const directed: Handle = (state, element) => {
  if (attribute(element, 'dir') === '') return state.all(element);
  const [start, end] = tagsOf(element);
  const [head, tail] = [start, end].map((value): Html => ({ type: 'html', value }));
  return [head, ...state.toFlow(state.all(element)), tail].filter((node) => node !== undefined);
};
