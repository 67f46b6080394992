/** Makes Markdown of a parsed body. */
import type { Root } from 'hast';
import { removeAttributes } from './attributes.ts';
import type { Change, ConvertedBody, ConvertOptions, ParsedBody } from './body.ts';
import { isEnlargement } from './pictures.ts';
import { shortenFrames } from './players.ts';
import { htmlOf } from './raw.ts';
import { keepSize } from './sizes.ts';
import { toMarkdown } from './to-markdown.ts';
import { toMarkdownTree } from './to-mdast.ts';
import { attribute, elementsOf, replaceNodes } from './tree.ts';

export function convertBody(
  { root: parsed, changes: found }: ParsedBody,
  options: ConvertOptions,
): ConvertedBody {
  const root = structuredClone(parsed);
  const changes: Change[] = [...found];
  setAddresses(root, options);
  removeAttributes(root);
  if (options.embedAddresses !== false) shortenFrames(root);
  try {
    return { markdown: toMarkdown(toMarkdownTree(root)), changes };
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
  replaceNodes(root, (element) => {
    if (element.tagName === 'img') keepSize(element, false);
    if (element.tagName !== 'a' || !isEnlargement(element)) return element;
    const image = elementsOf(element).find(({ tagName }) => tagName === 'img');
    if (image === undefined || !pictures.has(attribute(image, 'src'))) return element;
    keepSize(image, true);
    return element.children;
  });
  for (const element of elementsOf(root)) {
    for (const name of ['src', 'poster']) {
      const file = pictures.get(attribute(element, name));
      if (file !== undefined && /^(?:img|video)$/.test(element.tagName))
        element.properties[name] = file;
    }
    if (element.tagName !== 'a') continue;
    const href = attribute(element, 'href');
    const target = href === '' ? undefined : link(href);
    if (target !== undefined) element.properties['href'] = target;
  }
}
