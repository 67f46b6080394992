/** An author's portrait. */
import type { VNode } from 'preact';
import type { Picture as PictureModel } from '../../src/site/model.ts';
import { Picture } from './picture.tsx';

const ATTRIBUTES = { width: '96', height: '96', loading: 'lazy' };

interface AvatarProps {
  readonly picture: PictureModel;
  /** Whether it is inside the `h-card` of the author; elsewhere it would be taken for a picture of the post. */
  readonly inCard?: boolean;
}

export function Avatar({ picture: { sources, attributes }, inCard = true }: AvatarProps): VNode {
  const name = inCard ? 'avatar u-photo' : 'avatar';
  return (
    <Picture picture={{ sources, attributes: { class: name, ...ATTRIBUTES, ...attributes } }} />
  );
}
