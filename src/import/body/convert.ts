/** Makes Markdown of a parsed body. */
import type { Element, Root } from 'hast';
import { removeAttributes } from './attributes.ts';
import type { Change, ConvertedBody, ConvertOptions, ParsedBody } from './body.ts';
import { keepLoneAddresses } from './lone-addresses.ts';
import { isEnlargement, linksAmongWords } from './pictures.ts';
import { shortenFrames } from './players.ts';
import { htmlOf } from './raw.ts';
import { keepSize, thumbnailWidth } from './sizes.ts';
import { toMarkdown } from './to-markdown.ts';
import { toMarkdownTree } from './to-mdast.ts';
import { attribute, elementsOf, replaceNodes } from './tree.ts';

/** @param parsed its tree is used up */
export function convertBody(
  { root, changes: found }: ParsedBody,
  options: ConvertOptions,
): ConvertedBody {
  const changes: Change[] = [...found];
  setAddresses(root, options);
  removeAttributes(root);
  const { embedAddresses = true } = options;
  if (embedAddresses) shortenFrames(root);
  try {
    const tree = toMarkdownTree(root);
    if (embedAddresses) keepLoneAddresses(tree);
    return { markdown: toMarkdown(tree), changes };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    changes.push({
      text: error.message,
      reason: 'the whole text, as HTML, because it could not be converted',
    });
    return { markdown: `${htmlOf(root.children)}\n`, changes };
  }
}

function setAddresses(root: Root, { pictures, link }: ConvertOptions): void {
  const amongWords = linksAmongWords(root);
  /** Files that they lead to, by link. */
  const enlargements = new Map<Element, string>();
  replaceNodes(root, (element) => {
    if (element.tagName === 'img') keepSize(element);
    if (element.tagName !== 'a' || !isEnlargement(element)) return element;
    const image = elementsOf(element).find(({ tagName }) => tagName === 'img');
    const file = image && pictures.get(attribute(image, 'src'));
    if (image === undefined || file === undefined) return element;
    const width = amongWords.has(element) ? thumbnailWidth(image) : undefined;
    if (width === undefined) {
      delete image.properties['width'];
      return element.children;
    }
    image.properties['width'] = width;
    enlargements.set(element, file);
    return element;
  });
  for (const element of elementsOf(root)) {
    for (const name of ['src', 'poster']) {
      const file = pictures.get(attribute(element, name));
      if (file !== undefined && /^(?:img|video)$/.test(element.tagName))
        element.properties[name] = file;
    }
    if (element.tagName !== 'a') continue;
    const href = attribute(element, 'href');
    const target = enlargements.get(element) ?? (href === '' ? undefined : link(href));
    if (target !== undefined) element.properties['href'] = target;
  }
}
