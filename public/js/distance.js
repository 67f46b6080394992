/** Edit distance with transpositions (optimal string alignment). */
export function distance(a, b) {
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      next[column] = Math.min(
        last[column] + 1,
        next[column - 1] + 1,
        last[column - 1] + (same ? 0 : 1),
        swapped ? before[column - 2] + 1 : Infinity,
      );
    }
    [before, last] = [last, next];
  }
  return last[b.length];
}
