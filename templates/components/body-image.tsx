/** An image of a text, with a link to its file if that shows more. */
import type { VNode } from 'preact';
import type { ImagePart } from '../../src/site/model.ts';
import { Picture } from './picture.tsx';

interface BodyImageProps {
  readonly image: ImagePart;
  /** Name of a link to an image without a description; absent for none. */
  readonly label: string | undefined;
}

export function BodyImage({ image, label }: BodyImageProps): VNode {
  const { inRow, larger, sources, attributes } = image;
  const size = inRow && { width: `${inRow.width}`, height: `${inRow.height}` };
  const picture = <Picture picture={{ sources, attributes: { ...attributes, ...size } }} />;
  const { src, alt = '' } = attributes;
  if (src === undefined || larger === undefined || label === undefined) return picture;
  const name = alt.trim() === '' ? { 'aria-label': label } : {};
  return (
    <a class="zoom" href={src} data-size={`${larger.width} ${larger.height}`} {...name}>
      {picture}
    </a>
  );
}
