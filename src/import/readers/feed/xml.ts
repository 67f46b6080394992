/** Reads RSS 0.9 to 2.0, RDF and Atom 0.3 and 1.0. */
import { escapeText } from '../../../lib/html.ts';
import type { Notice } from '../../model.ts';
import type { SourceFile } from '../../source/source.ts';
import { localName, type XmlNode } from '../../source/xml-items.ts';
import { webUrl } from '../addresses.ts';
import { isoDate } from '../dates.ts';
import { withLineBreaks } from '../line-breaks.ts';
import { decoded, oneLine, textOfHtml } from '../text.ts';
import { xmlEntries, type XmlEntry } from '../xml-entries.ts';
import type { FeedHead, FeedItem } from './item.ts';

/** Parents of items and of what describes the feed, by local names; prefixes vary. */
const ITEMS = ['feed/entry', 'rss/channel/item', 'rss/item', 'RDF/item', 'channel/item'];
const HEADS = [
  'title',
  'subtitle',
  'tagline',
  'description',
  'language',
  'link',
  'generator',
  'id',
];
const PARENTS = ['feed', 'rss/channel', 'RDF/channel', 'channel'];

/** @param root name of the root element, with its prefix */
function pathsOf(names: readonly string[], root: string): Set<string> {
  const prefix = prefixOf(root);
  const inner = localName(root) === 'RDF' ? '' : prefix;
  return new Set(
    names.map((name) => {
      const [first = '', ...others] = name.split('/');
      return [`${prefix}${first}`, ...others.map((part) => `${inner}${part}`)].join('/');
    }),
  );
}

/** Atom's way to say that the content of an element is a tree of HTML. */
function isXhtml(name: string, attributes: Readonly<Record<string, string>>): boolean {
  const type = attributes['type'];
  return type === 'xhtml' || attributes['mode'] === 'xml' || localName(name) === 'body';
}

export async function* xmlFeedItems(
  file: SourceFile,
  root: string,
): AsyncGenerator<FeedItem | Notice> {
  for await (const entry of xmlEntries(file, pathsOf(ITEMS, root), isXhtml))
    yield entry.type === 'xml' ? itemOf(entry, prefixOf(root)) : entry;
}

/** @param root name of the root element, with its prefix */
export async function xmlFeedHead(file: SourceFile, root: string): Promise<FeedHead> {
  const names = PARENTS.flatMap((parent) => HEADS.map((name) => `${parent}/${name}`));
  const paths = pathsOf(names, root);
  for (const parent of PARENTS) paths.add(`${parent}/atom:link`);
  const nodes: XmlNode[] = [];
  for await (const entry of xmlEntries(file, paths))
    if (entry.type === 'xml') nodes.push(entry.node);
  const text = (...wanted: string[]): string =>
    textOfHtml(nodes.find(({ name }) => wanted.includes(localName(name)))?.text ?? '');
  const links = nodes.filter(({ name }) => localName(name) === 'link');
  const plain = links.find(({ attributes }) => !attributes.has('href'))?.text.trim() ?? '';
  return {
    title: text('title'),
    description: text('subtitle', 'tagline', 'description'),
    language: text('language'),
    link: webUrl(plain) ?? hrefOf(links, 'alternate'),
    next: hrefOf(links, 'next') ?? hrefOf(links, 'prev-archive'),
    isBlogger:
      text('generator') === 'Blogger' || /tag:blogger\.com,1999:blog-\d+$/.test(text('id')),
  };
}

/** With its colon; '' if there is none. */
function prefixOf(root: string): string {
  return root.slice(0, -localName(root).length);
}

function itemOf({ node, place }: XmlEntry, prefix: string): FeedItem {
  const all = (...names: string[]): XmlNode[] =>
    node.children.filter(({ name }) =>
      names.includes(name.startsWith(prefix) ? name.slice(prefix.length) : name),
    );
  const text = (...names: string[]): string =>
    names.map((name) => all(name)[0]?.text.trim() ?? '').find((one) => one !== '') ?? '';
  const links = all('link', 'atom:link', 'a10:link');
  const guid = all('guid')[0];
  const link =
    text('feedburner:origLink') ||
    links.map((one) => one.text.trim()).find((one) => one !== '') ||
    hrefOf(links, 'alternate') ||
    (guid?.attributes.get('isPermaLink') === 'false' ? '' : guid?.text.trim()) ||
    node.attributes.get('rdf:about') ||
    '';
  const [full] = all('content:encoded', 'content', 'atom:content', 'xhtml:body', 'body').filter(
    (one) => one.text.trim() !== '',
  );
  const [short] = all('description', 'summary', 'atom:summary').filter(
    (one) => one.text.trim() !== '',
  );
  const body = full ?? short;
  const enclosures = enclosuresOf(node, links);
  return {
    type: 'item',
    place,
    id: guid?.text.trim() || text('id', 'atom:id') || node.attributes.get('rdf:about') || '',
    link: webUrl(link),
    title: titleOf(all('title')[0]),
    html: body === undefined ? '' : htmlOf(body),
    published: isoDate(text('pubDate', 'published', 'issued', 'dc:date', 'created', 'date')),
    updated: isoDate(
      text('updated', 'modified', 'atom:updated', 'a10:updated', 'dcterms:modified'),
    ),
    authors: authorsOf(all('author', 'dc:creator', 'atom:author', 'creator')),
    tags: tagsOf(all('category', 'dc:subject')),
    description: full === undefined ? undefined : descriptionOf(short, full),
    language: node.attributes.get('xml:lang'),
    enclosures: enclosures.filter(({ type }) => !type.startsWith('image/')),
    cover: enclosures.find(({ type }) => type.startsWith('image/'))?.url,
    base: webUrl(body?.attributes.get('xml:base') ?? node.attributes.get('xml:base') ?? ''),
    about: hrefOf(links, 'related') ?? hrefOf(links, 'via'),
  };
}

function titleOf(title: XmlNode | undefined): string {
  if (title === undefined) return '';
  const type = title.attributes.get('type') ?? '';
  return type.includes('html') ? textOfHtml(title.text) : decoded(title.text);
}

/** Atom's plain text becomes HTML; RSS does not say which of the two it is. */
function htmlOf({ name, attributes, text }: XmlNode): string {
  const type = attributes.get('type') ?? '';
  const isAtom = ['content', 'summary'].includes(localName(name)) && !name.startsWith('content:');
  const isText = isAtom && (type === '' || type === 'text' || type === 'text/plain');
  const isReally = isText && !/<\w[^>]*>/.test(text);
  return withLineBreaks((isReally ? escapeText(text) : text).trim());
}

/** E-mail addresses are dropped: RSS has `mail@example.org (Name)`. */
function authorsOf(nodes: readonly XmlNode[]): string[] {
  return nodes
    .map(({ children, text }) => {
      const name = children.find((child) => localName(child.name) === 'name')?.text ?? text;
      const inside = /\(([^()]+)\)\s*$/.exec(name)?.[1];
      return decoded(name.includes('@') ? (inside ?? '') : name);
    })
    .filter((name) => name !== '');
}

function tagsOf(nodes: readonly XmlNode[]): string[] {
  return nodes
    .filter(({ attributes }) => attributes.get('scheme')?.endsWith('#kind') !== true)
    .map(({ attributes, text }) =>
      decoded(attributes.get('label') ?? attributes.get('term') ?? text),
    )
    .filter((tag) => tag !== '');
}

/** A summary that somebody wrote, not the beginning of the body. */
function descriptionOf(short: XmlNode | undefined, full: XmlNode): string | undefined {
  if (short === undefined) return undefined;
  const text = textOfHtml(short.text);
  const isBeginning = textOfHtml(full.text).startsWith(text.slice(0, 60));
  return isBeginning || text.length > 300 ? undefined : oneLine(text) || undefined;
}

function enclosuresOf(node: XmlNode, links: readonly XmlNode[]) {
  const elements = [
    ...node.children.filter(({ name }) => name === 'enclosure'),
    ...links.filter(({ attributes }) => attributes.get('rel') === 'enclosure'),
  ];
  return elements.flatMap(({ attributes }) => {
    const url = webUrl(attributes.get('url') ?? attributes.get('href') ?? '');
    return url === undefined ? [] : [{ url, type: attributes.get('type') ?? '' }];
  });
}

function hrefOf(links: readonly XmlNode[], rel: string): string | undefined {
  return links
    .filter(({ attributes }) => (attributes.get('rel') ?? 'alternate') === rel)
    .map(({ attributes }) => webUrl(attributes.get('href') ?? ''))
    .find((href) => href !== undefined);
}
