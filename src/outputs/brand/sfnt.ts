/** Reads what a stylesheet must know of a font. https://learn.microsoft.com/typography/opentype/spec/ */
import { codePointsOf, type CodePoints } from './code-points.ts';

export interface FontFacts {
  /** `400`, or `100 900` for a variable font. */
  readonly weight: string;
  readonly isItalic: boolean;
  /** Of a line, in ems. */
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  /** Of a letter in running text, in ems; 0 for a font without the letters of English. */
  readonly width: number;
  readonly characters: readonly CodePoints[];
}

/** Letters as often as in English text, and spaces. */
const SAMPLE = 'the quick brown fox eats a loaf of rye bread in the rain and sees nine old stones ';

const TAG = 4;
const HEADER = 12;
const RECORD = 16;
const ITALIC = 1;

/** @throws {RangeError} if a table is broken */
export function factsOf(font: Buffer): FontFacts {
  const tables = tablesOf(font);
  const table = (tag: string): Buffer => required(tables, tag);
  const [head, hhea, os2] = [table('head'), table('hhea'), table('OS/2')];
  const em = head.readUInt16BE(18) || 1000;
  const advance = advances(table('hmtx'), hhea.readUInt16BE(34));
  const glyphs = Array.from(SAMPLE, (letter) => glyphOf(table('cmap'), letter.charCodeAt(0)));
  const sum = glyphs.map(advance).reduce((total, width) => total + width, 0);
  return {
    weight: variableWeight(tables.get('fvar')) ?? String(os2.readUInt16BE(4)),
    isItalic: (os2.readUInt16BE(62) & ITALIC) !== 0,
    ascent: hhea.readInt16BE(4) / em,
    descent: -hhea.readInt16BE(6) / em,
    lineGap: hhea.readInt16BE(8) / em,
    width: glyphs.includes(0) ? 0 : sum / glyphs.length / em,
    characters: codePointsOf(table('cmap')),
  };
}

/** @throws {RangeError} if there is no such table */
export function tableOf(font: Buffer, tag: string): Buffer {
  return required(tablesOf(font), tag);
}

function required(tables: ReadonlyMap<string, Buffer>, tag: string): Buffer {
  const found = tables.get(tag);
  if (found === undefined) throw new RangeError(`There is no table ${tag}.`);
  return found;
}

function tablesOf(font: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < font.readUInt16BE(TAG); index++) {
    const at = HEADER + index * RECORD;
    const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
    tables.set(font.toString('latin1', at, at + TAG), font.subarray(offset, offset + length));
  }
  return tables;
}

function variableWeight(fvar: Buffer | undefined): string | undefined {
  if (fvar === undefined) return undefined;
  const [start, count, size] = [fvar.readUInt16BE(4), fvar.readUInt16BE(8), fvar.readUInt16BE(10)];
  for (let axis = 0; axis < count; axis++) {
    const at = start + axis * size;
    if (fvar.toString('latin1', at, at + TAG) !== 'wght') continue;
    // Numbers of 16.16 bits.
    return `${fvar.readInt16BE(at + 4)} ${fvar.readInt16BE(at + 12)}`;
  }
  return undefined;
}

/** @param count of glyphs with a width of their own; the others have the last one */
function advances(hmtx: Buffer, count: number): (glyph: number) => number {
  return (glyph) => hmtx.readUInt16BE(Math.min(glyph, count - 1) * 4);
}

/** The glyph of a character of the basic plane; 0 if there is none. */
function glyphOf(cmap: Buffer, code: number): number {
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + 8 * index));
    const format = subtable.readUInt16BE(0);
    const glyph =
      format === 4 ? inSegments(subtable, code) : format === 12 ? inGroups(subtable, code) : 0;
    if (glyph !== 0) return glyph;
  }
  return 0;
}

/** Format 4. */
function inSegments(table: Buffer, code: number): number {
  const size = table.readUInt16BE(6);
  for (let at = 0; at < size; at += 2) {
    if (table.readUInt16BE(14 + at) < code) continue;
    const start = table.readUInt16BE(16 + size + at);
    if (start > code) return 0;
    const delta = table.readUInt16BE(16 + 2 * size + at);
    const place = 16 + 3 * size + at;
    const offset = table.readUInt16BE(place);
    if (offset === 0) return (code + delta) & 0xff_ff;
    const glyph = table.readUInt16BE(place + offset + 2 * (code - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xff_ff;
  }
  return 0;
}

/** Format 12. */
function inGroups(table: Buffer, code: number): number {
  for (let group = 0; group < table.readUInt32BE(12); group++) {
    const at = 16 + 12 * group;
    const first = table.readUInt32BE(at);
    if (first <= code && code <= table.readUInt32BE(at + 4))
      return table.readUInt32BE(at + 8) + code - first;
  }
  return 0;
}
