/** Recompiles the templates for the preview. Imported on demand, because it loads esbuild. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve, sep } from 'node:path';
import { Script } from 'node:vm';
import { build, formatMessages, type PartialMessage } from 'esbuild';
import { addSourceMap } from '../eleventy/source-position.ts';
import { PAGES_DIR, type Templates } from '../eleventy/project.ts';
import type { Report } from './report.ts';

/** Names the compiled code, which is in no file. */
const FILE = resolve('templates.cjs');

/** The current templates, or the errors of the compiler. */
export type Compiled = { readonly templates: Templates } | { readonly errors: Report };

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
    // As in the text, which counts columns from 0.
    const places = error.errors.flatMap(({ location }) =>
      location ? [`${location.file}:${location.line}:${location.column}`] : [],
    );
    return { errors: { text: texts.join('\n').trim(), places } };
  }
}

interface Failure {
  readonly errors: readonly PartialMessage[];
}

function isFailure(error: unknown): error is Failure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

/** Runs the bundle, which shares no modules with an earlier one. */
function load(text: string): Templates {
  const module: { exports: { templates?: Templates } } = { exports: {} };
  const wrapper: unknown = new Script(`(function (exports, require, module) {${text}\n})`, {
    filename: FILE,
  }).runInThisContext();
  if (typeof wrapper === 'function') wrapper(module.exports, createRequire(FILE), module);
  return module.exports.templates ?? {};
}
