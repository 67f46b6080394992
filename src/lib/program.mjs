/**
 * Where the program is, and the blog that it builds: the same folder in a clone,
 * two in a blog that has the program as a package. Plain JavaScript, because the
 * launcher needs it before anything is compiled.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Name of the package. */
export const NAME = 'perennial-blog';

/** Folder of the program: `src`, `templates` and `public` are in it. */
export const PROGRAM = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Whether a blog has installed the program as a package. */
export const IS_PACKAGE = PROGRAM.split(sep).includes('node_modules');

/** Folder of what is kept between runs and trusted, beside the libraries, which are code as well. */
export const PROGRAM_CACHE = IS_PACKAGE
  ? join(dirname(PROGRAM), '.cache/perennial')
  : join(PROGRAM, 'node_modules/.cache/perennial');

/** A path of the program from the working directory: `public` in a clone. */
export function inProgram(path) {
  return join(relative('.', PROGRAM), path);
}

/**
 * The blog that a folder belongs to: the nearest one with `content`, or with a
 * `package.json` that depends on the program; `undefined` if there is none.
 */
export function findBlog(folder) {
  if (isFolder(join(folder, 'content')) || dependsOnProgram(folder)) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : findBlog(parent);
}

function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function dependsOnProgram(folder) {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return [manifest.dependencies, manifest.devDependencies].some((list) =>
      Object.hasOwn(list ?? {}, NAME),
    );
  } catch {
    // Another kind of folder, or none of npm's.
    return false;
  }
}
