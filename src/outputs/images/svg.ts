/** Removes scripts, external resources and links from an SVG, which would run when it is opened by itself. */
import {
  elementsOf,
  isTag,
  parseXml,
  remove,
  serializeXml,
  setText,
  textOf,
  type Element,
} from '../../lib/html.ts';
import { cleanDeclarations, cleanStylesheet, isHarmlessValue, isOwnAddress } from './svg-css.ts';
import { ATTRIBUTES, ELEMENTS, STYLED_ATTRIBUTES, isProperty } from './svg-names.ts';

const NAMESPACES = new Set([
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/XML/1998/namespace',
]);

/** Elements inside each other: programs that draw write a few dozen. */
const MAX_DEPTH = 256;
/** Characters of a stylesheet. */
const MAX_STYLES = 200_000;

/** What is published in place of a file that cannot be cleaned. */
export const EMPTY_SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>\n';

/** The cleaned SVG, or `undefined` if the text has no `svg` element or is nested too deep. */
export function cleanSvg(text: string): string | undefined {
  const tree = parseXml(text);
  const root = tree.children.find((node) => isTag(node) && node.name === 'svg');
  if (root === undefined || !isTag(root) || isTooDeep(root)) return undefined;
  // Drops document types, comments and processing instructions.
  tree.children = [root];
  for (const element of elementsOf(tree)) {
    if (!ELEMENTS.has(element.name) || changesAddress(element)) remove(element);
    else cleanElement(element);
  }
  return `${serializeXml(tree)}\n`;
}

/** Without recursion, which has limits of its own. */
function isTooDeep(root: Element): boolean {
  let level = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === MAX_DEPTH) return true;
    level = level.flatMap(({ children }) => children.filter(isTag));
  }
  return false;
}

function cleanElement(element: Element): void {
  const { attribs, name } = element;
  for (const [attribute, value] of Object.entries(attribs)) {
    if (!isHarmless(attribute, value)) delete attribs[attribute];
  }
  const { style } = attribs;
  if (style !== undefined) {
    const declarations = cleanDeclarations(style);
    if (declarations === '') delete attribs['style'];
    else attribs['style'] = declarations;
  }
  element.children = element.children.filter(
    ({ type }) => type !== 'comment' && type !== 'directive',
  );
  if (name === 'style') cleanStyles(element);
}

/** A browser joins the texts in the element, so that they are judged together. */
function cleanStyles(element: Element): void {
  const written = textOf(element);
  const styles = written.length > MAX_STYLES ? '' : cleanStylesheet(written);
  if (styles === '') remove(element);
  else setText(element, styles);
}

function isHarmless(attribute: string, value: string): boolean {
  if (attribute === 'xmlns' || attribute.startsWith('xmlns:')) return NAMESPACES.has(value);
  if (/^(?:xlink:)?href$/.test(attribute)) return isOwnAddress(value);
  if (/^(?:data|aria)-[\w-]+$/.test(attribute) || attribute === 'style') return true;
  if (STYLED_ATTRIBUTES.has(attribute) || isProperty(attribute)) return isHarmlessValue(value);
  return ATTRIBUTES.has(attribute);
}

/** An animation could set a link or handler that is not allowed as an attribute. */
function changesAddress({ name, attribs }: Element): boolean {
  const target = attribs['attributeName']?.trim() ?? '';
  return /^(?:animate|set)/.test(name) && /href$|^on/i.test(target);
}
