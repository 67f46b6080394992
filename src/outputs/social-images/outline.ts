/**
 * Fills outlines. For each edge, a row of cells gets how much the edge covers
 * of them; added up from left to right, that is how much of each pixel lies
 * inside. https://medium.com/@raphlinus/inside-the-fastest-font-renderer-in-the-world-75ae5270c445
 */

/** A step of an outline. Coordinates follow one another: x, y, x, y, ... */
export interface Step {
  readonly command: string;
  readonly args: readonly number[];
}

/** How much of each pixel an outline covers, 0 to 255, row by row, and where its first pixel goes. */
export interface Mask {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly coverage: Uint8Array;
}

/** From the units of an outline to pixels; `down` is negative where y grows upwards. */
export interface Placing {
  readonly right: number;
  readonly down: number;
  /** Pixels that the origin is moved to the right. */
  readonly shift: number;
}

/** Pixels between a curve and the lines drawn for it, about. */
const PRECISION = 0.1;

type Point = readonly [x: number, y: number];

/** @returns `undefined` for an outline of nothing, such as that of a space */
export function fill(steps: readonly Step[], placing: Placing): Mask | undefined {
  const lines = flatten(steps, placing);
  const xs = lines.map(([x]) => x);
  const ys = lines.map(([, y]) => y);
  if (lines.length === 0) return undefined;
  const left = Math.floor(Math.min(...xs));
  const top = Math.floor(Math.min(...ys));
  // An edge reaches into the cell to the right of its last.
  const width = Math.ceil(Math.max(...xs)) - left + 2;
  const height = Math.ceil(Math.max(...ys)) - top;
  if (height === 0) return undefined;
  const cells = new Float32Array(width * height + 2);
  for (let index = 0; index + 1 < lines.length; index += 2) {
    const [from, to] = [lines[index], lines[index + 1]];
    if (from && to)
      addEdge(cells, width, [from[0] - left, from[1] - top], [to[0] - left, to[1] - top]);
  }
  return { left, top, width, height, coverage: sumUp(cells, width * height) };
}

/** Ends of straight lines, two by two. */
function flatten(steps: readonly Step[], { right, down, shift }: Placing): Point[] {
  const ends: Point[] = [];
  let start: Point = [shift, 0];
  let at = start;
  const lineTo = (to: Point): void => {
    ends.push(at, to);
    at = to;
  };
  for (const { command, args } of steps) {
    const points: Point[] = [];
    for (let index = 0; index + 1 < args.length; index += 2)
      points.push([(args[index] ?? 0) * right + shift, (args[index + 1] ?? 0) * down]);
    if (command === 'closePath') lineTo(start);
    else if (command !== 'moveTo') curve(at, points).forEach(lineTo);
    else {
      at = points[0] ?? at;
      start = at;
    }
  }
  return ends;
}

/** Points on a curve of any degree, by de Casteljau's construction; the end alone for a line. */
function curve(from: Point, points: readonly Point[]): Point[] {
  const all = [from, ...points];
  if (all.length <= 2) return [...points];
  const length = all.slice(1).reduce((sum, point, index) => {
    const [x, y] = all[index] ?? point;
    return sum + Math.hypot(point[0] - x, point[1] - y);
  }, 0);
  const count = Math.max(2, Math.ceil(Math.sqrt(length / (8 * PRECISION)) * (all.length - 1)));
  return Array.from({ length: count }, (_, index) => pointAt(all, (index + 1) / count));
}

function pointAt(points: readonly Point[], share: number): Point {
  const [first = [0, 0], ...others] = points;
  if (others.length === 0) return first;
  const between = others.map(([x, y], index): Point => {
    const [fromX, fromY] = points[index] ?? first;
    return [fromX + (x - fromX) * share, fromY + (y - fromY) * share];
  });
  return pointAt(between, share);
}

function addEdge(cells: Float32Array, width: number, from: Point, to: Point): void {
  if (from[1] === to[1]) return;
  const direction = from[1] < to[1] ? 1 : -1;
  const [[startX, startY], [endX, endY]] = direction === 1 ? [from, to] : [to, from];
  const slope = (endX - startX) / (endY - startY);
  let x = startX;
  for (let row = Math.floor(startY); row < endY; row++) {
    const high = Math.min(row + 1, endY) - Math.max(row, startY);
    const next = x + slope * high;
    addSpan(cells, row * width, Math.min(x, next), Math.max(x, next), direction * high);
    x = next;
  }
}

/** An edge within one row, from `x0` to `x1`; `cover` is its height there. */
function addSpan(cells: Float32Array, row: number, x0: number, x1: number, cover: number): void {
  const first = Math.floor(x0);
  const last = Math.max(Math.ceil(x1) - 1, first);
  let before = 0;
  for (let cell = first; cell <= last; cell++) {
    // How far the edge comes by the end of this cell, and how much of the cell lies to its right.
    const here = x1 === x0 ? 1 : (Math.min(cell + 1, x1) - x0) / (x1 - x0);
    const middle = (Math.max(cell, x0) + Math.min(cell + 1, x1)) / 2;
    const part = (here - before) * cover;
    const inside = part * (cell + 1 - middle);
    cells[row + cell] = (cells[row + cell] ?? 0) + inside;
    cells[row + cell + 1] = (cells[row + cell + 1] ?? 0) + part - inside;
    before = here;
  }
}

function sumUp(cells: Float32Array, count: number): Uint8Array {
  const coverage = new Uint8Array(count);
  let sum = 0;
  for (let index = 0; index < count; index++) {
    sum += cells[index] ?? 0;
    coverage[index] = Math.round(Math.min(Math.abs(sum), 1) * 255);
  }
  return coverage;
}
