/** Puts the tags of a text into each other: what is between a tag and its end is its body. */

export interface TextNode {
  readonly type: 'text' | 'code';
  readonly text: string;
}

/** `{{ expression }}` */
export interface OutputNode {
  readonly type: 'output';
  /** As written. */
  readonly raw: string;
  readonly expression: string;
}

export interface TagNode {
  readonly type: 'tag';
  /** As written. */
  readonly raw: string;
  readonly name: string;
  readonly args: string;
  /** What is between it and its end tag, which is absent if it has none. */
  readonly body?: TagBody | undefined;
}

interface TagBody {
  readonly nodes: readonly TextTree[];
  /** As written. */
  readonly text: string;
  readonly endRaw: string;
}

export type TextTree = TextNode | OutputNode | TagNode;

/** A tag that may be the end of another. */
export interface TagToken extends TagNode {
  /** The name of the tag that it ends. */
  readonly closes?: string | undefined;
}

export type TextToken = TextNode | OutputNode | TagToken;

/** Nested deeper, tags have no body. */
const MAX_DEPTH = 50;

interface Open {
  readonly tag: TagNode | undefined;
  readonly nodes: TextTree[];
}

export function treeOf(tokens: readonly TextToken[]): readonly TextTree[] {
  const ends = new Set(
    tokens.flatMap((token) => (token.type === 'tag' ? (token.closes ?? []) : [])),
  );
  const stack: Open[] = [{ tag: undefined, nodes: [] }];
  const add = (...nodes: readonly TextTree[]): void => {
    for (const node of nodes) stack.at(-1)?.nodes.push(node);
  };
  /** A tag without its end has no body. */
  const unwrap = (): void => {
    const open = stack.pop();
    if (open?.tag !== undefined) add(open.tag, ...open.nodes);
  };
  for (const token of tokens) {
    if (token.type !== 'tag' || token.body !== undefined) add(token);
    else if (token.closes !== undefined) {
      const { closes, raw } = token;
      if (!stack.some(({ tag }) => tag?.name === closes)) {
        add(token);
        continue;
      }
      while (stack.at(-1)?.tag?.name !== closes) unwrap();
      const open = stack.pop();
      if (open?.tag === undefined) continue;
      const body = { nodes: open.nodes, text: open.nodes.map(sourceOf).join(''), endRaw: raw };
      add({ ...open.tag, body });
    } else if (ends.has(token.name) && stack.length < MAX_DEPTH)
      stack.push({ tag: token, nodes: [] });
    else add(token);
  }
  while (stack.length > 1) unwrap();
  return stack[0]?.nodes ?? [];
}

export function isText(node: TextTree): node is TextNode {
  return node.type === 'text' || node.type === 'code';
}

function sourceOf(node: TextTree): string {
  if (isText(node)) return node.text;
  if (node.type === 'output' || node.body === undefined) return node.raw;
  return node.raw + node.body.text + node.body.endRaw;
}
