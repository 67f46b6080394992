/** Finds the lines of the fields that problems name. Done last, since most builds have no problem. */
import { readFileSync } from 'node:fs';
import type { Position, Problem } from '../problem.ts';
import { positionsIn } from './yaml.ts';

/** The problems, each with the line and column of its field where the file tells. */
export function locateProblems(problems: readonly Problem[]): Problem[] {
  const known = new Map<string, ReadonlyMap<string, Position>>();
  return problems.map((problem) => {
    const { file, field, line } = problem;
    if (field === undefined || line !== undefined) return problem;
    const positions = known.get(file) ?? positionsOf(file);
    known.set(file, positions);
    return { ...problem, ...nearest(field, positions) };
  });
}

function positionsOf(file: string): ReadonlyMap<string, Position> {
  try {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    // Front matter begins with a document marker of YAML, so its lines count from the file's first.
    return positionsIn(
      file.endsWith('.md') ? text.replace(/^(---[^\n]*\n.*?\n)---.*$/s, '$1') : text,
    );
  } catch {
    return new Map();
  }
}

/** The place of the field, or of the nearest one around it: a missing `tags[2].x` is at `tags[2]`. */
function nearest(field: string, positions: ReadonlyMap<string, Position>): Position {
  let path = field;
  while (path !== '' && !positions.has(path)) {
    path = path.replace(/(?:\.[^.[\]]*|\[\d+\]|^[^.[\]]*)$/, '');
  }
  return positions.get(path) ?? { line: 1, column: 1 };
}
