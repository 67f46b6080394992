/** An author's portrait. */
import type { VNode } from 'preact';
import type { Picture as PictureModel } from '../../src/site/model.ts';
import { Picture } from './picture.tsx';

const ATTRIBUTES = { class: 'avatar u-photo', width: '96', height: '96', loading: 'lazy' };

export function Avatar({ picture: { sources, attributes } }: { picture: PictureModel }): VNode {
  return <Picture picture={{ sources, attributes: { ...ATTRIBUTES, ...attributes } }} />;
}
