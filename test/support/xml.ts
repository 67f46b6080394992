/** Strict XML parser: throws if a document is not well-formed (XML 1.0, without DTDs). */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** The text directly inside, references resolved. */
  text: string;
}

const NAME = '[\\p{L}_:][\\p{L}\\p{N}_:.-]*';
const TOKEN = new RegExp(
  `<\\?[^>]*\\?>|<!--(?:(?!--)[^])*-->|<!\\[CDATA\\[[^]*?\\]\\]>|</(${NAME})\\s*>|<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^<"]*"|'[^<']*'))*)\\s*(/?)>|[^<]+`,
  'uy',
);
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The root element. */
export function parseXml(source: string): XmlElement {
  if (FORBIDDEN.test(source) || !source.isWellFormed()) {
    throw new Error('The document holds a character that XML forbids');
  }
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (match === null) throw new Error(`Not XML: ${source.slice(at, at + 60)}`);
    const [token, closing, opening, attributes = '', empty] = match;
    const parent = open.at(-1) ?? top;
    if (opening !== undefined) {
      const element = {
        name: opening,
        attributes: readAttributes(attributes),
        children: [],
        text: '',
      };
      parent.children.push(element);
      if (empty === '') open.push(element);
    } else if (closing !== undefined) {
      if (parent === top || open.pop()?.name !== closing) throw new Error(`Misplaced ${token}`);
    } else if (token.startsWith('<![CDATA[')) {
      parent.text += token.slice(9, -3);
    } else if (!token.startsWith('<')) {
      if (token.includes(']]>')) throw new Error('A text holds ]]>');
      parent.text += resolve(token);
    }
  }
  const [root, ...others] = top.children;
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is never closed`);
  if (root === undefined || others.length > 0 || top.text.trim() !== '') {
    throw new Error('A document has exactly one root');
  }
  return root;
}

/** Every element below `element`, or those of this name. */
export function xmlElements(element: XmlElement, name?: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(name === undefined || child.name === name ? [child] : []),
    ...xmlElements(child, name),
  ]);
}

/** The text of the first child of this name. */
export function childText(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text;
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', quoted = ''] of source.matchAll(/([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (Object.hasOwn(attributes, name)) throw new Error(`The attribute ${name} stands twice`);
    attributes[name] = resolve(quoted.slice(1, -1));
  }
  return attributes;
}

function resolve(text: string): string {
  return text.replace(/&([^;&]*;?)/g, (reference, body: string) => {
    const [, hex, decimal, name] = /^(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));$/i.exec(body) ?? [];
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    const character = name === undefined ? undefined : ENTITIES[name];
    if (character === undefined) throw new Error(`No such reference: ${reference}`);
    return character;
  });
}
