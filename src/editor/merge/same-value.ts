/** Compares values as Perennial reads them. */

export type Values = Readonly<Record<string, unknown>>;

export function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a field; `undefined` for names that all objects inherit. */
export function ownOf(values: Values, name: string): unknown {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Whether two values mean the same. White space around text means nothing; blank text is absent. */
export function isSame(a: unknown, b: unknown): boolean {
  return keyOf(a) === keyOf(b);
}

export function isEmpty(value: unknown): boolean {
  return keyOf(value) === undefined;
}

/** Equal for values that mean the same; `undefined` for none. */
function keyOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return listKey(value.flatMap((item) => keyOf(item) ?? []));
  if (isMap(value)) {
    const names = Object.keys(value).toSorted();
    return listKey(
      names.flatMap((name) => {
        const key = keyOf(value[name]);
        return key === undefined ? [] : [[name, key]];
      }),
    );
  }
  const text = String(value).replace(/\r\n?/g, '\n').trim();
  return text === '' ? undefined : `=${text}`;
}

function listKey(keys: readonly unknown[]): string | undefined {
  return keys.length === 0 ? undefined : JSON.stringify(keys);
}
