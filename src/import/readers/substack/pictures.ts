/** Pictures of Substack, whose originals are named in `data-attrs`. */
import type { ElementContent } from 'hast';
import { isObject } from '../../../lib/merge-json.ts';
import { attribute, element, text, type Element } from '../hast.ts';
import { Fields } from '../text-site/fields.ts';
import { attributesOf, type Attributes } from './attributes.ts';

/** The original; its smaller versions stay in `srcset`, because some originals are no longer given out. */
export function pictureOf(image: Element): ElementContent[] {
  const attributes = attributesOf(image);
  const written = attribute(image, 'src');
  const src = attributes.text('src') ?? written;
  const picture = element('img', {
    src,
    alt: attributes.text('alt') ?? attribute(image, 'alt') ?? '',
    title: attributes.text('title') ?? attribute(image, 'title'),
    srcSet: attribute(image, 'srcSet'),
    dataSrc: written === src ? undefined : written,
  });
  const href = attributes.text('href');
  return href === undefined ? [picture] : [element('a', { href }, [picture])];
}

export function galleryOf(attributes: Attributes): ElementContent[] | undefined {
  const gallery = attributes.group('gallery');
  const images = gallery.get('images');
  if (!Array.isArray(images)) return undefined;
  const alt = gallery.text('alt') ?? '';
  const pictures = images.flatMap((image): ElementContent[] => {
    const src = isObject(image) ? new Fields(image).text('src') : undefined;
    return src === undefined ? [] : [element('img', { src, alt })];
  });
  if (pictures.length === 0) return undefined;
  const caption = gallery.text('caption');
  if (caption === undefined) return [element('p', {}, pictures)];
  return [element('figure', {}, [...pictures, element('figcaption', {}, [text(caption)])])];
}
