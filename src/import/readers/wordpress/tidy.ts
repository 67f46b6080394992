/** Turns what only WordPress writes into plain HTML. */
import type { Element, ElementContent, Root } from 'hast';
import {
  attribute,
  byClass,
  byTag,
  classesOf,
  h,
  hasClass,
  isElement,
  replaceNodes,
  text,
  textOf,
} from '../../body/tree.ts';
import { embedElement, isEmbedded, webUrl } from '../embed-html.ts';
import type { AttachmentIndex } from './attachments.ts';
import { languageName } from './code-shortcodes.ts';
import { galleryContent } from '../gallery-content.ts';
import { tidyPicture, tidyPictureLink } from './tidy-pictures.ts';

type Attachments = Pick<AttachmentIndex, 'byId' | 'byPicture' | 'byPage'>;

export function tidyBody(
  body: Root,
  attachments: Attachments,
  removed: (text: string, reason: string) => void,
): void {
  replaceNodes(body, (node) => tidied(node, attachments, removed) ?? node);
}

/** `undefined` if it stays. */
function tidied(
  node: Element,
  attachments: Attachments,
  removed: (text: string, reason: string) => void,
): ElementContent[] | undefined {
  if (node.tagName === 'img') tidyPicture(node, attachments);
  if (node.tagName === 'a') return tidyLink(node, attachments, removed);
  if (node.tagName === 'pre') return tidyPre(node);
  if (node.tagName === 'p') return embedParagraph(node);
  if (node.tagName === 'object' && hasClass(node, 'wp-block-file__embed')) return [];
  if (hasClass(node, 'wp-caption')) return [captionFigure(node)];
  if (hasClass(node, 'wp-block-cover')) return withBackground(node);
  if (isGallery(node)) return galleryContent(node);
  if (classesOf(node).some((name) => name.startsWith('wp-block-embed'))) return embedFigure(node);
  return undefined;
}

/** The block of a file repeats its link as a button. */
function tidyLink(
  node: Element,
  attachments: Attachments,
  removed: (text: string, reason: string) => void,
): ElementContent[] | undefined {
  tidyPictureLink(node, attachments);
  if (!hasClass(node, 'wp-block-file__button')) return undefined;
  removed(textOf(node), 'a second link to the same file');
  return [];
}

/** The language stands in the block, or in attributes of highlighters. */
function tidyPre(node: Element): ElementContent[] | undefined {
  if (hasClass(node, 'wp-block-verse')) return [verse(node)];
  const code = node.children.find((child) => isElement(child, 'code'));
  const written =
    attribute(node, 'dataLanguage') ||
    attribute(node, 'dataEnlighterLanguage') ||
    attribute(node, 'lang') ||
    (isElement(code) ? attribute(code, 'lang') : '');
  const language = languageName(written);
  if (language === '' || language === 'generic') return undefined;
  const target = isElement(code) ? code : node;
  target.properties['className'] = [...classesOf(target), `language-${language}`];
  delete node.properties['lang'];
  return undefined;
}

/** A poem, with markup in its lines. */
function verse(node: Element): Element {
  const breakLines = (child: ElementContent): ElementContent[] => {
    if (child.type === 'element') {
      child.children = child.children.flatMap(breakLines);
      return [child];
    }
    if (child.type !== 'text') return [child];
    return child.value
      .split('\n')
      .flatMap((line, index) => (index === 0 ? [text(line)] : [h('br', []), text(line)]));
  };
  return h('p', node.children.flatMap(breakLines));
}

/** A paragraph that is only an address was shown as what is there. */
function embedParagraph(node: Element): ElementContent[] | undefined {
  if (node.children.some((child) => child.type !== 'text')) return undefined;
  const address = textOf(node).trim();
  if (/[\s<>"]/.test(address) || !isEmbedded(address)) return undefined;
  return [embedElement(address)];
}

/** Old bodies and those of other editors have captions as WordPress shows them. */
function captionFigure(node: Element): Element {
  const caption = byClass(node, 'wp-caption-text');
  if (caption === undefined || node.tagName === 'figure') return node;
  caption.tagName = 'figcaption';
  return h('figure', node.children);
}

/** Old cover blocks have their picture in a style. */
function withBackground(node: Element): ElementContent[] | undefined {
  const src = /background-image:\s*url\(\s*["']?([^"')]+)/i.exec(attribute(node, 'style'))?.[1];
  if (src === undefined || byTag(node, 'img') !== undefined) return undefined;
  return [h('p', [h('img', [], { src, alt: '' })]), ...node.children];
}

const GALLERIES: ReadonlySet<string> = new Set([
  ...['wp-block-gallery', 'blocks-gallery-grid', 'wp-block-jetpack-tiled-gallery', 'tiled-gallery'],
  ...['wp-block-jetpack-slideshow', 'wp-block-coblocks-gallery-masonry', 'gallery'],
]);

function isGallery(node: Element): boolean {
  return classesOf(node).some((name) => GALLERIES.has(name)) && byTag(node, 'img') !== undefined;
}

function embedFigure(node: Element): ElementContent[] | undefined {
  const address = textOf(byClass(node, 'wp-block-embed__wrapper') ?? h('p', [])).trim();
  if (webUrl(address) === undefined) return undefined;
  return [embedElement(address), ...captionsOf(node)];
}

function captionsOf(figure: Element): ElementContent[] {
  return figure.children
    .filter((child) => isElement(child, 'figcaption'))
    .map((child) => h('p', isElement(child) ? child.children : []));
}
