/** Parses a text with tags of Liquid or Nunjucks: `{% name arguments %}`, `{{ expression }}`, `{# comment #}`. */
import { splitCodeAndTags, type FoundTag } from '../text-site/markdown-code.ts';
import type { Format } from '../text-site/output.ts';

export interface TagNode {
  readonly type: 'tag';
  /** As written. */
  readonly raw: string;
  readonly name: string;
  readonly args: string;
  /** What is between it and its end tag, which is absent if it has none. */
  readonly body?:
    | { readonly nodes: readonly LiquidNode[]; readonly text: string; readonly endRaw: string }
    | undefined;
}

export interface TextNode {
  readonly type: 'text' | 'code';
  readonly text: string;
}

export interface OutputNode {
  readonly type: 'output';
  readonly raw: string;
  readonly expression: string;
}

export type LiquidNode = TextNode | OutputNode | TagNode;

interface Token {
  readonly type: 'output' | 'tag' | 'comment' | 'verbatim';
  readonly raw: string;
  readonly name: string;
  readonly args: string;
  /** Of a tag whose content is no Liquid. */
  readonly body?: string;
  readonly endRaw?: string;
}

/** Tags whose content is taken as it is. */
const VERBATIM = new Set(['raw', 'highlight', 'comment', 'codeblock', 'code', 'doc', 'javascript']);
/** Nested deeper, tags are text. */
const MAX_DEPTH = 50;

export function parseLiquid(text: string, format: Format): readonly LiquidNode[] {
  const pieces =
    format === 'markdown'
      ? splitCodeAndTags(text, String.raw`\{[{%#]`, tokenReader(text))
      : withoutCode(text);
  const tokens = pieces.map((piece): Flat =>
    piece.type === 'tag' ? piece.tag : { type: piece.type, text: piece.text },
  );
  return nest(tokens);
}

type Flat = Token | TextNode;

export function isTextNode(node: Flat | LiquidNode): node is TextNode {
  return node.type === 'text' || node.type === 'code';
}

function withoutCode(text: string): ReturnType<typeof splitCodeAndTags<Token>> {
  const read = tokenReader(text);
  const pieces: ReturnType<typeof splitCodeAndTags<Token>> = [];
  let done = 0;
  const next = /\{[{%#]/g;
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const found = read(match.index);
    if (found === undefined) continue;
    pieces.push({ type: 'text', text: text.slice(done, match.index) });
    pieces.push({ type: 'tag', tag: found.tag });
    done = found.end;
    next.lastIndex = done;
  }
  pieces.push({ type: 'text', text: text.slice(done) });
  return pieces;
}

const NAME = /^[\w-]+/;

function tokenReader(text: string): (offset: number) => FoundTag<Token> | undefined {
  /** Ends that do not occur any more, so that nobody looks again. */
  const missing = new Set<string>();
  const find = (end: string, from: number): number | undefined => {
    if (missing.has(end)) return undefined;
    const found = text.indexOf(end, from);
    if (found === -1) missing.add(end);
    return found === -1 ? undefined : found + end.length;
  };
  return (offset) => {
    const second = text[offset + 1];
    const end = find(second === '{' ? '}}' : second === '%' ? '%}' : '#}', offset + 2);
    if (end === undefined) return undefined;
    const raw = text.slice(offset, end);
    // A tag is one paragraph at most; anything longer is a brace in prose.
    if (/\n[ \t]*\r?\n/.test(raw) || raw.length > 5000) return undefined;
    if (second === '#') return { tag: { type: 'comment', raw, name: '', args: '' }, end };
    if (second === '{') {
      const args = raw.replace(/^\{\{-?|-?\}\}$/g, '').trim();
      return { tag: { type: 'output', raw, name: '', args }, end };
    }
    const inner = raw.replace(/^\{%-?|-?%\}$/g, '').trim();
    const name = NAME.exec(inner)?.[0];
    if (name === undefined) return undefined;
    const tag = { type: 'tag' as const, raw, name, args: inner.slice(name.length).trim() };
    if (!VERBATIM.has(name) || missing.has(name)) return { tag, end };
    const closing = new RegExp(String.raw`\{%-?\s*end${name}\s*-?%\}`, 'g');
    closing.lastIndex = end;
    const close = closing.exec(text);
    if (close === null) {
      missing.add(name);
      return { tag, end };
    }
    const body = text.slice(end, close.index);
    const [endRaw] = close;
    return { tag: { ...tag, type: 'verbatim', body, endRaw }, end: close.index + endRaw.length };
  };
}

interface Open {
  readonly token: Token | undefined;
  readonly nodes: LiquidNode[];
  readonly texts: string[];
}

function nest(tokens: readonly Flat[]): readonly LiquidNode[] {
  const ends = new Set(
    tokens.flatMap((token) =>
      !isTextNode(token) && token.name.startsWith('end') ? token.name : [],
    ),
  );
  const stack: Open[] = [{ token: undefined, nodes: [], texts: [] }];
  const add = (node: LiquidNode, text: string): void => {
    stack.at(-1)?.nodes.push(node);
    stack.at(-1)?.texts.push(text);
  };
  /** An element without its end has no content. */
  const unwrap = (): void => {
    const open = stack.pop();
    if (open?.token === undefined) return;
    add(plain(open.token), open.token.raw);
    open.nodes.forEach((node, index) => add(node, open.texts[index] ?? ''));
  };
  for (const token of tokens) {
    if (isTextNode(token)) add(token, token.text);
    else if (token.type === 'comment') add({ type: 'text', text: '' }, token.raw);
    else if (token.type === 'output')
      add({ type: 'output', raw: token.raw, expression: token.args }, token.raw);
    else if (token.type === 'verbatim') {
      const { raw, body = '', endRaw = '' } = token;
      add(
        { ...plain(token), body: { nodes: [{ type: 'text', text: body }], text: body, endRaw } },
        raw + body + endRaw,
      );
    } else if (token.name.startsWith('end')) {
      const name = token.name.slice('end'.length);
      if (!stack.some((open) => open.token?.name === name)) {
        add(plain(token), token.raw);
        continue;
      }
      while (stack.at(-1)?.token?.name !== name) unwrap();
      const open = stack.pop();
      if (open?.token === undefined) continue;
      const text = open.texts.join('');
      const body = { nodes: open.nodes, text, endRaw: token.raw };
      add({ ...plain(open.token), body }, open.token.raw + text + token.raw);
    } else if (ends.has(`end${token.name}`) && stack.length < MAX_DEPTH)
      stack.push({ token, nodes: [], texts: [] });
    else add(plain(token), token.raw);
  }
  while (stack.length > 1) unwrap();
  return stack[0]?.nodes ?? [];
}

function plain({ raw, name, args }: Token): TagNode {
  return { type: 'tag', raw, name, args };
}
