/** Turns the fields of a file of any format into those that the editor shows, and back. */
import type { FileFormat, Value } from '../outputs/editor/shape.ts';
import {
  fromEditor,
  isList,
  looksSame,
  isTable,
  toEditor,
  type Fields,
  type Yaml,
} from './shapes.ts';

/** @param fields of the file */
export function shownFields(fields: Fields, { shapes, map }: FileFormat, yaml: Yaml): Fields {
  if (map === undefined) return toEditor(fields, shapes, yaml);
  const items = Object.entries(fields).map(([name, value]) => ({
    name,
    ...toEditor(tableOf(value), shapes, yaml),
  }));
  return { [map]: items };
}

/**
 * What has not been edited stays as the file has it.
 * @param fields that the editor shows
 * @param original fields of the file
 */
export function storedFields(
  fields: Fields,
  original: Fields,
  { shapes, map }: FileFormat,
  yaml: Yaml,
): Fields {
  if (map === undefined) return fromEditor(fields, original, shapes, yaml);
  const items = fields[map] ?? [];
  if (!isList(items)) return original;
  const before = shownFields(original, { extension: 'yaml', shapes, map }, yaml);
  if (looksSame(before[map], items)) return original;
  return Object.fromEntries(
    items.flatMap((item) => {
      const { name, ...table } = tableOf(item);
      if (typeof name !== 'string' || name === '') return [];
      const had = Object.hasOwn(original, name) ? original[name] : undefined;
      const stored = fromEditor(table, tableOf(had ?? null), shapes, yaml);
      return [[name, Object.keys(stored).length === 0 ? (had ?? null) : stored]];
    }),
  );
}

/** A name without fields has none. */
function tableOf(value: Value): Fields {
  return isTable(value) ? value : {};
}
