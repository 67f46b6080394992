/** Letters of the fonts that come with Perennial, as outlines. The only importer of fontkit. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { create, type Font } from 'fontkit';
import * as z from 'zod';
import { findRanges, type Family } from './families.ts';
import type { Step } from './outline.ts';

/** A letter in its place. Lengths are in ems, the size of the type. */
export interface Letter {
  /** The same for all that look the same. */
  readonly key: string;
  readonly outline: readonly Step[];
  /** Ems of a unit of the outline, whose y grows upwards. */
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** Letters set beside one another. */
export interface Run {
  readonly letters: readonly Letter[];
  readonly width: number;
}

/** A part of a family, with the characters that it may have. */
interface Part {
  readonly file: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

const EMPTY: Run = { letters: [], width: 0 };
/** What nobody sees, or only in colour. */
const UNSEEN = /[\p{Cc}\p{Cf}\ufe0e\ufe0f]|\p{Emoji_Modifier}/gu;

const Ranges = z.record(z.string(), z.string());
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Type of one look: what the first family lacks comes from those after it. */
export class Typeface {
  readonly #parts: readonly Part[];
  readonly #fonts = new Map<string, Font>();
  readonly #words = new Map<string, Run>();

  /** @param families those that are not installed are left out */
  constructor(families: readonly Family[]) {
    this.#parts = families.flatMap(partsOf);
  }

  /** The signs of a text that no font has, each once. */
  missing(text: string): string[] {
    const signs = graphemes(text).filter((sign) => sign.trim() !== '' && !this.#fontFor(sign));
    return [...new Set(signs)];
  }

  /** A word, or a space. Signs that no font has are left out. */
  set(word: string): Run {
    const known = this.#words.get(word) ?? this.#layOut(word);
    this.#words.set(word, known);
    return known;
  }

  #layOut(word: string): Run {
    const pieces: { readonly part: Part; text: string }[] = [];
    for (const sign of graphemes(word)) {
      const part = this.#fontFor(sign);
      const last = pieces.at(-1);
      if (part !== undefined && last?.part === part) last.text += sign;
      else if (part !== undefined) pieces.push({ part, text: sign });
    }
    return pieces.map(({ part, text }) => this.#layOutPiece(part, text)).reduce(join2, EMPTY);
  }

  #layOutPiece(part: Part, text: string): Run {
    const font = this.#font(part);
    const { glyphs, positions } = font.layout(text);
    const scale = 1 / font.unitsPerEm;
    let width = 0;
    const letters = glyphs.map((glyph, index) => {
      const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[index] ?? {};
      const x = (width + xOffset) * scale;
      width += xAdvance;
      const key = `${part.file} ${glyph.id}`;
      return { key, outline: glyph.path.commands, scale, x, y: yOffset * scale };
    });
    return { letters, width: width * scale };
  }

  /** The first part of a family that has all of a sign. */
  #fontFor(sign: string): Part | undefined {
    const points = [...sign].map(codePoint);
    return this.#parts.find(
      (part) =>
        points.every((point) => part.ranges.some(([from, to]) => point >= from && point <= to)) &&
        points.every((point) => this.#font(part).hasGlyphForCodePoint(point)),
    );
  }

  #font(part: Part): Font {
    const font = this.#fonts.get(part.file) ?? openFont(part.file);
    this.#fonts.set(part.file, font);
    return font;
  }
}

function join2(before: Run, { letters, width }: Run): Run {
  const moved = letters.map((letter) => ({ ...letter, x: letter.x + before.width }));
  return { letters: [...before.letters, ...moved], width: before.width + width };
}

/** What people take for one sign; accents are part of their letter where Unicode knows both as one. */
function graphemes(text: string): string[] {
  const plain = text.normalize('NFC').replace(UNSEEN, '');
  return [...segmenter.segment(plain)].map(({ segment }) => segment);
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function openFont(file: string): Font {
  const font = create(readFileSync(file));
  if ('fonts' in font) throw new Error(`${file} is a collection of fonts, not one.`);
  return font;
}

function partsOf({ name, weight }: Family): Part[] {
  const listed = findRanges(name);
  if (listed === undefined) return [];
  const ranges = Ranges.parse(JSON.parse(readFileSync(listed, 'utf8')));
  // The fonts of common characters stand last in the list.
  return Object.entries(ranges)
    .toReversed()
    .map(([part, written]) => ({
      file: join(
        dirname(listed),
        `files/${name}-${part.replace(/[[\]]/g, '')}-${weight}-normal.woff`,
      ),
      ranges: written.split(',').map(readRange),
    }));
}

/** `U+0100-02BA` or `U+20AC` */
function readRange(written: string): readonly [number, number] {
  const [first = '', last = first] = written.replace(/^U\+/i, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
