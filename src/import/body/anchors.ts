/** Keeps the places in a text that links may lead to. */
import type { Element } from 'hast';
import { attribute, elementsOf, isElement, replaceNodes, textOf, type Parent } from './tree.ts';

/**
 * Keeps an id only where a link of the text leads, or where it was written for that purpose. Links by which a heading
 * leads to itself go: Perennial adds its own.
 */
export function keepAnchors(root: Parent): void {
  replaceNodes(root, (element, parent) => {
    const isHeading = parent.type === 'element' && /^h[1-6]$/.test(parent.tagName);
    return isHeading && isElement(element, 'a') && leadsToItself(element) ? [] : element;
  });
  const elements = elementsOf(root);
  const targets = new Set(elements.flatMap((element) => fragmentOf(attribute(element, 'href'))));
  for (const element of elements) {
    const { properties } = element;
    const isLink = element.tagName === 'a';
    const isAnchor = isLink && attribute(element, 'href') === '';
    const id = attribute(element, 'id') || (isLink ? attribute(element, 'name') : '');
    if (isLink) delete properties['name'];
    delete properties['id'];
    if (id !== '' && !/\s/.test(id) && (targets.has(id) || isAnchor)) properties['id'] = id;
  }
}

function leadsToItself(link: Element): boolean {
  return attribute(link, 'href').startsWith('#') && /^[#¶§🔗\s]*$/u.test(textOf(link));
}

/** Target of a link within the text, as written and decoded. */
function fragmentOf(href: string): string[] {
  if (!href.startsWith('#') || href.length < 2) return [];
  const fragment = href.slice(1);
  try {
    return [fragment, decodeURIComponent(fragment)];
  } catch {
    return [fragment];
  }
}
