/** Keeps the places in a text that links may lead to. */
import type { Element } from 'hast';
import { slugOf } from '../../lib/slug.ts';
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
  // The page around the text uses this id.
  const slugs = new Set(['main']);
  for (const element of elements) {
    const { properties } = element;
    const isLink = element.tagName === 'a';
    const isAnchor = isLink && attribute(element, 'href') === '';
    const id = attribute(element, 'id') || (isLink ? attribute(element, 'name') : '');
    if (isLink) delete properties['name'];
    delete properties['id'];
    if (hasOwnId(element, id, slugs)) continue;
    if (id !== '' && !/\s/.test(id) && (targets.has(id) || isAnchor)) properties['id'] = id;
  }
}

/** Longer ids are cut. */
const MAX_ID = 60;

/**
 * Whether it is a heading to which Perennial gives this id anyway.
 * @param slugs of the headings before it
 */
function hasOwnId(element: Element, id: string, slugs: Set<string>): boolean {
  if (!/^h[1-6]$/.test(element.tagName)) return false;
  const slug = slugOf(textOf(element).trim());
  const isFirst = !slugs.has(slug);
  slugs.add(slug);
  return isFirst && id === slug && id.length <= MAX_ID;
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
