/** Resolves fields and text of problems to lines. Runs last, since most builds have no problems. */
import { readFileSync } from 'node:fs';
import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import { decodePath } from '../lib/paths.ts';
import type { Position, Problem } from '../lib/problem.ts';

/** A problem, or anything else with the same location fields. */
export type Locatable = Pick<Problem, 'file' | 'field' | 'near' | 'line' | 'column'>;

/** Adds the line and column of the field or text that each problem names. */
export function locateProblems<Item extends Locatable>(items: readonly Item[]): Item[] {
  const files = new Map<string, LocatedFile>();
  return items.map((item) => {
    const { file, field, near, line } = item;
    if (line !== undefined || (field === undefined && near === undefined)) return item;
    const located = files.get(file) ?? new LocatedFile(file);
    files.set(file, located);
    const at = field === undefined ? located.text(near ?? '') : located.field(field);
    return { ...item, ...at };
  });
}

const FRONT_MATTER = /^---[^\n]*\n.*?\n(?=---)/s;
const TOP: Position = { line: 1, column: 1 };

/** A file that is read again because there is something to say of it. */
class LocatedFile {
  readonly #text: string;
  readonly #frontMatter: string;
  #lines: LineCounter | undefined;
  #positions: ReadonlyMap<string, Position> | undefined;

  constructor(file: string) {
    this.#text = readOrNothing(file).replace(/^\uFEFF/, '');
    // Front matter begins with a document marker of YAML, so its lines count from the file's first.
    this.#frontMatter = file.endsWith('.md')
      ? (FRONT_MATTER.exec(this.#text)?.[0] ?? '')
      : this.#text;
  }

  field(path: string): Position {
    this.#positions ??= positionsIn(this.#frontMatter);
    return nearest(path, this.#positions);
  }

  /** Position of the first occurrence in the body, else the start of the body. */
  text(near: string): Position {
    const body = this.#frontMatter.length;
    const found = spellings(near)
      .map((spelling) => find(spelling, this.#text, body))
      .find((index) => index !== -1);
    this.#lines ??= linesOf(this.#text);
    const { line, col } = this.#lines.linePos(found ?? body);
    return { line, column: col };
  }
}

/** Forms in which parsed text may have been written: entities, percent-encoding. */
function spellings(text: string): string[] {
  if (text === '') return [];
  if (!/[%&]/.test(text)) return [text];
  return [text, text.replaceAll('&', '&amp;'), decodePath(text) ?? text];
}

/** Limits the search in texts with thousands of occurrences. */
const MOST_TRIES = 50;
const PART_OF_ADDRESS = /[\p{L}\p{N}_%#?&=~+/-]/u;

/** Index of the first occurrence that is not part of a longer URL, else of any occurrence, or -1. */
function find(part: string, text: string, start: number): number {
  const first = text.indexOf(part, start);
  let at = first;
  for (let tries = 0; at !== -1 && tries < MOST_TRIES; tries++) {
    if (!PART_OF_ADDRESS.test(text.charAt(at + part.length))) return at;
    at = text.indexOf(part, at + 1);
  }
  return first;
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return lines;
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The place of the field, or of the nearest one around it: a missing `tags[2].x` is at `tags[2]`. */
function nearest(field: string, positions: ReadonlyMap<string, Position>): Position {
  let path = field;
  while (path !== '' && !positions.has(path)) {
    // The name of a field may hold such signs itself: something must go each time.
    path = path.replace(/(?:\.[^.[\]]*|\[\d+\]|[^.[\]]+|[^])$/, '');
  }
  return positions.get(path) ?? TOP;
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
