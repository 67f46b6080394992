/** Removes scripts, external resources and links from an SVG, which would run when it is opened by itself. */
import { elementsOf, isTag, parseXml, remove, serializeXml, type Element } from '../../lib/html.ts';

/** Allowed elements. https://www.w3.org/TR/SVG2/eltindex.html */
const ELEMENTS = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'switch', 'view', 'style'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'image'],
  ...['text', 'tspan', 'textPath', 'marker', 'pattern', 'mask', 'clipPath'],
  ...['linearGradient', 'radialGradient', 'stop', 'filter'],
  ...['feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite', 'feConvolveMatrix'],
  ...['feDiffuseLighting', 'feDisplacementMap', 'feDistantLight', 'feDropShadow', 'feFlood'],
  ...['feFuncA', 'feFuncB', 'feFuncG', 'feFuncR', 'feGaussianBlur', 'feImage', 'feMerge'],
  ...['feMergeNode', 'feMorphology', 'feOffset', 'fePointLight', 'feSpecularLighting'],
  ...['feSpotLight', 'feTile', 'feTurbulence', 'animate', 'animateMotion', 'animateTransform'],
  ...['mpath', 'set'],
]);
/** Allowed attributes: no event handlers, no unknown prefixes. */
const ATTRIBUTE = /^(?!on)(?:(?:xlink|xml|xmlns):)?[a-z][\w-]*$/i;
const NAMESPACES = new Set([
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/XML/1998/namespace',
]);
/** An element of the same SVG, or an inline image. */
const OWN_ADDRESS = /^(?:#|data:image\/(?:png|jpeg|gif|webp);base64,)/i;

const EMPTY = '<svg xmlns="http://www.w3.org/2000/svg"/>\n';

/** The cleaned SVG; an empty one if the text has no `svg` element. */
export function cleanSvg(text: string): string {
  const tree = parseXml(text);
  const root = tree.children.find((node) => isTag(node) && node.name === 'svg');
  if (root === undefined) return EMPTY;
  // Drops document types, comments and processing instructions.
  tree.children = [root];
  for (const element of elementsOf(tree)) {
    if (!ELEMENTS.has(element.name) || changesAddress(element)) remove(element);
    else cleanElement(element);
  }
  return `${serializeXml(tree)}\n`;
}

function cleanElement(element: Element): void {
  const { attribs, name } = element;
  for (const [attribute, value] of Object.entries(attribs)) {
    if (!isHarmless(attribute, value)) delete attribs[attribute];
  }
  element.children = element.children.filter(
    ({ type }) => type !== 'comment' && type !== 'directive',
  );
  if (name === 'style' && !isHarmlessStyle(serializeXml(element))) remove(element);
}

function isHarmless(attribute: string, value: string): boolean {
  if (!ATTRIBUTE.test(attribute)) return false;
  if (attribute.startsWith('xmlns')) return NAMESPACES.has(value);
  if (/^(?:xlink:)?href$/.test(attribute)) return OWN_ADDRESS.test(value.trim());
  return isHarmlessStyle(value);
}

/** Rejects backslashes, because CSS escapes could hide the other patterns. */
function isHarmlessStyle(css: string): boolean {
  if (/\\|@import|expression\s*\(|javascript:|image-set\s*\(/i.test(css)) return false;
  return [...css.matchAll(/url\s*\(\s*["']?\s*([^)]*)/gi)].every(([, address = '']) =>
    OWN_ADDRESS.test(address.replace(/^&(?:quot|apos|#39);/, '')),
  );
}

/** An animation could set a link or handler that is not allowed as an attribute. */
function changesAddress({ name, attribs }: Element): boolean {
  const target = attribs['attributeName']?.trim() ?? '';
  return /^(?:animate|set)/.test(name) && /href$|^on/i.test(target);
}
