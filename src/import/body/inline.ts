/** Names of inline elements, without those that only restyle text. */
import type { Element } from 'hast';
import { attribute } from './tree.ts';

const RENAMED: ReadonlyMap<string, string> = new Map([
  ['b', 'strong'],
  ['i', 'em'],
  ['cite', 'em'],
  ['dfn', 'em'],
  ['var', 'em'],
  ['s', 'del'],
  ['strike', 'del'],
  ['tt', 'code'],
  ['samp', 'code'],
  ['acronym', 'abbr'],
]);

/** Inline elements that stay; Markdown has no form for those after `a`. */
const KEPT: ReadonlySet<string> = new Set(
  'strong em del code a sub sup u ins kbd mark small abbr q ruby rt rp bdo'.split(' '),
);

/** Elements that code does without. */
export const NOT_IN_CODE: ReadonlySet<string> = new Set(
  [...KEPT].filter((name) => !/^(?:a|sub|sup)$/.test(name)),
);

/** Declarations of `style` that are elements in disguise. */
const STYLES: readonly (readonly [RegExp, string])[] = [
  [/font-weight:\s*(?:bold|bolder|[6-9]00)/i, 'strong'],
  [/font-style:\s*(?:italic|oblique)/i, 'em'],
  [/text-decoration[\w-]*:[^;]*line-through/i, 'del'],
  [/vertical-align:\s*super/i, 'sup'],
  [/vertical-align:\s*sub(?!\w)/i, 'sub'],
];

/** Elements that an inline element stands for, from the outermost; none if it changes nothing. */
export function inlineNames(element: Element): string[] {
  const name = RENAMED.get(element.tagName) ?? element.tagName;
  const style = attribute(element, 'style');
  if (name === 'span' || name === 'font')
    return STYLES.flatMap(([rule, meant]) => (rule.test(style) ? [meant] : []));
  if (!KEPT.has(name)) return [];
  // Pasted from Google Docs.
  if (name === 'strong' && /font-weight:\s*(?:normal|[1-4]00)/i.test(style)) return [];
  if (name === 'em' && /font-style:\s*normal/i.test(style)) return [];
  if (name === 'abbr' && attribute(element, 'title') === '') return [];
  if (name === 'bdo' && attribute(element, 'dir') === '') return [];
  return [name];
}
