/** Replaces the tags of Liquid and Nunjucks in posts by what they stand for. Runs no code. */
import { visibleTag, type Format } from '../text-site/output.ts';
import { isText, type OutputNode, type TagNode, type TextTree } from '../text-site/tag-tree.ts';
import { parseLiquid } from './parse.ts';
import { UNKNOWN, evaluate, test, written, type Scope } from './values.ts';

export interface Liquid {
  readonly format: Format;
  readonly scope: Scope;
  readonly tags: Pick<ReadonlyMap<string, TagRenderer>, 'get'>;
  /** Told each tag that stays as visible text. */
  readonly unknown: (raw: string) => void;
  /** What is inside code, which stays as it is by default. */
  readonly code?: ((code: string) => string) | undefined;
}

export interface TagUse {
  readonly args: string;
  /** What is between a tag and its end, as written. */
  readonly source: string;
  readonly hasEnd: boolean;
  /** The same, with its own tags replaced. */
  readonly inner: () => string;
  /** The end of the output in front of it. */
  readonly before: string;
  /** Spaces in front of the tag, if nothing else stands on its line. */
  readonly indent: string | undefined;
  readonly liquid: Liquid;
}

/** @returns `undefined` if the tag has no meaning here */
export type TagRenderer = (use: TagUse) => string | undefined;

export function renderLiquid(text: string, liquid: Liquid): string {
  if (!/\{[%{#]/.test(text)) return text;
  return renderNodes(parseLiquid(text, liquid.format), liquid);
}

/** Characters of the output that tags may see. */
const TAIL = 500;

/** HTML that goes on up to a blank line in Markdown, and addresses that are paragraphs of their own. */
const BLOCK =
  /^(?:<(?:audio|blockquote|details|div|dl|figure|iframe|pre|table|video)\b|<https?:[^<>\s]*>$)/;

export function renderNodes(nodes: readonly TextTree[], liquid: Liquid): string {
  const output: string[] = [];
  let tail = '';
  let trimsNext = false;
  let followsBlock = false;
  const write = (text: string): void => {
    output.push(text);
    tail = (tail + text.slice(-TAIL)).slice(-TAIL);
  };
  for (const [index, node] of nodes.entries()) {
    if (isText(node)) {
      const code = node.type === 'code' ? liquid.code?.(node.text) : undefined;
      const text = trimsNext ? (code ?? node.text).trimStart() : (code ?? node.text);
      write(followsBlock ? text.replace(/^[ \t]*\r?\n(?![ \t]*\r?\n)/, '\n\n') : text);
      trimsNext = false;
      followsBlock = false;
      continue;
    }
    // `{%-` and `-%}` take the white space around them away.
    if (node.raw[2] === '-') output.push((output.pop() ?? '').trimEnd());
    const result = node.type === 'output' ? expression(node, liquid) : tagOf(node, liquid, tail);
    followsBlock =
      liquid.format === 'markdown' &&
      /(?:^|\n)$/.test(tail) &&
      endsLine(nodes[index + 1]) &&
      BLOCK.test(result);
    if (followsBlock && lastLine(tail).trim() !== '') write('\n');
    write(result);
    const end = node.type === 'tag' ? (node.body?.endRaw ?? node.raw) : node.raw;
    trimsNext = end.at(-3) === '-';
  }
  return output.join('');
}

/** The line above. */
function lastLine(text: string): string {
  const end = text.slice(0, -1);
  return end.slice(end.lastIndexOf('\n') + 1);
}

/** Whether nothing else stands on the line in front of a node. */
function endsLine(node: TextTree | undefined): boolean {
  return node === undefined || (node.type === 'text' && /^[ \t]*(?:\r?\n|$)/.test(node.text));
}

function expression({ raw, expression: source }: OutputNode, liquid: Liquid): string {
  const value = evaluate(source, liquid.scope);
  const text = value === UNKNOWN ? undefined : written(value);
  return text ?? visible(raw, liquid);
}

function visible(raw: string, liquid: Liquid): string {
  liquid.unknown(raw);
  return visibleTag(raw, liquid.format);
}

function tagOf(tag: TagNode, liquid: Liquid, before: string): string {
  const { name, body } = tag;
  const inner = (): string => (body === undefined ? '' : renderNodes(body.nodes, liquid));
  const render = CONTROL.get(name) ?? liquid.tags.get(name);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const result = render?.(
    {
      args: tag.args,
      source: body?.text ?? '',
      hasEnd: body !== undefined,
      inner,
      before,
      indent: /^[ \t]*$/.test(line) ? line : undefined,
      liquid,
    },
    tag,
  );
  if (result !== undefined) return result;
  if (body === undefined) return visible(tag.raw, liquid);
  return visible(tag.raw, liquid) + inner() + visible(body.endRaw, liquid);
}

type Control = (use: TagUse, tag: TagNode) => string | undefined;

const CONTROL: ReadonlyMap<string, Control> = new Map<string, Control>([
  ['raw', ({ source, hasEnd }) => (hasEnd ? source : undefined)],
  ['verbatim', ({ source, hasEnd }) => (hasEnd ? source : undefined)],
  ['comment', ({ hasEnd }) => (hasEnd ? '' : undefined)],
  ['doc', ({ hasEnd }) => (hasEnd ? '' : undefined)],
  ['if', (use, tag) => branch(use, tag, (condition) => test(condition, use.liquid.scope))],
  [
    'unless',
    (use, tag) =>
      branch(use, tag, (condition, isFirst) => {
        const holds = test(condition, use.liquid.scope);
        return holds === undefined || !isFirst ? holds : !holds;
      }),
  ],
  ['assign', assign],
  ['set', assign],
  ['capture', capture],
]);

/** The first branch whose condition holds; `undefined` if a condition is unknown. */
function branch(
  { args, liquid }: TagUse,
  { body }: TagNode,
  holds: (condition: string, isFirst: boolean) => boolean | undefined,
): string | undefined {
  if (body === undefined) return undefined;
  let isChosen = holds(args, true);
  let isFound = false;
  const chosen: TextTree[] = [];
  for (const node of body.nodes) {
    if (isChosen === undefined) return undefined;
    const isBranch = node.type === 'tag' && /^(?:elsif|elif|elseif|else)$/.test(node.name);
    if (!isBranch) {
      if (isChosen) chosen.push(node);
      continue;
    }
    isFound ||= isChosen;
    isChosen = !isFound && (node.name === 'else' || holds(node.args, false));
  }
  return isChosen === undefined ? undefined : renderNodes(chosen, liquid);
}

function assign({ args, liquid: { scope } }: TagUse): string | undefined {
  const [, name, source] = /^([\w-]+)\s*=(.*)$/s.exec(args) ?? [];
  if (name === undefined || source === undefined) return undefined;
  const value = evaluate(source, scope);
  if (value === UNKNOWN) return undefined;
  scope.variables.set(name, value);
  return '';
}

function capture({ args, inner, hasEnd, liquid: { scope } }: TagUse): string | undefined {
  if (!hasEnd) return undefined;
  scope.variables.set(args.replace(/["']/g, ''), inner());
  return '';
}
