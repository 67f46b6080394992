/** The image of the home page, which browsers load first. */
import type { VNode } from 'preact';
import type { Picture as PictureModel } from '../../src/site/model.ts';
import { Picture } from './picture.tsx';

export function HomeCover({ cover }: { cover: PictureModel | undefined }): VNode | null {
  if (cover === undefined) return null;
  const { sources, attributes } = cover;
  return (
    <div class="cover">
      <Picture picture={{ sources, attributes: { ...attributes, fetchpriority: 'high' } }} />
    </div>
  );
}
