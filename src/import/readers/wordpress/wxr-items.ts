/** Streams the parts of a WordPress export, and reads their fields. */
import type { SourceFile } from '../../source/source.ts';
import { childrenOf, xmlItems, type XmlNode } from '../../source/xml-items.ts';
import { plainText } from '../plain-text.ts';
import { mendWxr } from './mend-wxr.ts';

export interface WxrItem {
  readonly node: XmlNode;
  readonly file: string;
  /** Whether the file ends in it. */
  readonly isCut: boolean;
}

/** Prefixes of the namespaces; nearly always `wp`, `content`, `excerpt` and `dc`. */
export type Prefixes = ReadonlyMap<string, string>;

/**
 * @param paths below `rss/channel`, with the usual prefixes
 * @param onCut called if the file ends before its last end tag
 */
export async function* wxrItems(
  file: SourceFile,
  prefixes: Prefixes,
  paths: readonly string[],
  onCut: () => void = () => {},
): AsyncGenerator<WxrItem> {
  const written = paths.map((path) => `rss/channel/${asWritten(path, prefixes)}`);
  const reader = xmlItems(mendWxr(file), new Set(written));
  const toUsual = new Map([...prefixes].map(([usual, own]) => [own, usual]));
  const usual = (node: XmlNode) => (toUsual.size === 0 ? node : renamed(node, toUsual));
  for await (const node of reader.items)
    yield { node: usual(node), file: file.path, isCut: node.isCut ?? false };
  if (!reader.isComplete()) onCut();
}

/** Finds prefixes other than the usual ones. */
export function prefixesIn(start: string): Prefixes {
  const prefixes = new Map<string, string>();
  for (const [, prefix = '', namespace = ''] of start.matchAll(
    /\sxmlns:([\w.-]{1,50})\s*=\s*["']([^"'<>\s]{1,200})["']/g,
  )) {
    const usual = usualPrefix(namespace);
    if (usual !== undefined && usual !== prefix) prefixes.set(usual, prefix);
  }
  return prefixes;
}

function usualPrefix(namespace: string): string | undefined {
  const [, part] = /wordpress\.org\/export\/[\d.]+\/(excerpt)?/.exec(namespace) ?? [undefined];
  if (namespace.includes('wordpress.org/export/')) return part ?? 'wp';
  if (namespace.includes('/rss/1.0/modules/content')) return 'content';
  return namespace.includes('/dc/elements/1.1') ? 'dc' : undefined;
}

function asWritten(name: string, prefixes: Prefixes): string {
  const colon = name.indexOf(':');
  const prefix = colon === -1 ? undefined : prefixes.get(name.slice(0, colon));
  return prefix === undefined ? name : prefix + name.slice(colon);
}

function renamed(node: XmlNode, toUsual: ReadonlyMap<string, string>): XmlNode {
  return {
    ...node,
    name: asWritten(node.name, toUsual),
    children: node.children.map((child) => renamed(child, toUsual)),
  };
}

/** Trimmed text of a child; '' if there is none. */
export function field(node: XmlNode, name: string): string {
  return node.children.find((child) => child.name === name)?.text.trim() ?? '';
}

/** One line of plain text. CDATA sections hold HTML. */
export function lineField(node: XmlNode, name: string): string {
  const child = node.children.find((one) => one.name === name);
  return child === undefined ? '' : lineOf(child);
}

export function lineOf(node: XmlNode): string {
  return node.isCdata ? plainText(node.text) : node.text.replace(/\s+/g, ' ').trim();
}

/** Values of `wp:postmeta` by key, in order. */
export function metaOf(node: XmlNode): ReadonlyMap<string, readonly string[]> {
  const meta = new Map<string, string[]>();
  for (const entry of childrenOf(node, 'wp:postmeta')) {
    const key = field(entry, 'wp:meta_key');
    const value = field(entry, 'wp:meta_value');
    const values = meta.get(key);
    if (values === undefined) meta.set(key, [value]);
    else values.push(value);
  }
  return meta;
}
