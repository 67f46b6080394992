/** HTML of posts that Ghost has not rendered: trees of its editor (Lexical). */
import { escapeHtml } from '../../../lib/html.ts';
import { cardHtml, isData, type CardData } from './cards.ts';
import { isForVisitors } from './visibility.ts';

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

/** The last is a word that reminds the writer of what is to come. */
const TEXTS = new Set(['text', 'extended-text', 'code-highlight', 'tk']);

/** Helpers of the editor. */
const UNSEEN = new Set(['zwnj', 'at-link', 'at-link-search']);

/** The editor nests lists a few levels deep. */
const MAX_DEPTH = 200;

/** What is left out. */
export interface Findings {
  /** Types of nodes that are not known. */
  readonly unknown: Set<string>;
  /** Number of cards that not everyone could see. */
  withheld: number;
}

/** @param found receives what is left out */
export function lexicalHtml(tree: unknown, found: Findings): string {
  return isData(tree) ? childrenHtml(dataOf(tree['root']), found, 0) : '';
}

function dataOf(value: unknown): CardData {
  return isData(value) ? value : {};
}

function childrenOf(node: CardData): CardData[] {
  const children = node['children'];
  return Array.isArray(children) ? children.map(dataOf) : [];
}

function childrenHtml(node: CardData, found: Findings, depth: number): string {
  if (depth > MAX_DEPTH) return '';
  return childrenOf(node)
    .map((child) => nodeHtml(child, found, depth))
    .join('');
}

function nodeHtml(node: CardData, found: Findings, depth: number): string {
  const type = textOf(node, 'type');
  const inner = (): string => childrenHtml(node, found, depth + 1);
  if (TEXTS.has(type)) return textHtml(node);
  if (type === 'linebreak') return '<br>';
  if (type === 'tab') return ' ';
  if (type === 'heading' || type === 'extended-heading') {
    const tag = /^h[1-6]$/.exec(textOf(node, 'tag'))?.[0] ?? 'h2';
    return `<${tag}>${inner()}</${tag}>`;
  }
  if (type === 'list') return listHtml(node, found, depth + 1);
  if (type === 'link' || type === 'autolink')
    return `<a href="${escapeHtml(textOf(node, 'url'))}">${inner()}</a>`;
  const tag = TAGS.get(type);
  if (tag !== undefined) return `<${tag}>${inner()}</${tag}>`;
  if (UNSEEN.has(type)) return '';
  if (!isForVisitors(node)) {
    found.withheld++;
    return '';
  }
  const card = cardHtml(type, node);
  if (card === undefined) found.unknown.add(type);
  return card ?? inner();
}

/** The editor puts a nested list into an item of its own, which has no bullet. */
function listHtml(node: CardData, found: Findings, depth: number): string {
  const tag = textOf(node, 'listType') === 'number' || textOf(node, 'tag') === 'ol' ? 'ol' : 'ul';
  const items: string[] = [];
  for (const item of childrenOf(node)) {
    const content = childrenHtml(item, found, depth + 1);
    const [first] = childrenOf(item);
    const isNested = first !== undefined && first['type'] === 'list' && items.length > 0;
    if (isNested) items[items.length - 1] += content;
    else items.push(content);
  }
  return `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
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
