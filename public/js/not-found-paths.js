/** Spellings of a path that count as the same. */

/**
 * Folds differences that do not matter: letter case, Unicode form, double slashes, index files.
 * `ß` has no capital letter but SS.
 */
export function fold(path) {
  return path
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC')
    .replace(/\/{2,}/g, '/')
    .replace(/\/(?:index\.html?)?$/, '');
}

/** Folds `/a.html` and `/a/` into one as well. */
export function bare(path) {
  return fold(path).replace(/\.html?$/, '');
}

/**
 * Sorts a path into a part of the index of a large site: segments from the last to the first, without diacritics.
 * All spellings that count as the same have the same key.
 */
export function keyOf(path) {
  return letters(bare(path)).split('/').toReversed().join('/');
}

/** Without the diacritics of Latin, Greek and Cyrillic; those of other scripts are letters. */
export function letters(path) {
  return path
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC');
}
