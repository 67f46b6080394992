/** An image with its responsive sources, if it has any. */
import type { VNode } from 'preact';
import type { Picture as PictureModel } from '../../src/site/model.ts';

export function Picture({ picture: { sources, attributes } }: { picture: PictureModel }): VNode {
  const { alt = '', ...others } = attributes;
  const image = <img alt={alt} {...others} />;
  if (sources.length === 0) return image;
  return (
    <picture>
      {sources.map((source) => (
        <source {...source} />
      ))}
      {image}
    </picture>
  );
}
