/** Fonts of the social cards: the owner's, those of pages, and for other scripts those in `fonts/`. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { CardFont } from '../../site/model.ts';
import * as z from 'zod';

const FOLDER = new URL('fonts/', import.meta.url);

/** What `npm run add-font` and `npm run page-font` write. */
const Manifest = z.object({
  version: z.string(),
  /** Absent for files with several. */
  weight: z.number().optional(),
  /** By path from the folder of the manifest: ranges in hexadecimal digits, such as `20-7e,a0`. */
  files: z.record(z.string(), z.string()),
});

type Range = readonly [first: number, last: number];

export interface FontFile {
  /** WOFF2. */
  readonly read: () => Uint8Array;
  /** Code points, both ends included. */
  readonly ranges: readonly Range[];
}

export interface FontFamily {
  readonly name: string;
  /** Changes when the files do. */
  readonly version: string;
  /** Absent if the files themselves tell. */
  readonly weight?: number | undefined;
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

/** @param own preferred to those of the program */
export function readFonts(own: readonly CardFont[] = []): FontStack {
  const families = readdirSync(FOLDER).toSorted().map(readFamily);
  // A letter that emoji share with text is a letter.
  return new FontStack([...(own.length === 0 ? [] : [ownFamily(own)]), ...families]);
}

function ownFamily(own: readonly CardFont[]): FontFamily {
  const digest = createHash('sha256');
  const files = own.map(({ bytes, characters }) => {
    digest.update(bytes);
    return { read: () => bytes, ranges: characters };
  });
  return { name: 'own', version: digest.digest('hex'), files };
}

function graphemes(text: string): string[] {
  const visible = text.replace(INVISIBLE, '');
  const segments = [...segmenter.segment(visible)].map(({ segment }) => segment);
  return [...new Set(segments)].filter((segment) => segment.trim() !== '');
}

function readFamily(name: string): FontFamily {
  const folder = new URL(`${name}/`, FOLDER);
  const manifest = Manifest.parse(JSON.parse(readFileSync(new URL('font.json', folder), 'utf8')));
  const files = Object.entries(manifest.files)
    .map(([file, ranges]) => ({ path: new URL(file, folder), ranges }))
    // The owner may have taken the font from the pages.
    .filter(({ path }) => existsSync(path))
    .map(({ path, ranges }) => ({
      read: () => readFileSync(path),
      ranges: ranges.split(',').map(readRange),
    }));
  return { name, version: manifest.version, weight: manifest.weight, files };
}

function readRange(written: string): Range {
  const [first = '', last = first] = written.split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
