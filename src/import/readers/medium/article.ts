/** Reads a post of a Medium export: one HTML document with the markup of h-entry. */
import { canParseUrl } from '../../../lib/can-parse-url.ts';
import {
  elementsOf,
  parseHtml,
  serializeHtml,
  textOf,
  type Document,
  type Element,
} from '../../../lib/html.ts';
import { decodePath } from '../../../lib/paths.ts';

export interface Article {
  /** Of Medium: 10 to 14 hexadecimal digits. */
  readonly id: string | undefined;
  readonly title: string;
  readonly subtitle: string | undefined;
  /** ISO 8601 with offset. */
  readonly published: string | undefined;
  /** Address on Medium or where it was first published. */
  readonly canonical: URL | undefined;
  readonly author: string | undefined;
  readonly tags: readonly string[];
  readonly isDraft: boolean;
  readonly shape: 'post' | 'response' | 'untitled';
  /** Inner HTML. */
  readonly body: string;
}

/** @param name of the file: `2018-08-11_Roses-efefef121212.html`, `draft_Roses-efefef121212.html` */
export function readArticle(html: string, name: string): Article {
  const document = parseHtml(html);
  const body = find(document, (element) => element.attribs['data-field'] === 'body');
  const subtitle = find(document, (element) => element.attribs['data-field'] === 'subtitle');
  const title = lineOf(withClass(document, 'p-name'));
  const time = withClass(document, 'dt-published');
  const canonical = linkOf(withClass(document, 'p-canonical'));
  const isDraft = name.startsWith('draft_') || (time === undefined && hasViewOriginal(document));
  const tags = allWithClass(document, 'p-tag').map(lineOf).filter(Boolean);
  const mayBeResponse = body !== undefined && subtitle === undefined && tags.length === 0;
  return {
    id: idIn(name.replace(/\.html$/, '')) ?? idOf(document, canonical),
    title,
    subtitle: lineOf(subtitle) || undefined,
    published: dateOf(time, name),
    canonical,
    author: lineOf(withClass(document, 'p-author')) || undefined,
    tags,
    isDraft,
    shape: mayBeResponse ? shapeOf(body, title) : 'post',
    body: body === undefined ? '' : serializeHtml(body),
  };
}

const ID = /(?:^|[-_/])([0-9a-f]{9,14})$/;

/** The id at the end of a name or address. */
export function idIn(text: string): string | undefined {
  return ID.exec(text)?.[1];
}

/** An older page has no id in the name of its file. */
function idOf(document: Document, canonical: URL | undefined): string | undefined {
  const own = elementsOf(document)
    .filter(({ name, attribs }) => name === 'a' && isPostLink(attribs['href']))
    .map(({ attribs }) => /\/p\/([0-9a-f]+)$/.exec(attribs['href'] ?? '')?.[1]);
  return (canonical && idIn(canonical.pathname)) ?? own.at(-1);
}

function isPostLink(href: string | undefined): boolean {
  return href?.startsWith('https://medium.com/p/') ?? false;
}

function hasViewOriginal(document: Document): boolean {
  return elementsOf(document).some(
    (element) => element.name === 'a' && lineOf(element).startsWith('View original'),
  );
}

function dateOf(time: Element | undefined, name: string): string | undefined {
  const written = time?.attribs['datetime'];
  if (written !== undefined && !Number.isNaN(Date.parse(written))) return written;
  return /^(\d{4}-\d{2}-\d{2})_/.exec(name)?.[1];
}

function linkOf(element: Element | undefined): URL | undefined {
  const href = element?.attribs['href'];
  return href !== undefined && canParseUrl(href) ? new URL(href) : undefined;
}

/**
 * A response to somebody else's post has no title of its own, so Medium gives it its first words; an
 * untitled post looks the same, but has more than one paragraph.
 */
function shapeOf(body: Element, title: string): Article['shape'] {
  const blocks = elementsOf(body).filter(({ attribs }) => classesOf(attribs).includes('graf'));
  const [first] = blocks;
  if (first === undefined || blocks.some(({ attribs }) => isTitle(attribs))) return 'post';
  const start = withoutDots(title);
  if (first.name !== 'p' || start === '' || !lineOf(first).startsWith(start)) return 'post';
  return blocks.length === 1 ? 'response' : 'untitled';
}

/** A title that Medium has cut ends in dots. */
export function withoutDots(title: string): string {
  return title.replace(/(?:…|\.\.\.)$/, '').trimEnd();
}

function isTitle(attributes: Readonly<Record<string, string>>): boolean {
  return classesOf(attributes).includes('graf--title');
}

/** Last part of the address, without the id. */
export function slugOf({ canonical }: Article): string | undefined {
  const last = canonical?.pathname.split('/').at(-1) ?? '';
  const slug = (decodePath(last) ?? last).replace(/-[0-9a-f]{9,14}$/, '');
  return slug === '' || idIn(slug) === slug ? undefined : slug;
}

function find(document: Document, test: (element: Element) => boolean): Element | undefined {
  return elementsOf(document).find(test);
}

function withClass(document: Document, name: string): Element | undefined {
  return find(document, ({ attribs }) => classesOf(attribs).includes(name));
}

function allWithClass(document: Document, name: string): Element[] {
  return elementsOf(document).filter(({ attribs }) => classesOf(attribs).includes(name));
}

function classesOf(attributes: Readonly<Record<string, string>>): readonly string[] {
  return (attributes['class'] ?? '').split(/\s+/);
}

function lineOf(element: Element | undefined): string {
  return element === undefined ? '' : textOf(element).replace(/\s+/g, ' ').trim();
}
