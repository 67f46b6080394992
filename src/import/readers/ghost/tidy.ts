/** Turns the cards in HTML of Ghost into plain HTML. */
import type { Element, ElementContent, Root } from 'hast';
import {
  attribute,
  byClass,
  byTag,
  classesOf,
  elementsOf,
  h,
  hasClass,
  isElement,
  lineOf,
  replaceNodes,
  text,
  textOf,
} from '../../body/tree.ts';
import { galleryContent } from '../gallery-content.ts';

type Removed = (text: string, reason: string) => void;

export function tidyGhost(body: Root, removed: Removed): void {
  replaceNodes(body, (node) => {
    if (hasClass(node, 'kg-image')) keepOriginalSize(node);
    for (const name of classesOf(node)) {
      const tidied = CARDS.get(name)?.(node, removed);
      if (tidied !== undefined) return tidied;
    }
    return node;
  });
}

/** Ghost writes the size of the upload, not one that the writer chose. */
function keepOriginalSize(image: Element): void {
  for (const side of ['width', 'height'] as const) {
    const pixels = attribute(image, side);
    if (pixels !== '')
      image.properties[side === 'width' ? 'dataOriginalWidth' : 'dataOriginalHeight'] = pixels;
    delete image.properties[side];
  }
}

/** In a paragraph of its own, with its markup; nothing without text. */
function paragraph(element: Element | undefined): Element[] {
  if (element === undefined || textOf(element).trim() === '') return [];
  return [h('p', element.children)];
}

function captionOf(card: Element): Element | undefined {
  return card.children
    .filter((child) => isElement(child))
    .find(({ tagName }) => tagName === 'figcaption');
}

function textByClass(card: Element, name: string): string {
  const element = byClass(card, name);
  return element === undefined ? '' : textOf(element).trim();
}

function imageIn(card: Element, name: string): Element[] {
  const image = byClass(card, name);
  if (image === undefined || image.tagName !== 'img') return [];
  keepOriginalSize(image);
  return [h('p', [image])];
}

function linkIn(card: Element, name: string): Element[] {
  const link = byClass(card, name);
  const words = link === undefined ? '' : textOf(link).trim();
  if (link === undefined || words === '') return [];
  const href = attribute(link, 'href');
  return [h('p', [href === '' ? text(words) : h('a', [text(words)], { href })])];
}

function bookmark(card: Element, removed: Removed): ElementContent[] | undefined {
  const link = byTag(card, 'a');
  if (link === undefined) return undefined;
  for (const image of elementsOf(card).filter(({ tagName }) => tagName === 'img'))
    removed(attribute(image, 'src'), 'a picture of a link card');
  const href = attribute(link, 'href');
  const title = textByClass(card, 'kg-bookmark-title') || href;
  const source = ['kg-bookmark-publisher', 'kg-bookmark-author']
    .map((name) => textByClass(card, name))
    .filter((words) => words !== '');
  const lines = [textByClass(card, 'kg-bookmark-description'), source.join(' · ')]
    .filter((line) => line !== '')
    .flatMap((line) => [h('br', []), text(line)]);
  return [
    h('p', [h('strong', [h('a', [text(title)], { href })]), ...lines]),
    ...paragraph(captionOf(card)),
  ];
}

function callout(card: Element): ElementContent[] | undefined {
  const words = byClass(card, 'kg-callout-text');
  if (words === undefined) return undefined;
  const emoji = textByClass(card, 'kg-callout-emoji');
  const mark = emoji === '' ? [] : [text(`${emoji} `)];
  const first = words.children.find((child) => isElement(child));
  if (!isElement(first, 'p', 'ul', 'ol'))
    return [h('blockquote', [h('p', [...mark, ...words.children])])];
  // The emoji belongs into the first paragraph.
  if (first.tagName === 'p') first.children.unshift(...mark);
  const lead = first.tagName === 'p' || emoji === '' ? [] : [h('p', mark)];
  return [h('blockquote', [...lead, ...words.children])];
}

function toggle(card: Element): ElementContent[] | undefined {
  const heading = byClass(card, 'kg-toggle-heading-text');
  const content = byClass(card, 'kg-toggle-content');
  if (heading === undefined || content === undefined) return undefined;
  return [h('details', [h('summary', heading.children), ...content.children])];
}

function audio(card: Element): ElementContent[] | undefined {
  const player = byTag(card, 'audio');
  if (player === undefined) return undefined;
  const title = textByClass(card, 'kg-audio-title');
  const sound = h('audio', [], { src: attribute(player, 'src'), controls: true });
  return title === '' ? [sound] : [h('p', [text(title)]), sound];
}

/** The picture of its own that Ghost writes is an empty one of another site. */
function video(card: Element): ElementContent[] | undefined {
  const player = byTag(card, 'video');
  if (player === undefined) return undefined;
  const poster = attribute(card, 'dataKgCustomThumbnail') || attribute(card, 'dataKgThumbnail');
  const shown = poster === '' ? {} : { poster };
  const film = h('video', [], { src: attribute(player, 'src'), controls: true, ...shown });
  const caption = captionOf(card);
  return [caption === undefined ? film : h('figure', [film, caption])];
}

function file(card: Element): ElementContent[] | undefined {
  const link = byTag(card, 'a');
  if (link === undefined) return undefined;
  const name = textByClass(card, 'kg-file-card-filename');
  const title = textByClass(card, 'kg-file-card-title') || name || attribute(link, 'href');
  const about = [name === title ? '' : name, textByClass(card, 'kg-file-card-filesize')]
    .filter((part) => part !== '')
    .join(' · ');
  const lines = [textByClass(card, 'kg-file-card-caption'), about]
    .filter((line) => line !== '')
    .flatMap((line) => [h('br', []), text(line)]);
  return [h('p', [h('a', [text(title)], { href: attribute(link, 'href') }), ...lines])];
}

function product(card: Element): ElementContent[] {
  const title = byClass(card, 'kg-product-card-title');
  return [
    ...imageIn(card, 'kg-product-card-image'),
    ...(title === undefined ? [] : [h('h4', title.children)]),
    ...(byClass(card, 'kg-product-card-description')?.children ?? []),
    ...linkIn(card, 'kg-product-card-button'),
  ];
}

function header(card: Element): ElementContent[] {
  const background =
    attribute(card, 'dataKgBackgroundImage') || attribute(card, 'dataBackgroundImage');
  const heading = byClass(card, 'kg-header-card-heading') ?? byClass(card, 'kg-header-card-header');
  return [
    ...(background === '' ? [] : [h('p', [h('img', [], { src: background, alt: '' })])]),
    ...imageIn(card, 'kg-header-card-image'),
    ...(heading === undefined ? [] : [h('h2', heading.children)]),
    ...paragraph(
      byClass(card, 'kg-header-card-subheading') ?? byClass(card, 'kg-header-card-subheader'),
    ),
    ...linkIn(card, 'kg-header-card-button'),
  ];
}

function signup(card: Element, removed: Removed): ElementContent[] {
  removed(lineOf(card), 'a form to subscribe');
  return [];
}

/** By their classes. A card that is not here is already plain. */
const CARDS: ReadonlyMap<
  string,
  (card: Element, removed: Removed) => ElementContent[] | undefined
> = new Map<string, (card: Element, removed: Removed) => ElementContent[] | undefined>([
  ['kg-gallery-card', galleryContent],
  ['kg-bookmark-card', bookmark],
  ['kg-callout-card', callout],
  ['kg-toggle-card', toggle],
  ['kg-button-card', (card) => linkIn(card, 'kg-btn')],
  ['kg-audio-card', audio],
  ['kg-video-card', video],
  ['kg-file-card', file],
  ['kg-product-card', product],
  ['kg-header-card', header],
  ['kg-signup-card', signup],
]);
