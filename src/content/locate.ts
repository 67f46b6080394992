/** Adds line and column to problems. Reads the files again, since most builds have no problem. */
import { readFileSync } from 'node:fs';
import { groupBy } from '../lib/group-by.ts';
import { decodeLoosely } from '../lib/paths.ts';
import type { Position, Problem } from '../lib/problem.ts';
import { AddressPlaces } from './address-places.ts';
import { yamlFields, type YamlField } from './yaml.ts';

/** A problem, or anything else that names its source in the same way. */
export type Locatable = Pick<
  Problem,
  'file' | 'field' | 'near' | 'use' | 'bodyLine' | 'line' | 'column'
>;

/** How a problem names a place; the first of these that it has counts. */
type Place = Pick<Locatable, 'field' | 'bodyLine' | 'near' | 'use'>;

/**
 * Fills in the line and column of each problem that names a field or a text. Of several equal
 * problems at one address, only the first stays.
 * @param textOf a file; default: what is saved
 */
export function locateProblems<Item extends Locatable>(
  items: readonly Item[],
  textOf: (file: string) => string = readOrNothing,
): Item[] {
  const located = [...items];
  // One file after another, since all of them together may not fit into memory.
  const unlocated = [...items.entries()].filter(([, item]) => isUnlocated(item));
  for (const [file, found] of groupBy(unlocated, ([, item]) => [item.file])) {
    const source = new LocatedFile(file, textOf(file));
    for (const [index, item] of found) located[index] = { ...item, ...source.find(item) };
  }
  return withoutRepeated(located);
}

function isUnlocated({ field, near, bodyLine, line }: Locatable): boolean {
  return line === undefined && (field ?? near ?? bodyLine) !== undefined;
}

/** Several links share a place if their address is in a definition, `[label]: address`. */
function withoutRepeated<Item extends Locatable>(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    if (item.use === undefined) return true;
    const key = JSON.stringify({ ...item, use: 0 });
    return !seen.has(key) && seen.add(key);
  });
}

const FRONT_MATTER = /^---[^\n]*\n.*?\n(?=---)/s;

/** A file with problems. */
class LocatedFile {
  readonly #text: string;
  readonly #frontMatter: string;
  #lineStarts: readonly number[] | undefined;
  #addresses: AddressPlaces | undefined;
  #fields: ReadonlyMap<string, YamlField> | undefined;

  constructor(file: string, text: string) {
    this.#text = text.replace(/^\uFEFF/, '');
    // Keeps the opening `---`, so that offsets count from the start of the file.
    this.#frontMatter = /\.(?:ya?ml|json)$/.test(file)
      ? this.#text
      : (FRONT_MATTER.exec(this.#text)?.[0] ?? '');
  }

  find({ field, bodyLine, near = '', use }: Place): Position {
    if (field !== undefined) return this.#positionOfField(field);
    if (bodyLine !== undefined) return this.#positionOfLine(bodyLine);
    return this.#positionOfUse(near, use) ?? this.#positionOfText(near);
  }

  #positionOfField(path: string): Position {
    this.#fields ??= yamlFields(this.#frontMatter);
    return this.#positionOf(nearest(path, this.#fields));
  }

  #positionOfLine(bodyLine: number): Position {
    // The closing `---` follows the front matter.
    const top = this.#frontMatter === '' ? 0 : this.#positionOf(this.#frontMatter.length).line;
    return { line: top + bodyLine, column: 1 };
  }

  #positionOfUse(address: string, use: number | undefined): Position | undefined {
    if (use === undefined) return undefined;
    // Not the line that ends the front matter, but its line end.
    const { length } = this.#frontMatter;
    const body = length === 0 ? 0 : Math.max(length, this.#text.indexOf('\n', length));
    this.#addresses ??= new AddressPlaces(this.#text.slice(body));
    const offset = this.#addresses.find(spellings(address), use);
    return offset === undefined ? undefined : this.#positionOf(body + offset);
  }

  /** Where the text first occurs in the body, or the start of the body. */
  #positionOfText(near: string): Position {
    const body = this.#frontMatter.length;
    const found = spellings(near)
      .map((spelling) => find(spelling, this.#text, body))
      .find((index) => index !== -1);
    return this.#positionOf(found ?? body);
  }

  #positionOf(offset: number): Position {
    const starts = (this.#lineStarts ??= lineStartsOf(this.#text));
    let line = 0;
    for (let end = starts.length; end - line > 1;) {
      const middle = Math.floor((line + end) / 2);
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else end = middle;
    }
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  }
}

/** Source texts that a parser may have turned into `text`. */
function spellings(text: string): string[] {
  if (text === '') return [];
  if (!/[%&]/.test(text)) return [text];
  return [text, text.replaceAll('&', '&amp;'), decodeLoosely(text)];
}

/** Bounds the search: a text may contain thousands of occurrences. */
const MOST_TRIES = 50;
const PART_OF_ADDRESS = /[\p{L}\p{N}_%#?&=~+/-]/u;

/** Offset of `part` where it does not begin a longer URL, else its first offset, or -1. */
function find(part: string, text: string, start: number): number {
  const first = text.indexOf(part, start);
  let at = first;
  for (let tries = 0; at !== -1 && tries < MOST_TRIES; tries++) {
    if (!PART_OF_ADDRESS.test(text.charAt(at + part.length))) return at;
    at = text.indexOf(part, at + 1);
  }
  return first;
}

function lineStartsOf(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Offset of the field, or of the closest one that contains it: a missing `tags[2].x` is at `tags[2]`. */
function nearest(field: string, fields: ReadonlyMap<string, YamlField>): number {
  let path = field;
  while (path !== '' && !fields.has(path)) {
    // Names may contain these characters too.
    path = path.slice(0, Math.max(0, path.lastIndexOf('.'), path.lastIndexOf('[')));
  }
  return fields.get(path)?.start ?? 0;
}
