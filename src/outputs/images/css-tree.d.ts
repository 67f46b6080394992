/** The parts of css-tree that are used: without its dictionary of all properties. */

declare module 'css-tree/parser' {
  export interface CssNode {
    readonly type: string;
    readonly name?: string;
    readonly property?: string;
    readonly prelude?: CssNode | null;
    readonly value?: CssNode | string;
    readonly children?: Iterable<CssNode> | null;
  }
  /**
   * What it cannot read is a node of the type `Raw`.
   * @throws if a `value` cannot be read at all
   */
  export default function parse(
    css: string,
    options: {
      context: 'declarationList' | 'stylesheet' | 'value';
      parseCustomProperty: boolean;
    },
  ): CssNode;
}

declare module 'css-tree/walker' {
  import type { CssNode } from 'css-tree/parser';

  interface List {
    remove: (item: object) => void;
  }
  /** Without `item` and `list` for a node that is not in a list. */
  export default function walk(
    tree: CssNode,
    enter: (node: CssNode, item?: object | null, list?: List | null) => void,
  ): void;
}

declare module 'css-tree/generator' {
  import type { CssNode } from 'css-tree/parser';

  export default function generate(tree: CssNode): string;
}
