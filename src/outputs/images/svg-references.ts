/** Finds the references of CSS to parts of a drawing, such as `mask: url(#leaf)`. */
import parse, { type CssNode } from 'css-tree/parser';
import walk from 'css-tree/walker';

/** A rule that makes elements refer to a part. */
export interface ReferringRule {
  /** What each of its elements has, in the form of `keysOf`. */
  readonly key: string;
  /** Address of the part: `#leaf`. */
  readonly fragment: string;
}

/** Addresses that begin with `#`, without the escapes of CSS. */
export function fragmentsIn(tree: CssNode): string[] {
  const found: string[] = [];
  walk(tree, ({ type, value }) => {
    if (type !== 'Url' || typeof value !== 'string') return;
    if (value.trim().startsWith('#')) found.push(value.trim());
  });
  return found;
}

/** Those of an attribute. */
export function fragmentsInAttribute(name: string, css: string): string[] {
  if (!css.includes('(') || !/[#\\]/.test(css)) return [];
  if (name === 'style') return fragmentsIn(read(css, 'declarationList'));
  // Animations have lists of values.
  return css.split(';').flatMap((value) => fragmentsIn(read(value, 'value')));
}

/** Those of the rules of a stylesheet. */
export function referringRules(css: string): ReferringRule[] {
  if (!/url\(/i.test(css)) return [];
  const rules: ReferringRule[] = [];
  walk(read(css, 'stylesheet'), (node) => {
    if (node.type !== 'Rule') return;
    const fragments = fragmentsIn(node);
    if (fragments.length === 0) return;
    for (const selector of node.prelude?.children ?? []) {
      const key = keyOf(selector);
      for (const fragment of fragments) rules.push({ key, fragment });
    }
  });
  return rules;
}

/** Keys of the rules that may apply to an element. */
export function keysOf(name: string, attributes: Readonly<Record<string, string>>): string[] {
  const { id, class: classes = '' } = attributes;
  return [
    '*',
    name.toLowerCase(),
    ...(id === undefined ? [] : [`#${id}`]),
    ...classes.split(/\s+/).map((one) => `.${one}`),
  ];
}

/** The last id, class or element of a selector; `*` if it has none, as in key frames. */
function keyOf({ children }: CssNode): string {
  let key = '*';
  for (const { type, name = '' } of children ?? []) {
    if (type === 'Combinator') key = '*';
    else if (type === 'IdSelector') key = `#${unescape(name)}`;
    else if (type === 'ClassSelector' && !key.startsWith('#')) key = `.${unescape(name)}`;
    else if (type === 'TypeSelector' && key === '*' && !/^(?:from|to)$/i.test(name))
      key = unescape(name).toLowerCase();
  }
  return key;
}

/** https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point */
function unescape(name: string): string {
  return name.replace(
    /\\(?:([0-9a-f]{1,6})\s?|(.))/gis,
    (_, code: string | undefined, sign: string) => {
      const point = code === undefined ? undefined : Number.parseInt(code, 16);
      return point === undefined ? sign : point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
    },
  );
}

function read(css: string, context: 'declarationList' | 'stylesheet' | 'value'): CssNode {
  try {
    return parse(css, { context, parseCustomProperty: true });
  } catch {
    // No CSS, so it shows nothing.
    return { type: 'Raw' };
  }
}
