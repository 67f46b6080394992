/** Finds the pictures of a body, and the other addresses of each. */
import type { Element, Root } from 'hast';
import { urlsOf } from '../../lib/srcset.ts';
import { LAZY_SRC, LAZY_SRCSET } from '../../markdown/lazy-media/lazy-attributes.ts';
import { isPlaceholder } from '../../markdown/lazy-media/placeholder.ts';
import type { Change, PictureUse } from './body.ts';
import { isSamePicture, looksLikePicture } from './same-picture.ts';
import {
  attribute,
  classesOf,
  elementsOf,
  h,
  isBlock,
  isElement,
  replaceNodes,
  text,
  textOf,
  type Node,
  type Parent,
} from './tree.ts';

/** Attributes of platforms with the address of a larger copy. */
const LARGER = [
  'dataOrigFile',
  'dataLargeFile',
  'dataFullUrl',
  'dataFullSrc',
  'dataImageSrc',
  'dataZoomSrc',
  'dataPermalinkSrc',
];

/** Gives pictures and frames that a script would load their address, and removes pictures that nobody sees. */
export function normalizePictures(root: Root, changes: Change[]): void {
  replaceNodes(root, (element) => {
    if (element.tagName === 'picture') return pictureOf(element);
    if (!/^(?:img|iframe|video|audio|source)$/.test(element.tagName)) return element;
    const src = attribute(element, 'src');
    const [lazy] = lazyAddresses(element);
    const [offered] = urlsOf(attribute(element, 'srcSet'));
    const shown = lazy ?? (isPlaceholder(src) ? offered : undefined);
    if (shown !== undefined) element.properties['src'] = shown;
    if (element.tagName !== 'img') return element;
    const address = attribute(element, 'src');
    if (isEmoji(element)) {
      changes.push({ text: address, reason: 'a picture of a character, as the character' });
      return text(attribute(element, 'alt'));
    }
    if (isCounter(element))
      changes.push({ text: address, reason: 'a picture that only counts readers' });
    return address === '' || isCounter(element) ? [] : element;
  });
}

function pictureOf(element: Element): Element[] {
  const image = elementsOf(element).find(({ tagName }) => tagName === 'img');
  if (image === undefined) return [];
  const sets = elementsOf(element).map((part) => attribute(part, 'srcSet'));
  image.properties['srcSet'] = sets.filter((set) => set !== '').join(', ');
  return [image];
}

/** Addresses that a script would load, the largest first. */
function lazyAddresses(element: Element): string[] {
  const names = Object.keys(element.properties);
  const sets = names.filter((name) => LAZY_SRCSET.test(written(name)));
  const single = names.filter((name) => LAZY_SRC.test(written(name)));
  return [
    ...sets.flatMap((name) => urlsOf(attribute(element, name))),
    ...single.map((name) => attribute(element, name)),
  ].filter(isAddress);
}

/** Scripts use the same attributes for other things, such as `true` or JSON. */
function isAddress(value: string): boolean {
  return /[./]/.test(value) && !/^(?:[{["]|data:|blob:|about:)/i.test(value);
}

/** Name of an attribute in HTML. */
function written(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A character that older browsers could not show. */
function isEmoji(image: Element): boolean {
  const isNamed = classesOf(image).some((name) => /^(?:emoji|wp-smiley)$/.test(name));
  const isHosted = /\/(?:core\/emoji|twemoji)\/|twimg\.com\/emoji\//.test(attribute(image, 'src'));
  return (isNamed || isHosted) && /^[^ -~]{1,12}$/.test(attribute(image, 'alt'));
}

function isCounter(image: Element): boolean {
  const sizes = [attribute(image, 'width'), attribute(image, 'height')];
  return (
    sizes.every((size) => /^[01](?:px)?$/.test(size)) ||
    /\/tracker\/|feeds\.feedburner\.com\/~r\//.test(attribute(image, 'src'))
  );
}

/** In document order; the same address may come twice. */
export function picturesOf(root: Parent): PictureUse[] {
  const uses: PictureUse[] = [];
  const visit = (parent: Parent, link?: Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'img') uses.push(useOf(child, link));
      else if (child.tagName === 'video' && attribute(child, 'poster') !== '')
        uses.push({ src: attribute(child, 'poster'), others: [], alt: '' });
      visit(child, child.tagName === 'a' ? child : link);
    }
  };
  visit(root);
  return uses;
}

function useOf(image: Element, link: Element | undefined): PictureUse {
  const src = attribute(image, 'src');
  const href = link === undefined ? '' : attribute(link, 'href');
  const others = [
    isSamePicture(src, href) ? href : '',
    ...LARGER.map((name) => attribute(image, name)),
    ...lazyAddresses(image),
    ...urlsOf(attribute(image, 'srcSet')).filter(isAddress).slice(0, 1),
    fromData(image),
  ];
  return {
    src,
    others: [...new Set(others)].filter((address) => address !== '' && address !== src),
    width: pixels(attribute(image, 'dataOriginalWidth') || attribute(image, 'dataWidth')),
    height: pixels(attribute(image, 'dataOriginalHeight') || attribute(image, 'dataHeight')),
    alt: attribute(image, 'alt'),
  };
}

/** The address in the JSON that Substack writes beside it. */
function fromData(image: Element): string {
  const json = attribute(image, 'dataAttrs');
  if (json === '') return '';
  return /"src"\s*:\s*"(https?:[^"\\]+)"/.exec(json)?.[1] ?? '';
}

function pixels(size: string): number | undefined {
  return /^\d{1,6}$/.test(size) ? Number(size) : undefined;
}

/** Whether a link around a picture only leads to the same one, larger. */
export function isEnlargement(link: Element): boolean {
  const images = elementsOf(link).filter(({ tagName }) => tagName === 'img');
  const [image] = images;
  const href = attribute(link, 'href');
  if (image === undefined || images.length > 1 || textOf(link).trim() !== '') return false;
  return looksLikePicture(href) && isSamePicture(attribute(image, 'src'), href);
}

/** Elements that hold lines of text. */
const LINES = /^(?:p|li|td|th|dd|dt|h[1-6])$/;

/** Links with words on the same line. */
export function linksAmongWords(root: Parent): ReadonlySet<Element> {
  const found = new Set<Element>();
  for (const { tagName, children } of elementsOf(root)) {
    if (!LINES.test(tagName)) continue;
    let line: Node[] = [];
    const endLine = (): void => {
      if (line.some((node) => textOf(node).trim() !== ''))
        for (const link of elementsOf(h('p', line))) if (link.tagName === 'a') found.add(link);
      line = [];
    };
    for (const child of children) {
      if (isElement(child, 'br') || isBlock(child)) endLine();
      else line.push(child);
    }
    endLine();
  }
  return found;
}
