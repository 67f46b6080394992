/**
 * Old addresses known by their shape, `/category/:name/` or `/old/*`: a name
 * stands for one or more characters without a slash, the star at the end for
 * any rest, which the target calls `:splat`.
 */

/** A piece of a pattern: text as it stands, or something that varies. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'rest' };

/** What the star of a pattern is called in its target. */
export const SPLAT = 'splat';

/** What the varying parts of an address are, by name. */
export type Values = ReadonlyMap<string, string>;

/** Whether a path, as it was written, is a pattern; a percent-encoded colon or star is text. */
export function isPattern(written: string): boolean {
  return /:[a-z]|\*/i.test(written);
}

/** The pieces of a pattern, in order. */
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

/** The names that a pattern gives to a target, in order. */
export function namesOf(pattern: string): string[] {
  return partsOf(pattern).flatMap((part) =>
    part.kind === 'text' ? [] : [part.kind === 'rest' ? SPLAT : part.name],
  );
}

/**
 * A regular expression for whole paths, one group for each name in order.
 * @param quote writes text so that it stands for itself
 */
export function patternSource(pattern: string, quote = quoteText): string {
  const pieces = partsOf(pattern).map((part) => {
    if (part.kind === 'text') return quote(part.text);
    return part.kind === 'rest' ? '(.*)' : '([^/]+?)';
  });
  return `^${pieces.join('')}$`;
}

/** The first of many paths that a pattern matches. */
export function firstMatch(pattern: string, paths: Iterable<string>): string | undefined {
  const expression = new RegExp(patternSource(pattern), 'su');
  for (const path of paths) if (expression.test(path)) return path;
  return undefined;
}

/** What the names of a pattern stand for in a path, or `undefined` when it does not match. */
export function match(pattern: string, path: string): Values | undefined {
  const found = new RegExp(patternSource(pattern), 'su').exec(path);
  if (found === null) return undefined;
  return new Map(namesOf(pattern).map((name, index) => [name, found[index + 1] ?? '']));
}

/** A target with its names filled in. */
export function fill(target: string, values: Values): string {
  return target.replace(/:([a-z]+)/gi, (token, name: string) => values.get(name) ?? token);
}

/** The pattern that finds the values of a target again: `:splat` stands for any rest. */
export function targetPattern(target: string): string {
  return target.replace(new RegExp(`:${SPLAT}(?![a-z])`, 'gi'), '*');
}

/** A pattern with its names filled in, or `undefined` when one of them is not known. */
export function fillPattern(pattern: string, values: Values): string | undefined {
  const pieces = partsOf(pattern).map((part) => {
    if (part.kind === 'text') return part.text;
    return values.get(part.kind === 'rest' ? SPLAT : part.name);
  });
  return pieces.includes(undefined) ? undefined : pieces.join('');
}

/** What is wrong with a pattern and its target, as the end of a sentence; nothing when all is well. */
export function patternError(from: string, to: string | undefined): string | undefined {
  const names = namesOf(from);
  if (/\*./s.test(from)) return 'a star stands only at the end';
  if (new Set(names).size < names.length) return 'it holds the same name twice';
  const lacking = to === undefined ? [] : namesOf(to).filter((name) => !names.includes(name));
  return lacking.length === 0
    ? undefined
    : `its target asks for :${lacking.join(', :')}, which it does not have`;
}

function quoteText(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
