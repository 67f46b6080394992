/** The JSON that Substack keeps in `data-attrs`. */
import { attribute, type Element } from '../hast.ts';
import { Fields } from '../text-site/fields.ts';

export type Attributes = Fields;

/** Empty if there is none, or if it is damaged. */
export function attributesOf(node: Element): Attributes {
  return new Fields(parse(attribute(node, 'dataAttrs')));
}

function parse(json: string | undefined): unknown {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
