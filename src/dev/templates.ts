/** Recompiles the templates for the preview. Imported on demand, because it loads esbuild. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Script } from 'node:vm';
import { build, formatMessages, type PartialMessage } from 'esbuild';
import type { Templates } from '../eleventy/plugin.ts';

const PAGES = 'templates/pages';

/** The current templates, or the errors of the compiler. */
export type Compiled = { readonly templates: Templates } | { readonly problems: string };

export async function compileTemplates(): Promise<Compiled> {
  const entries = readdirSync(PAGES)
    .filter((name) => name.endsWith('.11ty.tsx'))
    .map((name) => JSON.stringify(`./${PAGES}/${name}`))
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
      write: false,
      logLevel: 'silent',
    });
    return { templates: load(outputFiles[0]?.text ?? '') };
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

/** Runs the bundle, which shares no modules with an earlier one. */
function load(text: string): Templates {
  const filename = resolve('templates.cjs');
  const module: { exports: { templates?: Templates } } = { exports: {} };
  const wrapper: unknown = new Script(`(function (exports, require, module) {${text}\n})`, {
    filename,
  }).runInThisContext();
  if (typeof wrapper === 'function') wrapper(module.exports, createRequire(filename), module);
  return module.exports.templates ?? {};
}
