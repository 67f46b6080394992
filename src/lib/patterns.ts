/**
 * Path patterns such as `/category/:name/` and `/old/*`. A placeholder matches one or more
 * characters except slashes; a final `*` matches the rest, which targets call `:splat`.
 */

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'rest' };

/** Name of the star in targets. */
export const SPLAT = 'splat';

/** Matched text by placeholder name. */
export type Values = ReadonlyMap<string, string>;

/** Whether an undecoded path is a pattern. Percent-encoded colons and stars are literal. */
export function isPattern(written: string): boolean {
  return /:[a-z]|\*/i.test(written);
}

export function partsOf(pattern: string): Part[] {
  return pattern
    .split(/(:[a-z]+|\*)/i)
    .filter((piece) => piece !== '')
    .map((piece): Part => {
      if (piece === '*') return { kind: 'rest' };
      if (/^:[a-z]+$/i.test(piece)) return { kind: 'name', name: piece.slice(1) };
      return { kind: 'text', text: piece };
    });
}

/** Placeholder names in order, `splat` included. */
export function namesOf(pattern: string): string[] {
  return partsOf(pattern).flatMap((part) =>
    part.kind === 'text' ? [] : [part.kind === 'rest' ? SPLAT : part.name],
  );
}

/** What a server's regular expressions can do, and what a placeholder matches there. */
export interface Syntax {
  /** One character of a placeholder. */
  readonly character: string;
  readonly rest: string;
  /** Whether the engine may take more than linear time; if not, it knows no lookahead. */
  readonly backtracks: boolean;
}

export const JAVASCRIPT: Syntax = { character: '[^/]', rest: '.*', backtracks: true };

/**
 * Source of a regular expression that matches whole paths, with one group per placeholder.
 * @param quote escapes literal text
 */
export function patternSource(pattern: string, quote = quoteText, syntax = JAVASCRIPT): string {
  const { character, rest, backtracks } = syntax;
  const parts = partsOf(pattern);
  let group = 0;
  const pieces = parts.map((part, index) => {
    if (part.kind === 'text') return quote(part.text);
    group += 1;
    if (part.kind === 'rest') return `(${rest})`;
    const name = `(${character}+?)`;
    const text = textBetween(parts, index);
    // If a name ends where the text after it occurs first, no other end can match more. A lookahead
    // is not tried again, so several names in a segment take linear time.
    return backtracks && text !== undefined ? `(?=${name}${quote(text)})(?:\\${group})` : name;
  });
  return `^${pieces.join('')}$`;
}

/** Text between the placeholder at `index` and the next one, if both are in one segment. */
function textBetween(parts: readonly Part[], index: number): string | undefined {
  const [next, afterNext] = parts.slice(index + 1);
  if (next?.kind !== 'text') return next && '';
  return afterNext === undefined || next.text.includes('/') ? undefined : next.text;
}

/** The first path that matches. */
export function firstMatch(pattern: string, paths: Iterable<string>): string | undefined {
  const matches = matcher(pattern);
  for (const path of paths) if (matches(path) !== undefined) return path;
  return undefined;
}

/** Values of the placeholders, or `undefined` if the path does not match. */
export function match(pattern: string, path: string): Values | undefined {
  return matcher(pattern)(path);
}

/** The target of a path, or `undefined` if the pattern does not match it. */
export function targetOf(
  { from, to }: { readonly from: string; readonly to: string },
  path: string,
): string | undefined {
  const values = match(from, path);
  return values && fill(to, values);
}

/** `match` for many paths. */
export function matcher(pattern: string): (path: string) => Values | undefined {
  const [first] = partsOf(pattern);
  const start = first?.kind === 'text' ? first.text : '';
  let expression: RegExp | undefined;
  return (path) => {
    // Most paths begin otherwise.
    if (!path.startsWith(start)) return undefined;
    expression ??= new RegExp(patternSource(pattern), 'su');
    const found = expression.exec(path);
    if (found === null) return undefined;
    return new Map(namesOf(pattern).map((name, index) => [name, found[index + 1] ?? '']));
  };
}

/** Replaces the placeholders of a target. */
export function fill(target: string, values: Values): string {
  return target.replace(/:([a-z]+)/gi, (token, name: string) => values.get(name) ?? token);
}

/** Turns a target into a pattern, to recover values from a filled-in target. */
export function targetPattern(target: string): string {
  return target.replace(new RegExp(`:${SPLAT}(?![a-z])`, 'gi'), '*');
}

/** Replaces the placeholders of a pattern; `undefined` if a value is missing. */
export function fillPattern(pattern: string, values: Values): string | undefined {
  const pieces = partsOf(pattern).map((part) => {
    if (part.kind === 'text') return part.text;
    return values.get(part.kind === 'rest' ? SPLAT : part.name);
  });
  return pieces.includes(undefined) ? undefined : pieces.join('');
}

/** Why a pattern or its target is invalid, as a clause; `undefined` if both are valid. */
export function patternError(from: string, to: string | undefined): string | undefined {
  const names = namesOf(from);
  if (/\*./s.test(from)) return '`*` is allowed only at the end';
  if (new Set(names).size < names.length) return 'it uses the same name twice';
  const missing = to === undefined ? [] : namesOf(to).filter((name) => !names.includes(name));
  return missing.length === 0
    ? undefined
    : `its target uses :${missing.join(', :')}, which the pattern does not define`;
}

function quoteText(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
