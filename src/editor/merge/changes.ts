/** Finds what the writer has changed. */
import { isEmpty, isMap, isSame, ownOf, type Values } from './same-value.ts';

/** A field and its value for the file; `undefined` if the field goes. */
export type Change = readonly [name: string, value: unknown];

/** Fields with another value, in the order of the form. */
export function changesTo(before: Values, after: Values): Change[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...names].flatMap((name) => {
    const [old, value] = [ownOf(before, name), ownOf(after, name)];
    if (isSame(old, value)) return [];
    // A list that the writer has emptied stays as an empty one.
    const stays = Array.isArray(value) && Object.hasOwn(before, name);
    return [[name, isEmpty(value) && !stays ? undefined : filled(value)]];
  });
}

/** Without what is absent, and blanks around text. */
function filled(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim();
  if (Array.isArray(value)) return value.map(filled);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => !isEmpty(part))
      .map(([name, part]) => [name, filled(part)]),
  );
}
