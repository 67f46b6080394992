/** Cleans the CSS of an SVG: only known rules, properties and functions remain, and nothing is loaded. */
import generate from 'css-tree/generator';
import parse, { type CssNode } from 'css-tree/parser';
import walk from 'css-tree/walker';
import { fragmentsIn } from './svg-references.ts';
import { AT_RULES, FUNCTIONS, isProperty } from './svg-names.ts';

/** An element of the same SVG, or an inline image or font. */
const OWN_ADDRESS =
  /^(?:#|data:(?:image\/(?:png|jpeg|gif|webp|avif)|(?:application\/(?:x-)?)?font[\w/-]*);base64,)/i;

export function isOwnAddress(address: string): boolean {
  return OWN_ADDRESS.test(address.trim());
}

/** @throws if the rules are nested too deep to read */
export function cleanStylesheet(css: string): string {
  return clean(parse(css, { context: 'stylesheet', parseCustomProperty: true }));
}

/** The value of a `style` attribute. */
export function cleanDeclarations(css: string): string {
  return clean(parse(css, { context: 'declarationList', parseCustomProperty: true }));
}

/** @param css of an attribute such as `fill` */
export function isHarmlessValue(css: string): boolean {
  // Whatever loads something is a function, also when its name has escapes.
  if (!css.includes('(')) return true;
  try {
    return isHarmless(parse(css, { context: 'value', parseCustomProperty: true }));
  } catch {
    // No value of CSS.
    return false;
  }
}

function clean(tree: CssNode): string {
  walk(tree, (node, item, list) => {
    if (item && list && !isAllowed(node)) list.remove(item);
  });
  return generate(tree);
}

/** Judges what stands in a list of rules or declarations; their values are judged with them. */
function isAllowed(node: CssNode): boolean {
  const { type, name = '', property = '', prelude, value } = node;
  switch (type) {
    case 'Atrule':
      return AT_RULES.has(name.toLowerCase()) && (!prelude || isHarmless(prelude));
    case 'Rule':
      return !prelude || isHarmless(prelude);
    case 'Declaration': {
      const isKnown = property.startsWith('--') || isProperty(property.toLowerCase());
      if (!isKnown || typeof value !== 'object' || !isHarmless(value)) return false;
      // Every element could show it with `var()`.
      return !property.startsWith('--') || fragmentsIn(value).length === 0;
    }
    // What cannot be read, and what browsers skip.
    case 'Raw':
    case 'Comment':
    case 'CDO':
    case 'CDC':
      return false;
    default:
      return true;
  }
}

function isHarmless(tree: CssNode): boolean {
  let harmless = true;
  walk(tree, ({ type, name = '', value }) => {
    if (type === 'Raw') harmless = false;
    if (type === 'Function' && !FUNCTIONS.has(name.toLowerCase())) harmless = false;
    if (type === 'Url' && !(typeof value === 'string' && isOwnAddress(value))) harmless = false;
  });
  return harmless;
}
