/** Tags and shortcodes that show a picture, which many themes have under similar names. */
import type { EmbedArguments } from './embeds.ts';
import { pictureOf, tag, type Format } from './output.ts';

const NAMES = new Set([
  ...['figure', 'image', 'img', 'picture', 'photo', 'imgproc', 'figure_img', 'responsive_image'],
  ...['responsive-image', 'image-caption', 'image_caption', 'captioned-image', 'lightbox'],
]);
const SOURCE = ['src', 'url', 'file', 'path', 'image', 'image_path', 'filename', 'img'];
const CAPTION = ['caption', 'description', 'title'];

/** @returns `undefined` unless `name` is one of a picture, and its address is known */
export function namedPicture(
  name: string,
  { words, named }: EmbedArguments,
  format: Format,
): string | undefined {
  if (!NAMES.has(name)) return undefined;
  const src = first(named, SOURCE) ?? words.find((word) => /\.\w{2,5}(?:[?#]|$)/.test(word));
  if (src === undefined) return undefined;
  return pictureOf(
    {
      src,
      alt: named.get('alt') ?? named.get('alt_text'),
      caption: first(named, CAPTION),
      link: named.get('link') ?? named.get('href'),
      width: named.get('width'),
      height: named.get('height'),
    },
    format,
  );
}

/** `{{< video src="x.mp4" >}}` and the like. */
export function namedMedia(name: string, { words, named }: EmbedArguments): string | undefined {
  if (name !== 'video' && name !== 'audio') return undefined;
  const src = first(named, [...SOURCE, 'mp4', 'mp3', 'webm', 'ogg']) ?? words[0];
  if (src === undefined || !/\.\w{2,5}(?:[?#]|$)/.test(src)) return undefined;
  return `${tag(name, { src, poster: named.get('poster'), controls: '' })}</${name}>`;
}

function first(named: ReadonlyMap<string, string>, keys: readonly string[]): string | undefined {
  return keys.map((key) => named.get(key)).find((value) => value !== undefined && value !== '');
}
