/** Rows of pictures in a body, as `src/markdown/layout-tables.ts` makes them. */

const ROW = /<div class="pictures">[^]*?<\/div>/g;

/** Tells how many images stand beside one another at a place in the HTML of a body. */
export function columnsIn(html: string): (index: number) => number {
  if (!html.includes('<div class="pictures">')) return () => 1;
  const rows = [...html.matchAll(ROW)].map(({ 0: row, index }) => ({
    start: index,
    end: index + row.length,
    columns: row.split('<img ').length - 1,
  }));
  return (index) => rows.find(({ start, end }) => start < index && index < end)?.columns ?? 1;
}
