/** Minifies the scripts of the pages. Plain JavaScript, because the bundle is made with it. */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from './program.mjs';

const FOLDER = join(PROGRAM, 'public/js');

export async function minifyScripts() {
  const { transform } = await import('esbuild');
  const scripts = readdirSync(FOLDER)
    .toSorted()
    .map((name) => readFileSync(join(FOLDER, name), 'utf8'));
  const options = { minify: true, charset: 'utf8', logLevel: 'silent' };
  const results = await Promise.allSettled(scripts.map((script) => transform(script, options)));
  const pairs = results.flatMap(({ status, value }, index) =>
    status === 'fulfilled' ? [[hash('sha256', scripts[index]), value.code.trimEnd()]] : [],
  );
  return Object.fromEntries(pairs);
}
