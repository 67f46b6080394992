/** Controls for texts that are more than text: dates, images, names. */
import type { Node } from './json-schema.ts';
import type { Shape } from './shape.ts';

/** What the site has that fields can refer to. */
export interface Known {
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly series: readonly string[];
  /** IANA name. */
  readonly timeZone: string;
  /** The collection of the field. */
  readonly collection: string;
}

export type Options = Readonly<Record<string, unknown>> & { readonly widget: string };

export interface Control {
  readonly options: Options;
  readonly shape?: Shape;
}

/** By what the schema says that a text is. */
export function kindOf({ kind, ...node }: Node, known: Known): Control | undefined {
  switch (kind) {
    case 'date':
      return { options: { widget: 'perennial-date', time_zone: known.timeZone } };
    case 'image':
      return { options: { widget: 'image' } };
    case 'paragraph':
      return { options: { widget: 'text' } };
    case 'authors':
    case 'tags':
      return {
        options: { widget: 'perennial-names', many: true, options: known[kind] },
        ...(node.anyOf !== undefined && { shape: { kind: 'list' } }),
      };
    case 'series':
      return { options: { widget: 'perennial-names', options: known.series } };
    case 'sibling':
      return {
        options: {
          widget: 'relation',
          collection: known.collection,
          value_field: '{{slug}}',
          display_fields: ['title'],
        },
      };
    default:
      return undefined;
  }
}
