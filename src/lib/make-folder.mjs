/** Creates folders. Plain JavaScript, because the launcher needs it before anything is compiled. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Creates the folder and its parents if they are missing. Unlike `recursive`, it does not report ENOENT for a
 * read-only disk, and ends where nothing can be created, such as in a folder that was removed.
 */
export function makeFolder(folder) {
  // Most folders are missing, and their parents are there.
  if (makeOne(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  mkdirUnlessThere(folder);
}

/** @returns `false` if its parent is missing */
function makeOne(folder) {
  try {
    mkdirUnlessThere(folder);
    return true;
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

/** It may be there since another thread created it. */
function mkdirUnlessThere(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}
