/** What compiled code of the owner takes from the program that runs it. */
import { resolve } from 'node:path';
import { NAME } from '../lib/program.mjs';
import { loadEleventy } from './build-pages.ts';

/** Names the compiled code, which is in no file. */
export const FILE = resolve('templates.cjs');

/** Modules that are not compiled again. */
export const PROVIDED: Readonly<Record<string, () => Promise<unknown>>> = {
  [`${NAME}/eleventy`]: () => import('./api.ts'),
  [`${NAME}/model`]: () => import('../site/model.ts'),
  '@11ty/eleventy': loadEleventy,
  // What templates use of the program; its libraries are part of the bundle.
  [`${NAME}/src/lib/html.ts`]: () => import('../lib/html.ts'),
  [`${NAME}/src/incremental/site-reads.ts`]: () => import('../incremental/site-reads.ts'),
};
