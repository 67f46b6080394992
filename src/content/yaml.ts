/** YAML 1.2 text to a value, and on demand to the places of its parts. */
import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Position } from '../problem.ts';

export interface YamlError {
  readonly message: string;
  readonly at: Position;
}

export type ParsedYaml =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly errors: readonly YamlError[] };

/** More aliases than a person writes; a "billion laughs" file expands them without end. */
const MAX_ALIASES = 100;

/**
 * Parses with the core schema of YAML 1.2.2: dates stay text, `yes` stays
 * text, `010` is ten. The empty text gives `null`.
 */
export function parseYaml(text: string): ParsedYaml {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0) {
    const errors = document.errors.map(({ message, pos }) => ({
      message,
      at: positionAt(text, pos[0]),
    }));
    return { ok: false, errors };
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return { ok: true, value };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, errors: [{ message, at: { line: 1, column: 1 } }] };
  }
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/**
 * Where each field of the text stands, by its path: `title`, `tags[2]`,
 * `navigation[0].url`. Text that cannot be parsed has no places.
 */
export function positionsIn(text: string): ReadonlyMap<string, Position> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const positions = new Map<string, Position>();
  const place = (path: string, node: unknown): void => {
    if (!isNode(node) || !node.range) return;
    const { line, col } = lines.linePos(node.range[0]);
    positions.set(path, { line, column: col });
  };
  const visit = (node: unknown, path: string): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const child = path === '' ? String(key.value) : `${path}.${String(key.value)}`;
        place(child, key);
        visit(value, child);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        place(`${path}[${index}]`, item);
        visit(item, `${path}[${index}]`);
      }
    }
  };
  visit(document.contents, '');
  return positions;
}
