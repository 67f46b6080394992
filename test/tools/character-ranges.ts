/** Ranges of characters, as stylesheets and as the fonts of cards write them. */
import type { CodePoints } from '../../src/outputs/brand/code-points.ts';

/** @param written `U+0-FF,U+131` */
export function rangesOf(written: string): CodePoints[] {
  return written.split(',').map((range) => {
    const [first = '', last = first] = range.replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}

/** `20-7e,a0` */
export function writtenRanges(ranges: readonly CodePoints[]): string {
  return ranges
    .map((range) => [...new Set(range)].map((point) => point.toString(16)).join('-'))
    .join(',');
}
