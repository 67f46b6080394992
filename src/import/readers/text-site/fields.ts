/** Reads fields of front matter and settings, whatever their owners wrote into them. */
import { isObject } from '../../../lib/merge-json.ts';

/** Names are compared without case, as Hugo and Pelican do. */
export class Fields {
  readonly #values: ReadonlyMap<string, unknown>;

  constructor(values: unknown) {
    const entries = isObject(values) ? Object.entries(values) : [];
    this.#values = new Map(entries.map(([name, value]) => [name.toLowerCase(), value]));
  }

  /** The first of these fields that has a value. */
  get(...names: readonly string[]): unknown {
    for (const name of names) {
      const value = this.#values.get(name.toLowerCase());
      if (value !== undefined && value !== null && value !== '') return value;
    }
    return undefined;
  }

  has(name: string): boolean {
    return this.#values.has(name.toLowerCase());
  }

  /** Text, a number or a truth value as trimmed text. Not empty. */
  text(...names: readonly string[]): string | undefined {
    return scalar(this.get(...names));
  }

  /** YAML 1.1 reads `yes`, `no`, `on` and `off` as truth values. */
  flag(...names: readonly string[]): boolean | undefined {
    const text = this.text(...names)?.toLowerCase() ?? '';
    if (['true', 'yes', 'on'].includes(text)) return true;
    return ['false', 'no', 'off'].includes(text) ? false : undefined;
  }

  /**
   * The texts of a list, of lists in it, or of one text.
   * @param separator between the items of a text; without one it is a single item
   */
  list(name: string, separator?: RegExp): readonly string[] {
    const value = this.get(name);
    const items = typeof value === 'string' && separator ? value.split(separator) : [value];
    return texts(items);
  }

  /** A group of fields; empty if the field is none. */
  group(...names: readonly string[]): Fields {
    return new Fields(this.get(...names));
  }

  entries(): Iterable<readonly [string, unknown]> {
    return this.#values.entries();
  }
}

export function scalar(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return undefined;
  const text = String(value).trim();
  return text === '' ? undefined : text;
}

/** Aliases of YAML can make a list hold itself. */
const MAX_NESTING = 5;

function texts(items: readonly unknown[], depth = 0): string[] {
  return items.flatMap((item) => {
    if (Array.isArray(item)) return depth < MAX_NESTING ? texts(item, depth + 1) : [];
    return scalar(item) ?? [];
  });
}

/** Names without those that only differ in case from an earlier one. */
export function distinct(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const folded = name.normalize('NFC').toLowerCase();
    if (seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

/** A list, or words with spaces; people also write commas. */
export function namesIn(fields: Fields, name: string, isSplit = true): readonly string[] {
  const text = fields.get(name);
  const separator =
    typeof text === 'string' && text.includes(',') ? /,/ : isSplit ? /\s/ : undefined;
  return fields.list(name, separator);
}
