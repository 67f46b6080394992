/** Turns galleries into pictures one after another, each with its caption. */
import type { Element, ElementContent } from 'hast';
import { h, hasClass, textOf } from '../body/tree.ts';

interface Picture {
  /** The picture, or the link around it. */
  content: Element;
  caption?: Element | undefined;
}

interface Found {
  readonly pictures: Picture[];
  /** Captions that belong to no single picture. */
  readonly captions: Element[];
}

/** The gallery's own caption comes last. */
export function galleryContent(gallery: Element): ElementContent[] {
  const found: Found = { pictures: [], captions: [] };
  for (const child of gallery.children) collect(child, found);
  return [
    ...found.pictures.map(pictureContent),
    ...found.captions.map((caption) => h('p', caption.children)),
  ];
}

function collect(node: ElementContent, found: Found): void {
  if (node.type !== 'element') return;
  const { pictures, captions } = found;
  if (node.tagName === 'img') pictures.push({ content: node });
  else if (node.tagName === 'figcaption' || hasClass(node, 'gallery-caption')) {
    if (textOf(node).trim() !== '') captions.push(node);
  } else {
    const before = { pictures: pictures.length, captions: captions.length };
    for (const child of node.children) collect(child, found);
    const only = pictures.length === before.pictures + 1 ? pictures.at(-1) : undefined;
    if (only === undefined) return;
    if (node.tagName === 'a') only.content = node;
    if (HOLDERS.has(node.tagName) && captions.length === before.captions + 1)
      only.caption = captions.pop();
  }
}

/** Elements with one picture and its caption. */
const HOLDERS: ReadonlySet<string> = new Set(['figure', 'li', 'dl']);

function pictureContent({ content, caption }: Picture): Element {
  if (caption === undefined) return h('p', [content]);
  caption.tagName = 'figcaption';
  return h('figure', [content, caption]);
}
