/** Fonts of the social cards: the files in `fonts/` and the characters each covers. */
import { readFileSync, readdirSync } from 'node:fs';
import * as z from 'zod';

const FOLDER = new URL('fonts/', import.meta.url);

/** What `npm run add-font` writes: hex ranges (`20-7e,a0`) of each font file. */
const Manifest = z.object({
  version: z.string(),
  weight: z.number(),
  files: z.record(z.string(), z.string()),
});

type Range = [first: number, last: number];

export interface FontFile {
  readonly path: URL;
  /** Code points, both ends included. */
  readonly ranges: Range[];
}

export interface FontFamily {
  readonly name: string;
  /** Version of the Fontsource package. */
  readonly version: string;
  readonly weight: number;
  readonly files: readonly FontFile[];
}

/** Characters that fonts need not cover: controls, joiners and emoji modifiers. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Emoji_Modifier}\ufe0e\ufe0f]/gu;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Families in order of preference, as in CSS `font-family`. */
export class FontStack {
  readonly families: readonly FontFamily[];

  constructor(families: readonly FontFamily[]) {
    this.families = families;
  }

  /** Value of the CSS property `font-family`. */
  get css(): string {
    return this.families.map(({ name }) => name).join(', ');
  }

  /** Graphemes that no font covers, each once. */
  missing(text: string): string[] {
    return graphemes(text).filter((grapheme) => this.#familyOf(grapheme) === undefined);
  }

  /** Families that a text is drawn with. */
  used(text: string): FontFamily[] {
    return graphemes(text).flatMap((grapheme) => this.#familyOf(grapheme) ?? []);
  }

  #familyOf(grapheme: string): FontFamily | undefined {
    const points = [...grapheme].map((character) => character.codePointAt(0) ?? 0);
    return this.families.find(({ files }) =>
      files.some(({ ranges }) =>
        points.every((point) => ranges.some(([first, last]) => first <= point && point <= last)),
      ),
    );
  }
}

/** The fonts of titles and of small text. */
export interface CardFonts {
  readonly serif: FontStack;
  readonly sans: FontStack;
}

export function readFonts(): CardFonts {
  const families = readdirSync(FOLDER).toSorted().map(readFamily);
  const stack = (text: string): FontStack =>
    new FontStack([
      ...families.filter(({ name }) => name === text),
      ...families.filter(({ name }) => name.startsWith('noto-')),
    ]);
  return { serif: stack('source-serif-4'), sans: stack('source-sans-3') };
}

function graphemes(text: string): string[] {
  const visible = text.replace(INVISIBLE, '');
  const segments = [...segmenter.segment(visible)].map(({ segment }) => segment);
  return [...new Set(segments)].filter((segment) => segment.trim() !== '');
}

function readFamily(name: string): FontFamily {
  const folder = new URL(`${name}/`, FOLDER);
  const manifest = Manifest.parse(JSON.parse(readFileSync(new URL('font.json', folder), 'utf8')));
  const files = Object.entries(manifest.files).map(([file, ranges]) => ({
    path: new URL(file, folder),
    ranges: ranges.split(',').map(readRange),
  }));
  return { name, version: manifest.version, weight: manifest.weight, files };
}

function readRange(written: string): Range {
  const [first = '', last = first] = written.split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
