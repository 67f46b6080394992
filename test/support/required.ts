/** Asserts that a value exists. */

/** The value, which must be there. */
export function required<Value>(value: Value | undefined, what = 'It'): Value {
  if (value === undefined) throw new Error(`${what} is missing`);
  return value;
}
