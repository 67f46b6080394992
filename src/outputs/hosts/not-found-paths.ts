/** Spellings of a path that count as the same, like the functions of these names in `public/js/not-found-paths.js`. */

export function fold(path: string): string {
  return path
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC')
    .replace(/\/(?:index\.html?)?$/, '');
}

/** Ignores `.html` too. */
export function bare(path: string): string {
  return fold(path).replace(/\.html?$/, '');
}

/** Orders addresses by segments from the last to the first. Ignores diacritics too. */
export function keyOf(path: string): string {
  const letters = bare(path)
    .normalize('NFD')
    .replace(/[\u0300-\u036F]+/g, '')
    .normalize('NFC');
  return letters.split('/').toReversed().join('/');
}
