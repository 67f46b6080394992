/** Frames of other sites: those of known hosts stay, the rest become a link. */
import {
  elementsOf,
  isInside,
  isTag,
  isText,
  remove,
  replaceByText,
  setText,
  textOf,
  type AnyNode,
  type Element,
} from '../lib/html.ts';
import { report, type BodyTree } from './body.ts';
import { tameInput } from './inputs.ts';
import { embedOf } from './players.ts';

/** Frames get a name, the address of a page that shows the same, and no style of their own. */
export function tameEmbeds(body: BodyTree): void {
  for (const element of elementsOf(body.tree)) {
    if (element.name === 'iframe') tameFrame(element, body);
    if (element.name === 'input') tameInput(element);
  }
}

function tameFrame(frame: Element, body: BodyTree): void {
  const src = (frame.attribs['src'] ?? '').trim().replace(/^(?:http:)?\/\//i, 'https://');
  const url = URL.canParse(src) ? new URL(src) : undefined;
  if (url?.protocol !== 'https:') {
    report(body, 'warning', frame.attribs['src'] || '<iframe', {
      code: 'embed-address',
      message: `A frame has the address "${src.slice(0, 60)}", which is none of the web; it is left out.`,
      hint: 'Write the whole address with https://, or a link to what the frame shows.',
    });
    remove(frame);
    return;
  }
  const embed = embedOf(url);
  if (embed === undefined) {
    report(body, 'warning', frame.attribs['src'] ?? '', {
      code: 'embed-host',
      message: `A frame shows ${url.hostname}, which is not on the list of hosts that may be framed; a link takes its place.`,
      hint: 'Write a link instead.',
    });
    replaceByLink(frame, src);
    return;
  }
  const title =
    frame.attribs['title']?.trim() || introduction(frame) || body.words.embedded(embed.site);
  // What is to be clicked on cannot stand in a link.
  if (isInside(frame, 'a')) {
    replaceByText(frame, title);
    return;
  }
  const { width, height } = frame.attribs;
  frame.attribs = {
    src: embed.frame,
    title,
    'data-page': embed.page,
    'data-medium': embed.medium,
    ...(isPixels(width) && { width }),
    ...(isPixels(height) && { height }),
  };
  // Text inside a frame is never shown.
  frame.children = [];
}

/** Longer texts are more than a name. */
const LONGEST_NAME = 100;

/** The heading or the line right before a frame that stands by itself; empty when there is none. */
function introduction(frame: Element): string {
  const before = previousOf(frame);
  if (before === undefined || !/^(?:h[1-6]|p)$/.test(before.name)) return '';
  const text = textOf(before).replace(/\s+/g, ' ').trim();
  const isName = before.name !== 'p' || !/[\p{Po}\p{Pe}\p{Pf}]$/u.test(text);
  return isName && text.length <= LONGEST_NAME ? text : '';
}

/** The element before this one, or before the paragraph that holds nothing else. */
function previousOf(element: Element): Element | undefined {
  let node: AnyNode | null = element.prev;
  while (node !== null && isText(node) && node.data.trim() === '') node = node.prev;
  if (node !== null) return isTag(node) ? node : undefined;
  const { parent } = element;
  return parent !== null && isTag(parent) && parent.name === 'p' ? previousOf(parent) : undefined;
}

function replaceByLink(frame: Element, src: string): void {
  if (isInside(frame, 'a')) {
    replaceByText(frame, src);
    return;
  }
  frame.name = 'a';
  frame.attribs = { href: src };
  setText(frame, src);
}

function isPixels(length: string | undefined): length is string {
  return /^\d{1,4}$/.test(length ?? '');
}
