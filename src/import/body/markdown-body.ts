/** Bodies that are Markdown already: only addresses change, every other byte stays. */
import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { decodeEntities } from '../../lib/html.ts';
import { urlOf } from './address.ts';
import type { ConvertedBody, ConvertOptions, PictureUse } from './body.ts';
import { isSamePicture } from './same-picture.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** An address in the text. */
interface Address {
  /** Offsets in the text; the end is exclusive. Angle brackets and quotes around it belong to it. */
  readonly start: number;
  readonly end: number;
  readonly url: string;
  /** A definition is an image if one refers to it. */
  readonly kind: 'link' | 'image';
  readonly isDefinition: boolean;
  /** Of an image: its description. */
  readonly alt: string;
  /** Of an image: the address of the link around it. Of a link: the image in it. */
  readonly around: string;
  readonly isHtml: boolean;
}

export function picturesOfMarkdown(text: string): PictureUse[] {
  return (addressesIn(text) ?? [])
    .filter(({ kind, url }) => kind === 'image' && url !== '')
    .map(({ url, alt, around }) => ({
      src: url,
      others: isSamePicture(url, around) ? [around] : [],
      alt,
    }));
}

export function convertMarkdown(text: string, { pictures, link }: ConvertOptions): ConvertedBody {
  let result = '';
  let at = 0;
  const addresses = addressesIn(text);
  const isRead = addresses !== undefined;
  const changes = isRead
    ? []
    : [{ text: text.slice(0, 200), reason: 'addresses in a text that is nested too deeply' }];
  for (const address of addresses ?? []) {
    const { url, kind, around, start, end } = address;
    const isEnlargement = kind === 'link' && around !== '' && isSamePicture(around, url);
    const target =
      kind === 'link'
        ? ((isEnlargement ? pictures.get(around) : undefined) ?? link(url))
        : (pictures.get(url) ?? (address.isDefinition ? link(url) : undefined));
    if (target === undefined || start < at) continue;
    result += text.slice(at, start) + (address.isHtml ? quoted(target) : urlOf(target, {}));
    at = end;
  }
  const markdown = (result + text.slice(at)).replace(/(?<!\n)\n+$/, '');
  return { markdown: markdown === '' ? '' : `${markdown}\n`, changes };
}

function quoted(address: string): string {
  return `"${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
}

/** In the order of the text; `undefined` if it cannot be read. */
function addressesIn(text: string): Address[] | undefined {
  if (isExtreme(text)) return undefined;
  try {
    return addressesOf(parser.parse(text), text);
  } catch (error) {
    // Thousands of levels overflow the stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Far more than anybody writes; the parser would take minutes. */
const MAX_LEVELS = 100;
const MAX_BRACKETS = 3000;

function isExtreme(text: string): boolean {
  return text.split(/\n[ \t]*\n/).some((paragraph) => {
    const isNested = paragraph
      .split('\n')
      .some(
        (line) =>
          (/^[\s>*+-]*/.exec(line)?.[0].match(/[>*+-]/g) ?? []).length > MAX_LEVELS &&
          !/^[\s*-]*$/.test(line),
      );
    return isNested || paragraph.split('[').length > MAX_BRACKETS;
  });
}

function addressesOf(root: Root, text: string): Address[] {
  const found: Address[] = [];
  const nodes = nodesOf(root);
  const images = new Map(
    nodes.flatMap(({ node }) =>
      node.type === 'imageReference' ? [[node.identifier, node.alt ?? '']] : [],
    ),
  );
  for (const { node, link } of nodes) {
    if (node.type === 'rawTag') continue;
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) continue;
    const source = text.slice(start.offset, end.offset);
    if (node.type === 'html')
      for (const address of inHtml(source, start.offset)) found.push(address);
    else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      const place = targetIn(source, node.url, node.type === 'definition' ? ']:' : '](');
      if (place === undefined) continue;
      const base = start.offset;
      const alt = node.type === 'definition' ? images.get(node.identifier) : undefined;
      const image =
        node.type === 'link' ? node.children.find(({ type }) => type === 'image') : undefined;
      found.push({
        start: base + place.start,
        end: base + place.end,
        url: node.url,
        kind: node.type === 'image' || alt !== undefined ? 'image' : 'link',
        isDefinition: node.type === 'definition',
        alt: node.type === 'image' ? (node.alt ?? '') : (alt ?? ''),
        around: image?.type === 'image' ? image.url : link,
        isHtml: false,
      });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function nodesOf(root: Root): { readonly node: RootContent; readonly link: string }[] {
  const nodes: { readonly node: RootContent; readonly link: string }[] = [];
  visit(root, (node, _index, parent) => {
    if (node.type !== 'root') nodes.push({ node, link: parent?.type === 'link' ? parent.url : '' });
  });
  return nodes;
}

const TARGET = /\s*(?:<([^<>\n]*)>|([^\s<][^\s]*))/y;

/** Where the target of a link stands, which ends with its address. */
function targetIn(
  source: string,
  url: string,
  opening: string,
): { start: number; end: number } | undefined {
  for (
    let at = source.lastIndexOf(opening);
    at !== -1;
    at = at === 0 ? -1 : source.lastIndexOf(opening, at - 1)
  ) {
    TARGET.lastIndex = at + 2;
    const match = TARGET.exec(source);
    const [whole = '', inBrackets, plain = ''] = match ?? [];
    const start = at + 2 + (whole.length - whole.trimStart().length);
    if (inBrackets !== undefined && plainUrl(inBrackets) === url)
      return { start, end: start + inBrackets.length + 2 };
    // It may end before a parenthesis.
    for (let length = plain.length; length > 0; length = plain.lastIndexOf(')', length - 1))
      if (plainUrl(plain.slice(0, length)) === url) return { start, end: start + length };
  }
  return undefined;
}

function plainUrl(written: string): string {
  return decodeEntities(written.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
}

const TAG = /<(img|a)\s[^<>]*>/gi;
const ATTRIBUTE = /\s(src|href|alt)\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+)/gi;

function inHtml(source: string, offset: number): Address[] {
  const found: Address[] = [];
  for (const { 0: tag, 1: name = '', index } of source.matchAll(TAG)) {
    const wanted = name.toLowerCase() === 'a' ? 'href' : 'src';
    const attributes = [...tag.matchAll(ATTRIBUTE)];
    const valueOf = (attribute: string): string => {
      const match = attributes.find(([, written = '']) => written.toLowerCase() === attribute);
      return decodeEntities((match?.[2] ?? '').replace(/^["']|["']$/g, ''));
    };
    const match = attributes.find(([, written = '']) => written.toLowerCase() === wanted);
    if (match === undefined) continue;
    const end = offset + index + match.index + match[0].length;
    found.push({
      start: end - (match[2] ?? '').length,
      end,
      url: valueOf(wanted),
      kind: wanted === 'href' ? 'link' : 'image',
      isDefinition: false,
      alt: valueOf('alt'),
      around: '',
      isHtml: true,
    });
  }
  return found;
}
