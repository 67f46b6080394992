/** Turns the values of a file into those that the editor shows, and back. */
import type { Shape, Shapes, Value } from '../outputs/editor/shape.ts';

/** Reads and writes YAML, for fields that show it. */
export interface Yaml {
  readonly parse: (text: string) => Value;
  readonly format: (value: Value) => string;
}

/** A field whose YAML cannot be read; the cause says why. */
export class UnreadableField extends Error {
  readonly field: string;

  constructor(field: string, cause: unknown) {
    super(`The YAML of \`${field}\` cannot be read.`, { cause });
    this.name = 'UnreadableField';
    this.field = field;
  }
}

export type Fields = Readonly<Record<string, Value>>;

/** @param fields of the file */
export function toEditor(fields: Fields, shapes: Shapes, yaml: Yaml): Fields {
  const shown = Object.entries(fields).map(([name, value]) => [
    name,
    shownValue(value, ownShape(shapes, name), yaml),
  ]);
  const missing = Object.entries(shapes).flatMap(([name, shape]) =>
    shape.default === undefined || Object.hasOwn(fields, name) ? [] : [[name, shape.default]],
  );
  return Object.fromEntries([...shown, ...missing]);
}

/**
 * What has not been edited stays as the file has it.
 * @param fields that the editor shows
 * @param original fields of the file
 * @throws {UnreadableField}
 */
export function fromEditor(fields: Fields, original: Fields, shapes: Shapes, yaml: Yaml): Fields {
  const before = toEditor(original, shapes, yaml);
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const had = Object.hasOwn(original, name) ? original[name] : undefined;
      if (Object.hasOwn(before, name) && looksSame(before[name], value))
        return had === undefined ? [] : [[name, had]];
      const shape = ownShape(shapes, name);
      if (showsNothing(value)) return [];
      // Says what is so anyway.
      if (had === undefined && shape.default !== undefined && looksSame(shape.default, value))
        return [];
      const isYaml = shape.kind === 'yaml' && typeof value === 'string';
      const stored = isYaml ? parsed(name, value, yaml) : storedValue(value, had, shape, yaml);
      return showsNothing(stored) ? [] : [[name, stored]];
    }),
  );
}

const NO_SHAPE: Shape = {};

function ownShape(shapes: Shapes, name: string): Shape {
  return (Object.hasOwn(shapes, name) ? shapes[name] : undefined) ?? NO_SHAPE;
}

function shownValue(value: Value, shape: Shape, yaml: Yaml): Value {
  const { kind, key, fields, items } = shape;
  if (kind === 'yaml') return yaml.format(value);
  if (kind === 'list') return isList(value) ? value : [value];
  if (kind === 'named' && key !== undefined && !isTable(value)) return { [key]: value };
  if (fields !== undefined && isTable(value)) return toEditor(value, fields, yaml);
  if (items !== undefined && isList(value))
    return value.map((item) => (isTable(item) ? toEditor(item, items, yaml) : item));
  return value;
}

function parsed(field: string, text: string, yaml: Yaml): Value {
  try {
    return yaml.parse(text);
  } catch (error) {
    throw new UnreadableField(field, error);
  }
}

/** @param had what the file has; absent for a new field */
function storedValue(value: Value, had: Value | undefined, shape: Shape, yaml: Yaml): Value {
  const { kind, key, fields, items } = shape;
  if (kind === 'list' && isList(value)) {
    const [only] = value;
    const wasList = had !== undefined && isList(had);
    return value.length === 1 && only !== undefined && !wasList ? only : value;
  }
  if (kind === 'named' && key !== undefined && isTable(value)) {
    const filled = Object.entries(value).filter(([, field]) => field !== '' && field !== null);
    const text = value[key];
    if (filled.length === 1 && text !== undefined && !isTable(had ?? '')) return text;
    return Object.fromEntries(filled);
  }
  if (fields !== undefined && isTable(value))
    return fromEditor(value, had !== undefined && isTable(had) ? had : {}, fields, yaml);
  if (items !== undefined && isList(value)) return storedItems(value, had, items, yaml);
  return value;
}

/** An item that is still in its place, or only moved, keeps how it was written. */
function storedItems(
  items: readonly Value[],
  had: Value | undefined,
  shapes: Shapes,
  yaml: Yaml,
): Value {
  const originals = had !== undefined && isList(had) ? had.filter(isTable) : [];
  return items.map((item, index) => {
    if (!isTable(item)) return item;
    const same = originals.find((original) => looksSame(toEditor(original, shapes, yaml), item));
    return same ?? fromEditor(item, originals[index] ?? {}, shapes, yaml);
  });
}

/** A control that has not been filled in. */
function showsNothing(value: Value): boolean {
  if (isList(value)) return value.length === 0;
  return value === '' || value === null || (isTable(value) && Object.keys(value).length === 0);
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isTable(value: Value): value is Fields {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** Compares without the order of names. */
export function looksSame(one: Value | undefined, other: Value | undefined): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: Value | undefined): unknown {
  if (value === undefined) return undefined;
  if (isList(value)) return value.map(sorted);
  if (!isTable(value)) return value;
  const names = Object.keys(value).toSorted();
  return names.map((name) => [name, sorted(value[name])]);
}
