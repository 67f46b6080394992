/** HTML of posts that Ghost has not rendered: trees of its editor (Lexical). */
import { escapeHtml } from '../../../lib/html.ts';
import { cardHtml, isData, type CardData } from './cards.ts';

/** Bits of the format of a text. https://lexical.dev/docs/concepts/nodes */
const FORMATS: readonly (readonly [bit: number, tag: string])[] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
  [128, 'mark'],
];

/** Tags of nodes with children. */
const TAGS: ReadonlyMap<string, string> = new Map([
  ['paragraph', 'p'],
  ['quote', 'blockquote'],
  ['extended-quote', 'blockquote'],
  ['aside', 'blockquote'],
  ['listitem', 'li'],
]);

/** The editor nests lists a few levels deep. */
const MAX_DEPTH = 200;

/** @param unknown gets the types of nodes that are left out */
export function lexicalHtml(tree: unknown, unknown: Set<string>): string {
  return isData(tree) ? childrenHtml(dataOf(tree['root']), unknown, 0) : '';
}

function dataOf(value: unknown): CardData {
  return isData(value) ? value : {};
}

function childrenHtml(node: CardData, unknown: Set<string>, depth: number): string {
  const children = node['children'];
  if (!Array.isArray(children) || depth > MAX_DEPTH) return '';
  return children.map((child) => nodeHtml(dataOf(child), unknown, depth)).join('');
}

function nodeHtml(node: CardData, unknown: Set<string>, depth: number): string {
  const type = textOf(node, 'type');
  const inner = (): string => childrenHtml(node, unknown, depth + 1);
  if (type === 'text' || type === 'extended-text' || type === 'code-highlight')
    return textHtml(node);
  if (type === 'linebreak') return '<br>';
  if (type === 'tab') return ' ';
  if (type === 'heading' || type === 'extended-heading') {
    const tag = /^h[1-6]$/.exec(textOf(node, 'tag'))?.[0] ?? 'h2';
    return `<${tag}>${inner()}</${tag}>`;
  }
  if (type === 'list') {
    const tag = textOf(node, 'listType') === 'number' || textOf(node, 'tag') === 'ol' ? 'ol' : 'ul';
    return `<${tag}>${inner()}</${tag}>`;
  }
  if (type === 'link' || type === 'autolink' || type === 'at-link')
    return `<a href="${escapeHtml(textOf(node, 'url'))}">${inner()}</a>`;
  const tag = TAGS.get(type);
  if (tag !== undefined) return `<${tag}>${inner()}</${tag}>`;
  const card = cardHtml(type, node);
  if (card === undefined) unknown.add(type);
  return card ?? inner();
}

function textHtml(node: CardData): string {
  const format = typeof node['format'] === 'number' ? node['format'] : 0;
  let html = escapeHtml(textOf(node, 'text'));
  for (const [bit, tag] of FORMATS) if ((format & bit) !== 0) html = `<${tag}>${html}</${tag}>`;
  return html;
}

function textOf(node: CardData, name: string): string {
  const value = Object.hasOwn(node, name) ? node[name] : undefined;
  return typeof value === 'string' ? value : '';
}
