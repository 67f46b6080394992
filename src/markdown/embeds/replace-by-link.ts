/** Replaces what a post cannot show by a link to it. */
import { Text, createElement, isInside, isTag, replaceBy, type Element } from '../../lib/html.ts';

/** @param text of the link; if empty, the address */
export function replaceByLink(element: Element, href: string, text = ''): void {
  const shown = new Text(text.trim() || shownAddress(href));
  // A link must not contain another.
  const link = isInside(element, 'a') ? shown : createElement('a', [shown], { href });
  const isInFlow = element.parent !== null && isTag(element.parent);
  replaceBy(element, [isInFlow ? link : createElement('p', [link])]);
}

/** A URL as text for readers: without scheme. */
export function shownAddress(url: string): string {
  return url.trim().replace(/^(?:https?:)?\/\//i, '');
}
