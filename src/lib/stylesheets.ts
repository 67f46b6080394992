/** Inlines the local `@import`s of stylesheets. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Import {
  /** Path as written in the rule. */
  readonly written: string;
  /** Path of the imported file. */
  readonly source: string;
}

/** An import with a relative path and an optional layer. */
const IMPORT = /^@import (['"])(?<path>\.[^'"]*\.css)\1(?: layer\((?<layer>[\w.-]+)\))?;$/gm;

/** Matches strings too, so that comment signs inside them are not taken for comments. */
const COMMENT_OR_STRING = /\/\*.*?(?:\*\/|$)|("(?:\\.?|[^"\\])*(?:"|$)|'(?:\\.?|[^'\\])*(?:'|$))/gs;

export function isStylesheet(file: string): boolean {
  return file.endsWith('.css');
}

/** Direct imports of a stylesheet, including missing files. */
export function importsOf(file: string): Import[] {
  const rules = withoutComments(readFileSync(file, 'utf8')).matchAll(IMPORT);
  return [...rules].map(({ groups }) => {
    const written = groups?.['path'] ?? '';
    return { written, source: join(dirname(file), written) };
  });
}

/**
 * The bundled stylesheet. Returned unchanged if it has no imports.
 * @param appended rules that follow
 */
export function readStylesheet(file: string, appended?: string): string {
  const css = readFileSync(file, 'utf8');
  const bundled = importsOf(file).length === 0 ? css : bundle(file, css, []);
  return appended === undefined ? bundled : `${bundled}\n${appended}\n`;
}

/** @param ancestors stylesheets being bundled, to stop at import cycles */
function bundle(file: string, css: string, ancestors: readonly string[]): string {
  const chain = [...ancestors, file];
  return compact(css).replace(IMPORT, (rule, _quote: string, path: string, layer?: string) => {
    const part = join(dirname(file), path);
    if (chain.includes(part) || !existsSync(part)) return rule;
    const content = bundle(part, readFileSync(part, 'utf8'), chain);
    return layer === undefined ? content : `@layer ${layer}{\n${content}\n}`;
  });
}

function compact(css: string): string {
  return withoutComments(css).replace(/\n\s*/g, '\n').trim();
}

function withoutComments(css: string): string {
  return css.replace(COMMENT_OR_STRING, (_, string: string | undefined) => string ?? '');
}
