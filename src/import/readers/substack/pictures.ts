/** Pictures of Substack, whose originals are named in `data-attrs`. */
import type { Element, ElementContent } from 'hast';
import { isObject } from '../../../lib/merge-json.ts';
import { attribute, h, text } from '../../body/tree.ts';
import { Fields } from '../text-site/fields.ts';
import { attributesOf, type Attributes } from './attributes.ts';

/** The original; its smaller versions stay in `srcset`, because some originals are no longer given out. */
export function pictureOf(image: Element): ElementContent[] {
  const attributes = attributesOf(image);
  const written = attribute(image, 'src');
  const src = attributes.text('src') ?? written;
  const picture = h('img', [], {
    src,
    alt: attributes.text('alt') ?? attribute(image, 'alt'),
    title: attributes.text('title') ?? (attribute(image, 'title') || undefined),
    srcSet: attribute(image, 'srcSet') || undefined,
    dataSrc: written === src ? undefined : written,
  });
  const href = attributes.text('href');
  return href === undefined ? [picture] : [h('a', [picture], { href })];
}

export function galleryOf(attributes: Attributes): ElementContent[] | undefined {
  const gallery = attributes.group('gallery');
  const images = gallery.get('images');
  if (!Array.isArray(images)) return undefined;
  const alt = gallery.text('alt') ?? '';
  const pictures = images.flatMap((image): ElementContent[] => {
    const src = isObject(image) ? new Fields(image).text('src') : undefined;
    return src === undefined ? [] : [h('img', [], { src, alt })];
  });
  if (pictures.length === 0) return undefined;
  const caption = gallery.text('caption');
  if (caption === undefined) return [h('p', pictures)];
  return [h('figure', [...pictures, h('figcaption', [text(caption)])])];
}
