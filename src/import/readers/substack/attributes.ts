/** The JSON that Substack keeps in `data-attrs`. */
import type { Element } from 'hast';
import { attribute } from '../../body/tree.ts';
import { Fields } from '../text-site/fields.ts';

export type Attributes = Fields;

/** Empty if there is none, or if it is damaged. */
export function attributesOf(node: Element): Attributes {
  return new Fields(parse(attribute(node, 'dataAttrs')));
}

function parse(json: string): unknown {
  if (json === '') return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
