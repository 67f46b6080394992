/** Finds the lines of the fields that problems name. Done last, since most builds have no problem. */
import { readFileSync } from 'node:fs';
import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Position, Problem } from '../problem.ts';

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

/**
 * Where each field of a YAML or JSON text stands, by its path: `title`,
 * `tags[2]`, `navigation[0].url`. This parser knows every place and takes
 * four times as long as the one that reads values.
 */
function positionsIn(text: string): ReadonlyMap<string, Position> {
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
