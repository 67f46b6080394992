/** The folder that the user is in. `start.mjs` changes to that of the project, as npm does. */
import { relative, resolve, sep } from 'node:path';
import { isOutside } from './paths.ts';

const USER_FOLDER = process.env['PERENNIAL_USER_FOLDER'] ?? process.cwd();
const isElsewhere = USER_FOLDER !== process.cwd();

/** A path that the user wrote, as a path from the working directory. A URL stays as it is. */
export function userPath(path: string): string {
  return isElsewhere && !/^https?:\/\//i.test(path) ? resolve(USER_FOLDER, path) : path;
}

/**
 * A path for messages, with forward slashes: relative to the working directory
 * if inside it, but absolute if the user is elsewhere.
 */
export function displayPath(path: string): string {
  const below = relative(process.cwd(), path);
  const shown = isElsewhere ? resolve(path) : isOutside(below) ? path : below;
  return shown.split(sep).join('/');
}
