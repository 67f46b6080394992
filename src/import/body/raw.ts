/** HTML for what Markdown cannot say: on as few lines as possible, with the attributes that Perennial keeps. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Node } from './tree.ts';

/** HTML on one line, so that Markdown takes it for one block. */
export function htmlOf(nodes: Node | readonly Node[]): string {
  const list = 'type' in nodes ? [nodes] : [...nodes];
  const html = toHtml(list, {
    characterReferences: { useNamedReferences: true },
    bogusComments: false,
  });
  return html.replaceAll('\n', '&#10;');
}

/** Start and end tag of an element. */
export function tagsOf(element: Element): [start: string, end: string] {
  const html = htmlOf({ ...element, children: [{ type: 'text', value: '\u0001' }] });
  const [start = '', end = ''] = html.split('\u0001');
  return [start, end];
}
