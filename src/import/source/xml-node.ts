/** An element of an XML export. */
export interface XmlNode {
  /** With its prefix, as written. */
  readonly name: string;
  /** 1-based line of the start tag. */
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** Text directly in it, decoded; CDATA as it is. With `markup`: its inner HTML. */
  readonly text: string;
  /** Whether the file ends before its end tag; set on items only. */
  readonly isCut?: boolean;
  /** Whether part of the text was a CDATA section, in which exports put HTML. */
  readonly isCdata?: boolean;
}

/** Without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Of the first child of this name; '' if there is none. */
export function childText(node: XmlNode, name: string): string {
  return node.children.find((child) => child.name === name)?.text ?? '';
}

export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((child) => child.name === name);
}
