/** Parses YAML 1.2. The only importer of js-yaml. */
import { CORE_SCHEMA, YAMLException, load } from 'js-yaml';
import type { Position } from '../lib/problem.ts';

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
    const value: unknown = load(text, { schema: CORE_SCHEMA });
    return { ok: true, value };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line, column } = error.mark ?? { line: 0, column: 0 };
    return {
      ok: false,
      error: { message: reasonOf(error), at: { line: line + 1, column: column + 1 } },
    };
  }
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
  const open: { start: number; children: YamlNode[] }[] = [];
  const fields = new Map<string, YamlField>();
  try {
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
        if (parent === undefined) collectFields(node, '', fields);
        else parent.children.push(node);
      },
    });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
  }
  return fields;
}

/** js-yaml does not tell keys from values; what they were read as does. */
function collectFields(node: YamlNode, path: string, found: Map<string, YamlField>): void {
  const { value } = node;
  if (typeof value !== 'object' || value === null) return;
  // js-yaml first tries a flow collection as the key of a block mapping, inside the same node.
  const children = node.children[0]?.value === value ? node.children[0].children : node.children;
  if (Array.isArray(value)) {
    let next = 0;
    for (const item of children) {
      const index = value.indexOf(item.value, next);
      if (index === -1) continue;
      next = index + 1;
      found.set(`${path}[${index}]`, item);
      collectFields(item, `${path}[${index}]`, found);
    }
    return;
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  for (let at = 0; at < children.length; at++) {
    const [key, field] = children.slice(at, at + 2);
    const name = String(key?.value);
    if (key === undefined || !fields.has(name)) continue;
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
