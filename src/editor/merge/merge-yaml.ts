/** Puts new values into a YAML text; lines of fields that stay the same are not touched. */
import { isMap, isSame, ownOf, type Values } from './same-value.ts';
import { changesTo, type Change } from './changes.ts';
import { fieldText, itemText, onOneLine, rewritten } from './write-value.ts';
import { listParts, mapParts, type Part } from './yaml-parts.ts';
import { linesOf } from './lines.ts';
import { tryYaml } from './read-yaml.ts';
import { formatYaml } from '../../content/format-yaml.ts';

/**
 * @param yaml a map; may be empty
 * @param after all values by name, in the order of the form; a field that is missing goes
 */
export function mergeYaml(yaml: string, after: Values): string {
  const read = tryYaml(yaml);
  const before = isMap(read) ? read : {};
  const changes = changesTo(before, after);
  if (changes.length === 0) return yaml;
  const wanted = without(Object.fromEntries([...Object.entries(before), ...changes]));
  const merged = mergeMap(yaml, before, changes, Object.keys(after));
  // Anchors, maps in braces and the like: their comments are lost, no value is.
  const result = tryYaml(merged) ?? {};
  return isMap(result) && isSame(result, wanted) ? merged : formatYaml(wanted);
}

function mergeMap(
  yaml: string,
  before: Values,
  changes: readonly Change[],
  order: readonly string[],
): string {
  let parts: readonly Part[] = mapParts(yaml);
  for (const [name, value] of changes) {
    const at = parts.findIndex((part) => part.name === name);
    const [old] = parts.slice(at === -1 ? parts.length : at);
    if (old === undefined) {
      if (value !== undefined) parts = inserted(parts, name, fieldText(name, value), order);
    } else if (value === undefined) parts = parts.toSpliced(at, 1);
    else {
      const text = mergeField(old, ownOf(before, name), value) ?? fieldText(name, value);
      parts = parts.with(at, { name, text });
    }
  }
  return parts.map(({ text }, index) => (index < parts.length - 1 ? ended(text) : text)).join('');
}

/** @returns `undefined` if the field has to be written anew */
function mergeField({ text }: Part, before: unknown, after: unknown): string | undefined {
  const [first = '', ...rest] = linesOf(text);
  const [start = ''] =
    /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^'"](?:[^:\n]|:(?=\S))*):/.exec(first) ?? [];
  if (rest.length === 0) {
    const line = onOneLine(start, first.slice(start.length));
    return line === undefined ? undefined : rewritten(line, after);
  }
  if (!/^:[ \t]*(?:#.*)?\n$/.test(first.slice(start.length - 1))) return undefined;
  const block = outdented(rest);
  if (block === undefined) return undefined;
  const merged =
    Array.isArray(before) && Array.isArray(after)
      ? mergeList(block.text, before, after)
      : isMap(before) && isMap(after)
        ? mergeYaml(block.text, after)
        : undefined;
  if (merged === undefined || merged.trim() === '') return undefined;
  return first + indented(merged, block.indent);
}

/** Items that stay keep their lines, and the comments above; one that has changed in its place is merged. */
function mergeList(
  yaml: string,
  before: readonly unknown[],
  after: readonly unknown[],
): string | undefined {
  const { items, end } = itemsOf(yaml);
  if (items.length !== before.length) return undefined;
  const free = new Set(before.keys());
  const kept = after.map((value) => {
    const same = [...free].find((at) => isSame(before[at], value));
    if (same !== undefined) free.delete(same);
    return same;
  });
  const texts = after.map((value, index) => {
    const same = kept[index];
    if (same !== undefined) return (items[same]?.above ?? '') + ended(items[same]?.text ?? '');
    const old = free.has(index) ? items[index] : undefined;
    if (old !== undefined) free.delete(index);
    const merged = old !== undefined && isMap(value) ? mergeItem(old.text, value) : undefined;
    return (old?.above ?? '') + (merged ?? itemText(value, (old ?? items[0])?.text));
  });
  return texts.join('') + end;
}

interface Item {
  /** Comments and blank lines. */
  readonly above: string;
  readonly text: string;
}

/** @returns the items of a list, and what follows the last one */
function itemsOf(yaml: string): { readonly items: readonly Item[]; readonly end: string } {
  const items: Item[] = [];
  let above = '';
  for (const { name, text } of listParts(yaml)) {
    if (name === undefined) above += text;
    else {
      items.push({ above, text });
      above = '';
    }
  }
  return { items, end: above };
}

/** A map that begins behind the mark of its item. */
function mergeItem(text: string, after: Values): string | undefined {
  const [mark = ''] = /^-[ \t]+/.exec(text) ?? [];
  const block = outdented(linesOf(' '.repeat(mark.length) + text.slice(mark.length)));
  if (mark === '' || block?.indent !== mark.length) return undefined;
  const merged = mergeYaml(block.text, after);
  return merged.trim() === '' ? undefined : mark + indented(merged, mark.length).slice(mark.length);
}

/** @returns `undefined` if a line is less indented than the first */
function outdented(lines: readonly string[]): { text: string; indent: number } | undefined {
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  const isBelow = (line: string): boolean =>
    line.trim() === '' || line.startsWith(' '.repeat(indent));
  if (!lines.every(isBelow)) return undefined;
  return {
    indent,
    text: lines.map((line) => line.slice(line.trim() === '' ? 0 : indent)).join(''),
  };
}

function indented(text: string, indent: number): string {
  return linesOf(text)
    .map((line) => (line.trim() === '' ? line : ' '.repeat(indent) + line))
    .join('');
}

/** Puts a field behind the nearest one that the form has before it. */
function inserted(
  parts: readonly Part[],
  name: string,
  text: string,
  order: readonly string[],
): readonly Part[] {
  const earlier = order.slice(0, Math.max(0, order.indexOf(name)));
  const at = order.includes(name)
    ? parts.findLastIndex((part) => part.name !== undefined && earlier.includes(part.name))
    : parts.findLastIndex((part) => part.name !== undefined);
  return parts.toSpliced(at + 1, 0, { name, text });
}

function without(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
