/** The addresses that Eleventy gives to pages. https://www.11ty.dev/docs/permalinks/ */
import path from 'node:path';
import type { Scope } from '../liquid/values.ts';
import { renderLiquid } from '../liquid/render.ts';

const DATE = /^\d{4}-\d{2}-\d{2}-(?=.)/;

/** Path below the input folder without extension and the date of its name: `/posts/roses`. */
export function filePathStem(file: string): string {
  const { dir, name } = path.posix.parse(file);
  return path.posix.join('/', dir, name.replace(DATE, ''));
}

/** Name of the file, or of its folder for an index. */
export function fileSlug(file: string): string {
  const { dir, base } = path.posix.parse(filePathStem(file));
  if (base !== 'index') return base;
  return path.posix.basename(dir).replace(DATE, '');
}

export function defaultAddress(file: string): string {
  const stem = filePathStem(file);
  const { dir, base } = path.posix.parse(stem);
  const folder = dir === '/' ? '/' : `${dir}/`;
  // `roses/roses.md` is the index of its folder.
  return base === 'index' || base === path.posix.basename(dir) ? folder : `${folder}${base}/`;
}

/**
 * Fills in a permalink such as `/{{ page.fileSlug }}/`.
 * @returns `undefined` if it holds something unknown
 */
export function permalinkAddress(template: string, scope: Scope): string | undefined {
  let isKnown = true;
  const address = renderLiquid(template, {
    format: 'html',
    scope,
    tags: new Map(),
    unknown: () => {
      isKnown = false;
    },
  });
  if (!isKnown || address.trim() === '') return undefined;
  return path.posix.join('/', address.trim()).replace(/(?<=\/)index\.html$/, '');
}
