/** A post's body as a feed reader can show it: away from the site, without frames. */
import { Text, elementsOf, parseHtml, remove, serializeHtml, type Element } from '../html.ts';

const ADDRESSES = ['href', 'src', 'poster', 'cite'];

/** The body with absolute addresses; a frame becomes a link, and heading anchors go. */
export function feedContent(html: string, postUrl: string, siteUrl: string): string {
  const tree = parseHtml(html);
  for (const element of elementsOf(tree)) {
    if (element.attribs['class'] === 'anchor') {
      remove(element);
      continue;
    }
    for (const name of ADDRESSES) {
      const address = element.attribs[name];
      if (address !== undefined) element.attribs[name] = absolute(address, postUrl, siteUrl);
    }
    if (element.name === 'iframe') frameToLink(element);
  }
  return serializeHtml(tree);
}

function absolute(address: string, postUrl: string, siteUrl: string): string {
  const base = address.startsWith('/') ? siteUrl : postUrl;
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

function frameToLink(frame: Element): void {
  const { src = '', title = src } = frame.attribs;
  frame.name = 'a';
  frame.attribs = { href: src };
  const text = new Text(title);
  text.parent = frame;
  frame.children = [text];
}
