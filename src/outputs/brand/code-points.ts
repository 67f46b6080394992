/** Reads which characters a font has. https://learn.microsoft.com/typography/opentype/spec/cmap */

/** Code points, both ends included. */
export type CodePoints = readonly [first: number, last: number];

/** @param cmap the table of that name */
export function codePointsOf(cmap: Buffer): CodePoints[] {
  const points = new Set<number>();
  for (let record = 4; record < 4 + cmap.readUInt16BE(2) * 8; record += 8) {
    const table = cmap.subarray(cmap.readUInt32BE(record + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) addSegments(table, points);
    else if (format === 12) addGroups(table, points);
  }
  return toRanges([...points].toSorted((a, b) => a - b));
}

/** Format 4: characters of up to 16 bits. */
function addSegments(table: Buffer, points: Set<number>): void {
  const size = table.readUInt16BE(6);
  for (let offset = 14; offset < 14 + size; offset += 2) {
    const end = table.readUInt16BE(offset);
    const start = table.readUInt16BE(offset + size + 2);
    const delta = table.readUInt16BE(offset + 2 * size + 2);
    const at = offset + 3 * size + 2;
    const range = table.readUInt16BE(at);
    for (let point = start; point <= end && point < 0xffff; point++) {
      const glyph = range === 0 ? point : table.readUInt16BE(at + range + 2 * (point - start));
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) points.add(point);
    }
  }
}

/** Format 12: all of Unicode. */
function addGroups(table: Buffer, points: Set<number>): void {
  for (let group = 16; group < 16 + table.readUInt32BE(12) * 12; group += 12) {
    const end = table.readUInt32BE(group + 4);
    for (let point = table.readUInt32BE(group); point <= end; point++) points.add(point);
  }
}

function toRanges(points: readonly number[]): CodePoints[] {
  const ranges: [first: number, last: number][] = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges;
}
