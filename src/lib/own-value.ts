/** Looks up a name from content in a table that is a plain object. */

/** The value of `name`; `undefined` for names that all objects inherit, such as `constructor`. */
export function ownValue<Value>(
  table: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
