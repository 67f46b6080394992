/** Tags within a line of Markdown. */
import type { Handle } from 'hast-util-to-mdast';
import { tagsOf } from './raw.ts';

/** Raw HTML within a line. The type `html` would count as a block. */
export interface RawTag {
  type: 'rawTag';
  value: string;
  data: { hName: 'span' };
}

declare module 'mdast' {
  interface PhrasingContentMap {
    rawTag: RawTag;
  }
  interface RootContentMap {
    rawTag: RawTag;
  }
}

export function rawTag(value: string): RawTag {
  return { type: 'rawTag', value, data: { hName: 'span' } };
}

/** The tags of an element around its content. */
export const rawInline: Handle = (state, element) => {
  const [start, end] = tagsOf(element);
  return [rawTag(start), ...state.all(element), rawTag(end)];
};
