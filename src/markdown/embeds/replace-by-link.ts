/** Replaces what a post cannot show by a link to it. */
import {
  Text,
  createElement,
  isInside,
  isTag,
  isText,
  replaceBy,
  type Element,
} from '../../lib/html.ts';

/** @param text of the link; if empty, the address */
export function replaceByLink(element: Element, href: string, text = ''): void {
  const shown = new Text(text.trim() || shownAddress(href));
  // A link must not contain another.
  const link = isInside(element, 'a') ? shown : createElement('a', [shown], { href });
  const isInFlow = element.parent !== null && isTag(element.parent);
  replaceBy(element, isInFlow ? apart(link, element) : [createElement('p', [link])]);
}

/** With spaces towards words that stand right beside the element. */
function apart(link: Text | Element, { prev, next }: Element): (Text | Element)[] {
  const before = prev !== null && isText(prev) && /[\p{L}\p{N}]$/u.test(prev.data);
  const after = next !== null && isText(next) && /^[\p{L}\p{N}]/u.test(next.data);
  return [...(before ? [new Text(' ')] : []), link, ...(after ? [new Text(' ')] : [])];
}

/** A URL as text for readers: without scheme. */
export function shownAddress(url: string): string {
  return url.trim().replace(/^(?:https?:)?\/\//i, '');
}
