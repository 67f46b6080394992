/** Removes attributes that Perennial drops anyway, or that only style. */
import type { Element } from 'hast';
import { elementsOf, type Parent } from './tree.ts';

const KEPT: ReadonlyMap<string, readonly string[]> = new Map([
  ['a', ['href', 'title']],
  ['abbr', ['title']],
  ['audio', ['src', 'controls', 'loop', 'muted', 'preload']],
  ['bdo', ['dir']],
  ['blockquote', ['cite']],
  ['col', ['span']],
  ['colgroup', ['span']],
  ['del', ['cite', 'dateTime']],
  ['details', ['open']],
  ['div', ['dir']],
  ['iframe', ['src', 'width', 'height', 'title', 'allowFullScreen']],
  ['img', ['src', 'alt', 'title', 'width', 'height']],
  ['input', ['type', 'checked', 'value']],
  ['ins', ['cite', 'dateTime']],
  ['li', ['value']],
  ['ol', ['start', 'reversed', 'type']],
  ['pre', ['dataLanguage']],
  ['q', ['cite']],
  ['pre', ['dataLanguage']],
  ['source', ['src', 'type', 'media']],
  ['td', ['colSpan', 'rowSpan', 'align']],
  ['th', ['colSpan', 'rowSpan', 'align', 'scope']],
  ['track', ['src', 'kind', 'srcLang', 'label', 'default']],
  ['video', ['src', 'poster', 'controls', 'loop', 'muted', 'preload', 'width', 'height']],
]);

/** Old players say in any of their attributes what they show. */
const UNTOUCHED = /^(?:object|embed|param|footnote-(?:mark|note)|x-paragraph)$/;

export function removeAttributes(root: Parent): void {
  for (const element of elementsOf(root)) {
    if (UNTOUCHED.test(element.tagName)) continue;
    element.properties = keptOf(element);
  }
}

function keptOf({ tagName, properties }: Element): Element['properties'] {
  const kept = ['id', ...(KEPT.get(tagName) ?? [])];
  return Object.fromEntries(Object.entries(properties).filter(([name]) => kept.includes(name)));
}
