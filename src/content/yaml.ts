/** YAML 1.2 text to a value whose parts know where they stand. */
import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { Position, Positions } from '../problem.ts';

export interface YamlError {
  readonly message: string;
  readonly at: Position;
}

export type ParsedYaml =
  | { readonly ok: true; readonly value: unknown; readonly positions: Positions }
  | { readonly ok: false; readonly errors: readonly YamlError[] };

/** More aliases than a person writes; a "billion laughs" file expands them without end. */
const MAX_ALIASES = 100;

/**
 * Parses with the core schema of YAML 1.2.2: dates stay text, `yes` stays
 * text, `010` is ten. The empty text gives `undefined`.
 */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const errors = document.errors.map(({ message, pos }) => ({ message, at: at(pos[0]) }));
    return { ok: false, errors };
  }

  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, errors: [{ message, at: { line: 1, column: 1 } }] };
  }

  const positions: Record<string, Position> = Object.create(null);
  const locate = (node: unknown, path: string): void => {
    if (isMap(node)) {
      for (const pair of node.items) {
        if (!isPair(pair) || !isScalar(pair.key)) continue;
        const key = String(pair.key.value);
        const child = path === '' ? key : `${path}.${key}`;
        if (pair.key.range) positions[child] = at(pair.key.range[0]);
        locate(pair.value, child);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        const child = `${path}[${index}]`;
        if (isMap(item) || isSeq(item) || isScalar(item)) {
          if (item.range) positions[child] = at(item.range[0]);
        }
        locate(item, child);
      });
    }
  };
  locate(document.contents, '');
  return { ok: true, value, positions };
}
