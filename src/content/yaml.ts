/** YAML 1.2 text to a value. */
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
 * Parses with the core schema of YAML 1.2.2: dates stay text, `yes` stays
 * text, `010` is ten. The empty text gives `undefined`.
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

function reasonOf({ reason }: YAMLException): string {
  return reason.replace(/^nesting exceeded maxDepth \((\d+)\)$/, 'it nests more than $1 levels');
}
