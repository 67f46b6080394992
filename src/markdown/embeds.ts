/** Resolves frames: those of embed providers stay, others become links. */
import {
  elementsOf,
  isInside,
  isTag,
  isText,
  remove,
  replaceByText,
  setText,
  type Element,
} from '../lib/html.ts';
import { report, type BodyTree } from './body.ts';
import { embedOf } from './embed-providers.ts';
import { textWithoutMarks } from './footnote-marks.ts';

export function resolveEmbeds(body: BodyTree): void {
  for (const element of elementsOf(body.tree))
    if (element.name === 'iframe') resolveFrame(element, body);
}

function resolveFrame(frame: Element, body: BodyTree): void {
  const { src: written, title, width = '', height = '' } = frame.attribs;
  const src = (written ?? '').trim().replace(/^(?:http:)?\/\//i, 'https://');
  const url = URL.canParse(src) ? new URL(src) : undefined;
  if (url?.protocol !== 'https:') {
    report(body, 'warning', written || '<iframe', {
      code: 'embed-address',
      message: `The frame address "${src.slice(0, 60)}" is not a web address, so the frame is left out.`,
      hint: 'Write the full address with https://, or a link to what the frame shows.',
    });
    remove(frame);
    return;
  }
  const embed = embedOf(url);
  if (embed === undefined) {
    report(body, 'warning', written ?? '', {
      code: 'embed-host',
      message: `${url.hostname} is not on the list of sites that may be embedded, so a link replaces the frame.`,
      hint: 'Write a link instead.',
    });
  }
  const text =
    embed === undefined
      ? src
      : title?.trim() || introduction(frame) || body.words.embedded(embed.name);
  // A link must not contain a frame or another link.
  if (isInside(frame, 'a')) replaceByText(frame, text);
  else if (embed === undefined) {
    frame.name = 'a';
    frame.attribs = { href: src };
    setText(frame, text);
  } else {
    const data = { 'data-page': embed.page, 'data-medium': embed.medium };
    frame.attribs = { src: embed.frame, title: text, ...data, width, height };
    // Browsers never show text inside a frame.
    frame.children = [];
  }
}

const MAX_TITLE = 100;

/** The heading or title line right before a frame; empty if there is none. */
function introduction(frame: Element): string {
  const before = previousOf(frame);
  if (before === undefined || !/^(?:h[1-6]|p)$/.test(before.name)) return '';
  const text = textWithoutMarks(before).replace(/\s+/g, ' ').trim();
  const isTitle = before.name !== 'p' || !/[\p{Po}\p{Pe}\p{Pf}]$/u.test(text);
  return isTitle && text.length <= MAX_TITLE ? text : '';
}

/** The element before this one, or before the paragraph that starts with it. */
function previousOf(element: Element): Element | undefined {
  let node = element.prev;
  while (node !== null && isText(node) && node.data.trim() === '') node = node.prev;
  if (node !== null) return isTag(node) ? node : undefined;
  const { parent } = element;
  return parent !== null && isTag(parent) && parent.name === 'p' ? previousOf(parent) : undefined;
}
