/** A small picture that decorates a link to a post. */
import type { VNode } from 'preact';
import type { Picture as PictureModel } from '../../src/site/model.ts';
import { Picture } from './picture.tsx';

export function Thumbnail({ picture: { sources, attributes } }: { picture: PictureModel }): VNode {
  return (
    <Picture
      picture={{ sources, attributes: { ...attributes, class: 'thumbnail', loading: 'lazy' } }}
    />
  );
}
