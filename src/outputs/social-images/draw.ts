/** Draws the picture that link previews show of a post: its title, the site, who wrote it and when. */
import type { Card, Cards } from '../../site/model.ts';
import { SANS, SERIF } from './families.ts';
import { Typeface } from './fonts.ts';
import { setText, shorten, type Box, type Measure, type Setting } from './lines.ts';
import { MARK, MARK_SIZE } from './mark.ts';
import { fill, type Mask, type Step } from './outline.ts';
import { CARD_HEIGHT, CARD_WIDTH } from './recipe.ts';
import { Sheet, toColour, type Ink } from './sheet.ts';

const EDGE = 84;
const INNER = CARD_WIDTH - 2 * EDGE;
const MARK_PIXELS = 60;
/** Lines that letters stand on. */
const SITE_LINE = 118;
const FOOT_LINE = 560;
const RULE = 500;
const BAND = 14;
const SITE_SIZE = 34;
const FOOT_SIZE = 29;
const TITLE_TOP = 166;
const TITLE: Box = {
  width: INNER,
  height: RULE - 36 - TITLE_TOP,
  sizes: [84, 78, 72, 66, 60, 54, 48, 42, 36],
  leading: 1.16,
};
/** More than there is room for in the smallest type. */
const MOST_SIGNS = 600;
/** Where capitals end and letters stand, in ems below the top of a line. */
const BASELINE = 0.84;
/** Places between two pixels at which a letter may stand. */
const PLACES = 4;

const INK: Ink = 0;
const SOFT: Ink = 1;
const ACCENT: Ink = 2;
const LINE: Ink = 3;

/** A card, and what it does not show. */
export interface Drawn {
  readonly png: Buffer;
  /** Signs of the title that no font has; the card then has the name of the site instead. */
  readonly missing: readonly string[];
}

/** Draws the cards of one site; letters that were drawn once are kept. */
export class Draughtsman {
  readonly #cards: Omit<Cards, 'items'>;
  readonly #serif = new Typeface(SERIF);
  readonly #sans = new Typeface(SANS);
  readonly #masks = new Map<string, Mask | undefined>();
  readonly #mark = fill(MARK, {
    right: MARK_PIXELS / MARK_SIZE,
    down: MARK_PIXELS / MARK_SIZE,
    shift: 0,
  });

  constructor(cards: Omit<Cards, 'items'>) {
    this.#cards = cards;
  }

  draw(card: Omit<Card, 'path'>): Drawn {
    const { colours } = this.#cards;
    const [title, byline, date, site] = [
      beginningOf(card.title),
      beginningOf(card.byline),
      beginningOf(card.date),
      beginningOf(this.#cards.site),
    ];
    const sheet = new Sheet(CARD_WIDTH, CARD_HEIGHT);
    const missing = this.#serif.missing(title);
    const name = this.#serif.missing(site).length === 0 ? site : '';
    sheet.fill(0, CARD_HEIGHT - BAND, CARD_WIDTH, BAND, ACCENT);
    sheet.fill(EDGE, RULE, INNER, 2, LINE);
    if (this.#mark) sheet.print(this.#mark, EDGE - 9, SITE_LINE - MARK_PIXELS + 8, ACCENT);
    if (missing.length === 0 && title !== site) {
      const left = EDGE + MARK_PIXELS;
      this.#line(sheet, this.#serif, name, SITE_SIZE, left, SITE_LINE, INK, CARD_WIDTH - EDGE);
    }
    this.#title(sheet, missing.length === 0 ? title : name);
    this.#foot(sheet, byline, date);
    const inks = [colours.ink, colours.soft, colours.accent, colours.rule];
    return { png: sheet.toPng(toColour(colours.paper), inks.map(toColour)), missing };
  }

  #title(sheet: Sheet, title: string): void {
    if (title === '') return;
    const { size, lines } = setTitle(title, this.#serif);
    const leading = TITLE.leading * size;
    const top = TITLE_TOP + (TITLE.height - lines.length * leading) / 2;
    for (const [index, line] of lines.entries()) {
      const y = Math.round(top + index * leading + BASELINE * size);
      this.#line(sheet, this.#serif, line, size, EDGE, y, INK, CARD_WIDTH);
    }
  }

  /** Who wrote it on the left, the date on the right. */
  #foot(sheet: Sheet, byline: string, date: string): void {
    const end = CARD_WIDTH - EDGE;
    const shown = [date, byline].map((text) => (this.#sans.missing(text).length === 0 ? text : ''));
    const [day = '', names = ''] = shown;
    const width = measureOf(this.#sans)(day) * FOOT_SIZE;
    const start = names === '' ? EDGE : Math.round(end - width);
    this.#line(sheet, this.#sans, day, FOOT_SIZE, start, FOOT_LINE, SOFT, CARD_WIDTH);
    this.#line(sheet, this.#sans, names, FOOT_SIZE, EDGE, FOOT_LINE, SOFT, start - EDGE / 2);
  }

  /** One line of text; what would reach beyond `end` is cut off. */
  #line(
    sheet: Sheet,
    face: Typeface,
    text: string,
    size: number,
    left: number,
    y: number,
    ink: Ink,
    end: number,
  ): void {
    let x = left;
    for (const word of wordsAndSpaces(shorten(text, (end - left) / size, measureOf(face)))) {
      const { letters, width } = face.set(word);
      for (const letter of letters) {
        const exact = x + letter.x * size;
        const place = Math.floor((exact % 1) * PLACES);
        const mask = this.#mask(letter.key, letter.outline, letter.scale * size, place, size);
        if (mask) sheet.print(mask, Math.floor(exact), Math.round(y - letter.y * size), ink);
      }
      x += width * size;
    }
  }

  #mask(
    letter: string,
    outline: readonly Step[],
    scale: number,
    place: number,
    size: number,
  ): Mask | undefined {
    const key = `${letter} ${size} ${place}`;
    if (!this.#masks.has(key))
      this.#masks.set(key, fill(outline, { right: scale, down: -scale, shift: place / PLACES }));
    return this.#masks.get(key);
  }
}

/** The lines of a title, and the size of their type. */
export function setTitle(title: string, face: Typeface): Setting {
  return setText(beginningOf(title), TITLE, measureOf(face));
}

/** What follows has no room, and would take long to measure. */
function beginningOf(text: string): string {
  return [...text.slice(0, 2 * MOST_SIGNS)].slice(0, MOST_SIGNS).join('');
}

function measureOf(face: Typeface): Measure {
  return (text) => wordsAndSpaces(text).reduce((sum, word) => sum + face.set(word).width, 0);
}

/** Words come again and again in the titles of a site, and are laid out once. */
function wordsAndSpaces(text: string): string[] {
  return text.split(/(\s)/).flatMap((word) => (word === '' ? [] : word.replace(/\s/, ' ')));
}
