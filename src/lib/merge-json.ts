/** Merges two JSON values. */
import { isDeepStrictEqual } from 'node:util';
import { ownValue } from './own-value.ts';

export interface MergedJson {
  readonly value: unknown;
  /** Fields that both have, with different values: `hosting.cleanUrls`. The first value is kept. */
  readonly replaced: readonly string[];
  /** Fields that are a list or an object in one value only. The first value is kept. */
  readonly mismatched: readonly string[];
}

/**
 * Merges objects by key and joins lists, without items that both have. What `first` has comes first,
 * and prevails.
 * @param at name of the field
 */
export function mergeJson(first: unknown, second: unknown, at = ''): MergedJson {
  const none = { replaced: [], mismatched: [] };
  if (second === undefined || isDeepStrictEqual(first, second)) return { value: first, ...none };
  if (first === undefined) return { value: second, ...none };
  if (Array.isArray(first) && Array.isArray(second)) {
    const items: unknown[] = first;
    const added = second.filter((item) => !items.some((other) => isDeepStrictEqual(item, other)));
    return { value: [...items, ...added], ...none };
  }
  if (isObject(first) && isObject(second)) {
    const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])];
    const merged = keys.map((key) => {
      const place = at === '' ? key : `${at}.${key}`;
      return [key, mergeJson(ownValue(first, key), ownValue(second, key), place)] as const;
    });
    return {
      value: Object.fromEntries(merged.map(([key, { value }]) => [key, value])),
      replaced: merged.flatMap(([, { replaced }]) => replaced),
      mismatched: merged.flatMap(([, { mismatched }]) => mismatched),
    };
  }
  const isNested = [first, second].some((value) => typeof value === 'object' && value !== null);
  return { value: first, ...none, [isNested ? 'mismatched' : 'replaced']: [at] };
}

/** Whether a JSON value is an object, and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
