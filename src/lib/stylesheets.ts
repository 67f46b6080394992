/** Stylesheets made of several files: what a sheet imports takes the place of its `@import`. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What an `@import` names. */
export interface Import {
  /** The path as it stands there. */
  readonly written: string;
  /** Path of the file. */
  readonly source: string;
}

/** A rule that names a sheet of the same folder or one near it, and at most a layer to put it in. */
const IMPORT = /^@import (['"])(?<path>\.[^'"]*\.css)\1(?: layer\((?<layer>[\w.-]+)\))?;$/gm;

/** Strings are matched so that none of them is taken for a comment. */
const COMMENT_OR_STRING = /\/\*.*?\*\/|("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/gs;

export function isStylesheet(file: string): boolean {
  return file.endsWith('.css');
}

/** The sheets that a sheet imports itself, whether there are such files or not. */
export function importsOf(file: string): Import[] {
  const rules = withoutComments(readFileSync(file, 'utf8')).matchAll(IMPORT);
  return [...rules].map(({ groups }) => {
    const written = groups?.['path'] ?? '';
    return { written, source: join(dirname(file), written) };
  });
}

/** A sheet as it is published; one that imports nothing, and is imported by none, as it was written. */
export function readStylesheet(file: string): string {
  const css = readFileSync(file, 'utf8');
  return importsOf(file).length === 0 ? css : joined(file, css, []);
}

/** @param above sheets that wait for this one, which it cannot hold */
function joined(file: string, css: string, above: readonly string[]): string {
  const waiting = [...above, file];
  return compact(css).replace(IMPORT, (rule, _quote: string, path: string, layer?: string) => {
    const part = join(dirname(file), path);
    if (waiting.includes(part) || !existsSync(part)) return rule;
    const content = joined(part, readFileSync(part, 'utf8'), waiting);
    return layer === undefined ? content : `@layer ${layer}{\n${content}\n}`;
  });
}

function compact(css: string): string {
  return withoutComments(css).replace(/\n\s*/g, '\n').trim();
}

function withoutComments(css: string): string {
  return css.replace(COMMENT_OR_STRING, (_, string: string | undefined) => string ?? '');
}
