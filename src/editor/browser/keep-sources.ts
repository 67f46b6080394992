/** Makes an entry that is saved remember its text, as if it had been read again. */
import type { AppEventListener } from '@sveltia/cms';
import { ownValue } from '../../lib/own-value.ts';
import type { FileFormat } from '../../outputs/editor/shape.ts';
import type { Fields } from '../shapes.ts';
import { SOURCE, textOf } from './format.ts';

/** What this needs of the editor. */
export interface EventRegistry {
  readonly registerEventListener: (listener: AppEventListener) => void;
}

/** A collection, or a file of one. */
interface Form {
  readonly name: string;
  readonly fields?: readonly { readonly name: string }[];
  readonly files?: readonly Form[];
}

/** @param formats by collection, or by file */
export function keepSources(
  { registerEventListener }: EventRegistry,
  formats: Readonly<Record<string, FileFormat>>,
  collections: readonly Form[],
): void {
  const forms = collections.flatMap((form) => [form, ...(form.files ?? [])]);
  registerEventListener({
    name: 'preSave',
    handler({ entry }) {
      const { data, collection, slug } = entry.toJS();
      const name = Object.hasOwn(formats, collection) ? collection : slug;
      const format = ownValue(formats, name);
      const order = forms.find((form) => form.name === name)?.fields ?? [];
      return format && entry.setIn(['data', SOURCE], textOf(inOrder(data, order), format));
    },
  });
}

/** The editor puts the fields into the order of the form later. */
function inOrder(data: Fields, order: readonly { readonly name: string }[]): Fields {
  const names = [...order.map(({ name }) => name), ...Object.keys(data)];
  const known = [...new Set(names)].filter((name) => Object.hasOwn(data, name));
  return Object.fromEntries(
    known.flatMap((name) => {
      const value = ownValue(data, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
