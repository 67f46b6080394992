/** An image that a browser chooses from several. */
import type { VNode } from 'preact';
import type { Picture as PictureModel } from '../../src/site/model.ts';

export function Picture({ picture: { sources, attributes } }: { picture: PictureModel }): VNode {
  const { alt = '', ...others } = attributes;
  return (
    <picture>
      {sources.map((source) => (
        <source {...source} />
      ))}
      <img alt={alt} {...others} />
    </picture>
  );
}
