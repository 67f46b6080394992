/** Captions that a writer has put into the title of an image, or below it. */
import {
  Text,
  createElement,
  isTag,
  textOf,
  type ChildNode,
  type Element,
} from '../../lib/html.ts';
import { decodePath } from '../../lib/paths.ts';
import { imageIn, isBlank } from './line-pictures.ts';

/** Characters; more is a text of its own. */
const MAX_CAPTION = 400;

/** A figure for a picture whose line ends with words in emphasis, and has no others. */
export function captionedByEmphasis(line: readonly ChildNode[]): Element | undefined {
  const [picture, words, ...others] = line.filter((node) => !isBlank(node));
  if (picture === undefined || words === undefined || others.length > 0) return undefined;
  if (!isTag(picture) || !isTag(words) || imageIn(picture) === undefined) return undefined;
  const length = textOf(words).trim().length;
  const isCaption =
    /^(?:em|i)$/.test(words.name) && length > 0 && length <= MAX_CAPTION && !hasImage(words);
  return isCaption ? figure(picture, words.children, words.attribs['id']) : undefined;
}

function hasImage(words: Element): boolean {
  return words.children.some((child) => isTag(child) && (child.name === 'img' || hasImage(child)));
}

/** A figure for a picture with a title that says something about it. */
export function captionedByTitle(picture: Element): Element | undefined {
  const image = imageIn(picture);
  const title = image?.attribs['title']?.trim() ?? '';
  if (image === undefined || title === '' || title === image.attribs['alt']?.trim())
    return undefined;
  if (isFileName(title, image.attribs['src'])) return undefined;
  delete image.attribs['title'];
  return figure(picture, [new Text(title)]);
}

function figure(picture: Element, caption: readonly ChildNode[], id?: string): Element {
  const attributes = id === undefined ? {} : { id };
  return createElement('figure', [picture, createElement('figcaption', caption, attributes)]);
}

/** Whether a program, such as an editor or a camera, wrote the title. */
function isFileName(title: string, src = ''): boolean {
  const [path = ''] = src.split(/[?#]/);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)$/i.test(title) ||
    /^(?:img|image|dscn?|dscf|pict?)[\s_-]?\d+$/i.test(title) ||
    stem(title) === stem(decodePath(name) ?? name)
  );
}

/** Letters and digits, in lower case, without the extension. */
function stem(name: string): string {
  return name
    .replace(/\.[a-z]{3,4}$/i, '')
    .replace(/[\s_-]/g, '')
    .toLowerCase();
}
