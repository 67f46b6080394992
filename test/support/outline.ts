/** The structure of HTML as text, for comparing a page with an example. */
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { escapeHtml } from '../../src/lib/html.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const ADDRESSES = ['href', 'src', 'cite'];
const ATTRIBUTES = [...ADDRESSES, 'alt', 'title', 'start', 'type', 'checked', 'open'];
/** Elements that mean something without content. */
const MEANINGFUL = /^(?:br|hr|img|input|li|t[dhr])$/;
const BLOCK_TAGS =
  /\s*(<\/?(?:blockquote|br|div|h\d|hr|li|ol|p|pre|section|t(?:able|body|d|h|head|r)|ul)\b[^>]*>)\s*/g;

/**
 * Elements with the attributes that readers notice, and text. Leaves out what
 * Perennial adds (ids, anchors, wrappers) and empty elements, which it removes,
 * and counts headings from the level that the page's title leaves to them.
 * @param address of the page, which relative addresses start from
 */
export function outlineOf(html: string, address: string): string {
  const levels: number[] = [];

  const outline = (node: Node, isCode: boolean): string => {
    if (node.nodeName === '#text' && 'value' in node)
      return escapeHtml(isCode ? node.value : node.value.replace(/\s+/g, ' '));
    if (!('childNodes' in node)) return '';
    if (!('tagName' in node)) return inside(node, isCode);
    const { tagName } = node;
    const [className = ''] = valueOf(node, 'class')?.split(' ') ?? [];
    if (className === 'anchor' || tagName === 'script' || tagName === 'style') return '';
    const name = headingLevel(tagName, levels);
    const content = inside(node, isCode || tagName === 'pre');
    if (/^(?:table-scroll|code-frame|line|sign|tok-.*)$/.test(className)) return content;
    if (content.trim() === '' && !MEANINGFUL.test(tagName)) return content;
    return `<${name}${attributesOf(node, address)}>${content}</${name}>`;
  };
  const inside = (node: DefaultTreeAdapterTypes.ParentNode, isCode: boolean): string =>
    node.childNodes.map((child) => outline(child, isCode)).join('');

  return outline(parseFragment(html), false)
    .replace(BLOCK_TAGS, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function headingLevel(name: string, levels: number[]): string {
  const level = Number(/^h([1-6])$/.exec(name)?.[1]);
  if (Number.isNaN(level)) return name;
  while ((levels.at(-1) ?? 0) >= level) levels.pop();
  levels.push(level);
  return `h${Math.min(6, levels.length + 1)}`;
}

function attributesOf(element: Element, address: string): string {
  const shown = ATTRIBUTES.flatMap((name) => {
    const value = valueOf(element, name);
    if (value === undefined || (name === 'alt' && value === '')) return [];
    const isAddress = ADDRESSES.includes(name) && URL.canParse(value, address);
    return ` ${name}="${escapeHtml(isAddress ? new URL(value, address).href : value)}"`;
  });
  const align = valueOf(element, 'align');
  const className = align === undefined ? valueOf(element, 'class') : `align-${align}`;
  const meaning = /\b(?:language-\S+|align-\w+)/.exec(className ?? '');
  return shown.join('') + (meaning === null ? '' : ` class="${escapeHtml(meaning[0])}"`);
}

function valueOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}
