/** Compiles the templates again while the preview runs. To be imported only then: it loads esbuild. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve, sep } from 'node:path';
import { Script } from 'node:vm';
import { build, formatMessages, type PartialMessage } from 'esbuild';
import { addSourceMap } from '../eleventy/source-position.ts';
import { PAGES_DIR, type Templates } from '../eleventy/project.ts';

/** Names the compiled code, which is in no file. */
const FILE = resolve('templates.cjs');

/** The templates as they stand now, or where and why one of them cannot be compiled. */
export type Compiled = { readonly templates: Templates } | { readonly problems: string };

export async function compileTemplates(): Promise<Compiled> {
  const entries = readdirSync(PAGES_DIR, { encoding: 'utf8', recursive: true })
    .filter((name) => name.endsWith('.11ty.tsx'))
    .map((name) => JSON.stringify(`./${PAGES_DIR}/${name.split(sep).join('/')}`))
    .map((path) => `${path}: () => import(${path}),`);
  try {
    const { outputFiles } = await build({
      stdin: { contents: `export const templates = { ${entries.join('\n')} };`, resolveDir: '.' },
      absWorkingDir: process.cwd(),
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      tsconfig: 'tsconfig.json',
      sourcemap: 'external',
      sourcesContent: false,
      outfile: FILE,
      write: false,
      logLevel: 'silent',
    });
    const [map, code] = outputFiles;
    addSourceMap(FILE, map?.text ?? '');
    return { templates: load(code?.text ?? '') };
  } catch (error) {
    if (!isFailure(error)) throw error;
    const texts = await formatMessages([...error.errors], { kind: 'error' });
    return { problems: texts.join('\n').trim() };
  }
}

interface Failure {
  readonly errors: readonly PartialMessage[];
}

function isFailure(error: unknown): error is Failure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

/** Each compilation is a program of its own, so that none sees modules of an earlier one. */
function load(text: string): Templates {
  const module: { exports: { templates?: Templates } } = { exports: {} };
  const wrapper: unknown = new Script(`(function (exports, require, module) {${text}\n})`, {
    filename: FILE,
  }).runInThisContext();
  if (typeof wrapper === 'function') wrapper(module.exports, createRequire(FILE), module);
  return module.exports.templates ?? {};
}
