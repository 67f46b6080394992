/** Tables of figures as text. */

export function number(value: number | undefined, digits: number): string {
  return value === undefined ? '-' : value.toFixed(digits);
}

/** Columns of equal width, the first to the left and the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    // A row of two cells is a note, which may be longer than its column.
    Math.max(...rows.map((row) => (row.length > 2 ? (row[column] ?? '').length : 0))),
  );
  const first = Math.max(...rows.map((row) => (row[0] ?? '').length));
  return rows
    .map(([name = '', ...cells]) => {
      const aligned =
        cells.length === 1 ? cells : cells.map((cell, n) => cell.padStart(widths[n + 1] ?? 0));
      return `  ${[name.padEnd(first), ...aligned].join('  ')}`;
    })
    .join('\n');
}
