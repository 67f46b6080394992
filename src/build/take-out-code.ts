/** Removes code that an editor left in a text. */
import { splitFrontMatter } from '../content/front-matter.ts';
import { decodeEntities, elementsOf, parseHtml, remove, textOf } from '../lib/html.ts';
import { LEAKED_CODE_CLASS, foldLeakedCode } from '../markdown/leaked-code.ts';
import { parseBody } from '../markdown/render-body.ts';
import type { ChangedLine } from './rename-fields.ts';

export interface TakenOut {
  readonly text: string;
  readonly lines: readonly ChangedLine[];
  /** Why the code stays: sentences. */
  readonly left: readonly string[];
}

/**
 * Changes nothing unless exactly the code goes, and all of it.
 * @param text of a Markdown file
 */
export function takeOutCode(text: string): TakenOut {
  const unchanged = { text, lines: [], left: [] };
  const { body } = splitFrontMatter(text);
  if (!/\{|<!--|&lt;!--/.test(body)) return unchanged;
  const { passages, rest } = split(body);
  if (passages.length === 0) return unchanged;
  const original = text.split('\n');
  const lines: (string | undefined)[] = [...original];
  const places = placesOf(passages, text, text.length - body.length);
  // From the last to the first, so that the offsets of the others stay.
  for (const { start, end } of places.toReversed()) cut(lines, text, start, end);
  const changed = lines.filter((line) => line !== undefined).join('\n');
  const after = split(splitFrontMatter(changed).body);
  if (after.passages.length > 0 || after.rest !== rest) {
    const reason =
      'The code that an editor left in the text stays, because it is mixed with other text.';
    return { ...unchanged, left: [reason] };
  }
  return {
    text: changed,
    lines: lines.flatMap((line, index) => {
      const before = original[index] ?? '';
      if (line === before) return [];
      return [{ line: index + 1, before: before.trimEnd(), after: line?.trimEnd() }];
    }),
    left: [],
  };
}

/** The passages of code, and all other text on one line. */
function split(markdown: string): { readonly passages: readonly string[]; readonly rest: string } {
  const source = { file: '', markdown, files: [], language: 'en', description: undefined };
  const tree = parseHtml(parseBody(source).html ?? '');
  const passages = foldLeakedCode(tree, '');
  for (const element of elementsOf(tree))
    if (element.attribs['class'] === LEAKED_CODE_CLASS) remove(element);
  return { passages, rest: textOf(tree).replace(/\s+/g, '') };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where the source has the passages, one after another; those that it writes otherwise are left out. */
function placesOf(passages: readonly string[], source: string, from: number): Place[] {
  let done = from;
  return passages.flatMap((passage) => {
    const signs = passage.replace(/\s+/g, '');
    for (let start = done; start < source.length; start++) {
      const end = endOf(signs, source, start);
      if (end === undefined) continue;
      done = end;
      return [{ start, end }];
    }
    return [];
  });
}

/** What writes nothing: white space, a backslash before a sign, and a line break in HTML. */
const SILENT = /\s+|\\(?=[!-/:-@[-`{-~])|<br\s*\/?>/iy;
const ENTITY = /&#?\w{1,30};/y;

/** The offset behind `signs` in the source, if it has them at `start`. */
function endOf(signs: string, source: string, start: number): number | undefined {
  let at = start;
  for (let index = 0; index < signs.length;) {
    if (source.startsWith(signs.charAt(index), at)) {
      index++;
      at++;
      continue;
    }
    const silent = at === start ? undefined : matchAt(SILENT, source, at);
    const entity = matchAt(ENTITY, source, at) ?? '';
    // White space among them writes nothing either.
    const written = decodeEntities(entity).trim();
    if (silent !== undefined) at += silent.length;
    else if (entity !== '' && signs.startsWith(written, index)) {
      index += written.length;
      at += entity.length;
    } else return undefined;
  }
  return at;
}

function matchAt(pattern: RegExp, text: string, index: number): string | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0];
}

/** Removes the text between two offsets, and each line that is empty then. */
function cut(lines: (string | undefined)[], text: string, start: number, end: number): void {
  const [first, last] = [start, end].map((offset) => text.slice(0, offset).split('\n').length - 1);
  if (first === undefined || last === undefined) return;
  const columnOf = (offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);
  const before = (lines[first] ?? '').slice(0, columnOf(start));
  const behind = (lines[last] ?? '').slice(columnOf(end)).replace(/^ +/, '');
  lines.fill(undefined, first, last + 1);
  if ((before + behind).trim() !== '') lines[first] = before + behind;
}
