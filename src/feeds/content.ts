/** A post's body as a feed reader can show it: away from the site, without frames. */
import {
  elementsOf,
  isInside,
  parseHtml,
  remove,
  replaceByText,
  serializeHtml,
  setText,
  type Element,
} from '../html.ts';

const ADDRESSES = ['href', 'src', 'poster', 'cite'];

/** The body with absolute addresses; a frame becomes a link, and heading anchors go. */
export function feedContent(html: string, postUrl: string): string {
  const tree = parseHtml(html);
  for (const element of elementsOf(tree)) {
    if (element.attribs['class'] === 'anchor') {
      remove(element);
      continue;
    }
    for (const name of ADDRESSES) {
      const address = element.attribs[name];
      if (address !== undefined) element.attribs[name] = absolute(address, postUrl);
    }
    if (element.name === 'iframe') frameToLink(element);
  }
  return serializeHtml(tree);
}

function absolute(address: string, postUrl: string): string {
  return URL.canParse(address, postUrl) ? new URL(address, postUrl).href : address;
}

function frameToLink(frame: Element): void {
  const { src = '', title = src } = frame.attribs;
  if (isInside(frame, 'a')) {
    replaceByText(frame, title);
    return;
  }
  frame.name = 'a';
  frame.attribs = { href: src };
  setText(frame, title);
}
