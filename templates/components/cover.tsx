/** Image above the text of a post. */
import type { VNode } from 'preact';
import type { Picture as PictureModel } from '../../src/site/model.ts';
import { Picture } from './picture.tsx';

export function Cover({ picture }: { picture: PictureModel | undefined }): VNode | null {
  if (picture === undefined) return null;
  return (
    <div class="cover">
      <Picture picture={picture} />
    </div>
  );
}
