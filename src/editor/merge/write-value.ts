/** Writes a value of a field in the way that the value before it was written. */
import { formatYaml } from '../../content/format-yaml.ts';
import { quoted } from '../../lib/yaml-text.ts';
import { isSame } from './same-value.ts';
import { tryYaml } from './read-yaml.ts';

/** A value on one line, and what stands before and behind it. */
interface OneLine {
  readonly before: string;
  readonly value: string;
  readonly behind: string;
}

/** A value that is quoted, in brackets or in braces. */
const ENCLOSED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[[^\n]*\]|\{[^\n]*\})/;

/**
 * @param start the name with its colon, or the mark of an item
 * @param text what follows, with its line end
 * @returns `undefined` if it takes more than a line
 */
export function onOneLine(start: string, text: string): OneLine | undefined {
  const blank = text.length - text.replace(/^[ \t]+/, '').length;
  const rest = text.slice(blank);
  const enclosed = ENCLOSED.exec(rest)?.[0];
  const comment = rest.startsWith('#') ? 0 : rest.search(/(?<=[ \t])#/);
  const value = enclosed ?? (comment === -1 ? rest : rest.slice(0, comment)).trimEnd();
  const behind = rest.slice(value.length);
  if (!/^[ \t]*(?:#[^\n]*)?\n?$/.test(behind)) return undefined;
  if (value === '') return { before: start, value, behind: text };
  return { before: start + text.slice(0, blank), value, behind };
}

/** @returns `undefined` if the value does not fit into the line */
export function rewritten({ before, value, behind }: OneLine, after: unknown): string | undefined {
  const written = value.startsWith('[') ? flowList(value, after) : inline(after, value);
  if (written === undefined || written.includes('\n')) return undefined;
  return before + (/\s$/.test(before) ? '' : ' ') + written + behind;
}

/** A field on lines of its own, as `npm run new` writes it. */
export function fieldText(name: string, value: unknown): string {
  return formatYaml({ [name]: value });
}

/** An item of a list. */
export function itemText(value: unknown, like: string | undefined): string {
  const line = like === undefined ? undefined : onOneLine('-', like.slice(1));
  const sameStyle = line === undefined ? undefined : rewritten({ ...line, behind: '\n' }, value);
  return sameStyle ?? formatYaml([value]);
}

/** Text in the quotation marks of the text before, numbers and such as they are. */
function inline(value: unknown, like: string): string | undefined {
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) && value.length === 0 ? '[]' : undefined;
  const text = typeof value === 'string' ? value.trim() : undefined;
  if (text?.includes('\n') === true) return undefined;
  if (text !== undefined && like.startsWith("'")) return quoted(text);
  if (text !== undefined && like.startsWith('"')) return JSON.stringify(text);
  return formatYaml(text ?? value).trimEnd();
}

/** The list on one line; items that stay are as they were. */
function flowList(list: string, after: unknown): string | undefined {
  if (!Array.isArray(after)) return inline(after, '');
  const items = flowItems(list);
  const values = items.map((item) => tryYaml(item));
  const written = after.map((value: unknown) => {
    const at = values.findIndex((before) => isSame(before, value));
    return items[at] ?? inFlow(value, items[0] ?? '');
  });
  if (written.some((item) => item === undefined)) return undefined;
  const space = /^\[[ \t]/.test(list) ? ' ' : '';
  return `[${space}${written.join(', ')}${space}]`;
}

function inFlow(value: unknown, like: string): string | undefined {
  if (typeof value === 'object' && value !== null) return undefined;
  const written = inline(value, like);
  // `[` and `,` are text outside of brackets only.
  return written === undefined || tryYaml(`[${written}]`) === undefined
    ? undefined
    : readsAs(written, value)
      ? written
      : quoted(String(value));
}

function readsAs(written: string, value: unknown): boolean {
  const read = tryYaml(`[${written}]`);
  return Array.isArray(read) && read.length === 1 && isSame(read[0], value);
}

/** Splits at commas outside of quotation marks and brackets. */
function flowItems(list: string): string[] {
  const tokens = list.slice(1, -1).match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^]/g) ?? [];
  const items = [''];
  let depth = 0;
  for (const token of tokens) {
    if (/^[[{]$/.test(token)) depth++;
    if (/^[\]}]$/.test(token)) depth--;
    if (token === ',' && depth === 0) items.push('');
    else items.push((items.pop() ?? '') + token);
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
