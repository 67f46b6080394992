/** Puts new values into a JSON file. */
import { changesTo } from './changes.ts';
import { isMap, type Values } from './same-value.ts';

/** @throws if the text is no JSON object */
export function readJson(text: string): Values {
  const values: unknown = JSON.parse(text);
  if (!isMap(values)) throw new Error('The file is not a JSON object.');
  return values;
}

/**
 * Fields keep their order, and the file its indentation.
 * @param text empty for a new file
 * @param after all values by name, in the order of the form
 */
export function mergeJson(text: string, after: Values): string {
  const before = text.trim() === '' ? {} : readJson(text);
  const changes = changesTo(before, after);
  if (changes.length === 0) return text;
  const indent = /^\{\n([ \t]+)/.exec(text.trimStart())?.[1] ?? '  ';
  // JSON leaves out what is undefined.
  const merged = Object.fromEntries([...Object.entries(before), ...changes]);
  return `${JSON.stringify(merged, undefined, indent)}\n`;
}
