/** Compiles the templates again while the preview runs. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Script } from 'node:vm';
import type { PartialMessage } from 'esbuild';
import type { Templates } from '../eleventy/plugin.ts';

const PAGES = 'templates/pages';

/** A template that cannot be compiled. The message says where and why. */
export class TemplateError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TemplateError';
  }
}

/**
 * The templates as they stand now.
 * @throws {TemplateError}
 */
export async function compileTemplates(): Promise<Templates> {
  const { build, formatMessages } = await import('esbuild');
  const entries = readdirSync(PAGES)
    .filter((name) => name.endsWith('.11ty.tsx'))
    .map((name) => JSON.stringify(`./${PAGES}/${name}`))
    .map((path) => `${path}: () => import(${path}),`);
  const result = await build({
    stdin: { contents: `export const templates = { ${entries.join('\n')} };`, resolveDir: '.' },
    absWorkingDir: process.cwd(),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    tsconfig: 'tsconfig.json',
    write: false,
    logLevel: 'silent',
  }).catch(async (error: unknown) => {
    if (!isFailure(error)) throw error;
    const texts = await formatMessages(error.errors, { kind: 'error' });
    throw new TemplateError(texts.join('\n').trim());
  });
  return load(result.outputFiles[0]?.text ?? '');
}

interface Failure {
  readonly errors: PartialMessage[];
}

function isFailure(error: unknown): error is Failure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

/** Each compilation is a program of its own, so that none sees modules of an earlier one. */
function load(text: string): Templates {
  const filename = resolve('templates.cjs');
  const module: { exports: { templates?: Templates } } = { exports: {} };
  const wrapper: unknown = new Script(`(function (exports, require, module) {${text}\n})`, {
    filename,
  }).runInThisContext();
  if (typeof wrapper === 'function') wrapper(module.exports, createRequire(filename), module);
  return module.exports.templates ?? {};
}
