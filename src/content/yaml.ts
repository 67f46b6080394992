/** Parses YAML 1.2. The only importer of js-yaml. */
import { CORE_SCHEMA, YAMLException, load } from 'js-yaml';
import type { Position } from '../lib/problem.ts';
import { within } from '../lib/time-limit.ts';

export interface YamlError {
  readonly message: string;
  readonly at: Position;
}

export type ParsedYaml =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: YamlError };

/**
 * Parses with the core schema of YAML 1.2.2: dates and `yes` stay text, `010`
 * is ten. An empty text gives `undefined`.
 */
export function parseYaml(text: string): ParsedYaml {
  try {
    const value = withinLimit(text, () => load(text, { schema: CORE_SCHEMA }));
    if (mayHaveAliases(text) && isLongerThan(value, MAX_GROWTH * text.length + LONG))
      return failure(REPEATED, text.slice(0, text.indexOf('*')));
    return { ok: true, value };
  } catch (error) {
    if (error instanceof TooSlow)
      return failure(`it takes more than ${LIMIT / 1000} seconds to read`);
    if (!(error instanceof YAMLException)) throw error;
    const { line, column } = error.mark ?? { line: 0, column: 0 };
    return {
      ok: false,
      error: { message: reasonOf(error), at: { line: line + 1, column: column + 1 } },
    };
  }
}

/** Milliseconds for a text. */
const LIMIT = 5000;
/** Characters of a text that cannot take that long; starting the clock takes a while. */
const LONG = 20_000;
const REPEATED = 'its aliases, such as this first one, repeat too much';
/** How many times as long aliases may make a text, besides `LONG` characters. */
const MAX_GROWTH = 3;

class TooSlow extends Error {}

/** @throws {TooSlow} */
function withinLimit(text: string, read: () => unknown): unknown {
  if (text.length < LONG) return read();
  const done = within(LIMIT, () => ({ value: read() }));
  if (done === undefined) throw new TooSlow();
  return done.value;
}

/** @param before the text in front of the place */
function failure(message: string, before = ''): ParsedYaml {
  const lines = before.split('\n');
  const column = (lines.at(-1)?.length ?? 0) + 1;
  return { ok: false, error: { message, at: { line: lines.length, column } } };
}

function mayHaveAliases(text: string): boolean {
  return text.includes('*') && text.includes('&');
}

/** Whether a value, with each alias written out, has more characters and items; it may contain itself. */
function isLongerThan(value: unknown, limit: number): boolean {
  const waiting = [value];
  let length = 0;
  while (waiting.length > 0) {
    const next = waiting.pop();
    length += typeof next === 'string' ? next.length : 1;
    if (typeof next === 'object' && next !== null)
      for (const [name, child] of Object.entries(next)) {
        length += name.length;
        waiting.push(child);
      }
    if (length > limit) return true;
  }
  return false;
}

/** Names of aliases and tags can be of any length. */
const LONG_NAME = /[^\s"<>]{80,}/g;

function reasonOf({ reason }: YAMLException): string {
  return reason
    .replace(/^nesting exceeded maxDepth \((\d+)\)$/, 'it nests more than $1 levels')
    .replace(LONG_NAME, (name) => `${name.slice(0, 79)}\u2026`);
}

/** A node that js-yaml has read. Its children are keys and values in turn, or items. */
interface YamlNode {
  readonly start: number;
  readonly value: unknown;
  readonly children: readonly YamlNode[];
}

/** A field of a map, or an item of a list. */
export interface YamlField {
  /** Offset of its name, or of the item. */
  readonly start: number;
  readonly value: unknown;
}

/**
 * Fields of a YAML or JSON text by their paths: `title`, `tags[2]`,
 * `navigation[0].url`. Empty if the text is invalid.
 */
export function yamlFields(text: string): ReadonlyMap<string, YamlField> {
  const fields = new Map<string, YamlField>();
  try {
    withinLimit(text, () => collectFields(readNode(text), '', fields));
  } catch (error) {
    if (!(error instanceof YAMLException || error instanceof TooSlow)) throw error;
  }
  return fields;
}

/** @throws {YAMLException} */
function readNode(text: string): YamlNode {
  const open: { start: number; children: YamlNode[] }[] = [];
  let root: YamlNode = { start: 0, value: undefined, children: [] };
  load(text, {
    schema: CORE_SCHEMA,
    json: true,
    listener(event, { position, result }) {
      if (event === 'open') {
        open.push({ start: startOfValue(text, position), children: [] });
        return;
      }
      const node = { start: 0, children: [], ...open.pop(), value: result };
      const parent = open.at(-1);
      if (parent === undefined) root = node;
      else parent.children.push(node);
    },
  });
  return root;
}

/** Characters of a longer path would be copied for each field below it. */
const MAX_PATH = 1000;
/** Pairs such as `a: 1` in a row between two items of other kinds. */
const MAX_PAIRS = 100;

/** js-yaml does not tell keys from values; what they were read as does. */
function collectFields(node: YamlNode, path: string, found: Map<string, YamlField>): void {
  const { value } = node;
  // An alias has the value of its anchor, but no text of its own.
  if (typeof value !== 'object' || value === null || node.children.length === 0) return;
  if (path.length > MAX_PATH) return;
  // js-yaml first tries a flow collection as the key of a block mapping, inside the same node.
  const children = node.children[0]?.value === value ? node.children[0].children : node.children;
  if (Array.isArray(value)) {
    let next = 0;
    for (const item of children) {
      // The key of `[a: 1]` is a child, but no item; the pair is an item, but no child.
      const skipped = value.slice(next, next + MAX_PAIRS).indexOf(item.value);
      if (skipped === -1) continue;
      next += skipped + 1;
      const own = `${path}[${next - 1}]`;
      found.set(own, item);
      collectFields(item, own, found);
    }
    return;
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  for (let at = 0; at < children.length; at++) {
    const [key, field] = children.slice(at, at + 2);
    // No field has a list as its name; an alias could make it as long as all others together.
    if (key === undefined || (typeof key.value === 'object' && key.value !== null)) continue;
    const name = String(key.value);
    if (!fields.has(name)) continue;
    const own = path === '' ? name : `${path}.${name}`;
    found.set(own, { start: key.start, value: fields.get(name) });
    if (field === undefined || !Object.is(field.value, fields.get(name))) continue;
    collectFields(field, own, found);
    at++;
  }
}

/** js-yaml opens a node in front of blanks, its anchor and its tag. */
function startOfValue(text: string, offset: number): number {
  const properties = /\s*(?:[&!]\S*\s+)*/y;
  properties.lastIndex = offset;
  properties.test(text);
  return properties.lastIndex;
}
