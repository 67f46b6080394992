/** Small picture of a post in a list. Decoration: the title says what the post is about. */
import type { VNode } from 'preact';
import type { Picture as PictureModel } from '../../src/site/model.ts';
import { Picture } from './picture.tsx';

interface ThumbnailProps {
  readonly picture: PictureModel | undefined;
  readonly lazy: boolean;
}

export function Thumbnail({ picture, lazy }: ThumbnailProps): VNode | null {
  if (picture === undefined) return null;
  const { sources, attributes } = picture;
  return (
    <div class="thumbnail">
      <Picture
        picture={{ sources, attributes: { ...attributes, ...(lazy && { loading: 'lazy' }) } }}
      />
    </div>
  );
}
