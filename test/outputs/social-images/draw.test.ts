/** What stands on a card. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Draughtsman } from '../../../src/outputs/social-images/draw.ts';
import { SERIF } from '../../../src/outputs/social-images/families.ts';
import { Typeface } from '../../../src/outputs/social-images/fonts.ts';
import { fill } from '../../../src/outputs/social-images/outline.ts';
import { RECIPE } from '../../../src/outputs/social-images/recipe.ts';
import { ROOT } from '../../support/build-site.ts';
import { readPng } from '../../support/png.ts';
import { colours } from './palette.ts';

const draughtsman = new Draughtsman({ site: 'The garden', colours });
const draw = (title: string, byline = 'By Ann', date = 'April 6, 2021') =>
  draughtsman.draw({ title, byline, date });

describe('a card', () => {
  it('is of the size that previews show whole, and small', () => {
    const { png } = draw('Hello');
    expect(readPng(png)).toMatchObject({ width: 1200, height: 630 });
    expect(png.length).toBeLessThan(60_000);
  });

  it('has the colours of the design', () => {
    const { colourAt } = readPng(draw('Hello').png);
    expect([colourAt(5, 5), colourAt(600, 625)]).toEqual([colours.paper, colours.accent]);
  });

  it('is the same each time', () => {
    expect(
      draw('Hello').png.equals(
        new Draughtsman({ site: 'The garden', colours }).draw({
          title: 'Hello',
          byline: 'By Ann',
          date: 'April 6, 2021',
        }).png,
      ),
    ).toBe(true);
  });

  it('differs by title, author and date', () => {
    const cards = [draw('Hello'), draw('Hallo'), draw('Hello', ''), draw('Hello', 'By Ann', '')];
    expect(new Set(cards.map(({ png }) => png.toString('base64'))).size).toBe(cards.length);
  });

  it('shows nothing in the place of an author or a date that it does not have', () => {
    const { colourAt } = readPng(draw('Hello', '', '').png);
    const foot = Array.from({ length: 80 }, (_row, y) => y + 515).flatMap((y) =>
      Array.from({ length: 300 }, (_column, x) => colourAt(x * 4, y)),
    );
    expect(new Set(foot)).toEqual(new Set([colours.paper]));
  });

  it.each([
    [
      'the longest word',
      'Donaudampfschifffahrtselektrizit\u00e4tenhauptbetriebswerkbauunterbeamtengesellschaft',
    ],
    ['a title of 1000 words', 'garden '.repeat(1000)],
    ['wide letters', 'W'.repeat(300)],
    ['nothing', ''],
  ])('keeps its edges free with %s', (_, title) => {
    const { colourAt } = readPng(draw(title).png);
    const rows = Array.from({ length: 480 }, (_row, index) => index + 10);
    const edge = rows.flatMap((y) => [20, 70, 1125, 1180].map((x) => colourAt(x, y)));
    expect(new Set(edge)).toEqual(new Set([colours.paper]));
  });

  it.each([
    ['accents', '\u0141ukasz Peksa\u011f, Nguy\u1ec5n, e\u0301te\u0301'],
    ['other alphabets', '\u0421\u0430\u0434, \u03ba\u03ae\u03c0\u03bf\u03c2'],
    ['emoji', 'Yes \u{1f389}\u{1f917}\u2764\ufe0f\u{1f44d}\u{1f3fd}'],
    ['quotes and dashes', '\u201cHello\u201d \u2013 \u2018you\u2019 \u2014 \u2026'],
    ['signs that nobody sees', 'a\u200bb\u00adc\ufeff'],
  ])('has letters for %s', (_, title) => {
    expect(draw(title).missing).toEqual([]);
  });

  it('shows the name of the site when no font has a letter of the title', () => {
    const drawn = draw('Hello \ua015');
    expect(drawn.missing).toEqual(['\ua015']);
    expect(drawn.png.equals(draw('The garden').png)).toBe(true);
  });
});

it('letters of a word are set with ligatures and kerning, as wide as they are drawn', () => {
  const face = new Typeface(SERIF);
  expect(face.set('AV').width).toBeLessThan(face.set('A').width + face.set('V').width);
  expect(face.set('').width).toBe(0);
});

it('an outline covers as many pixels as it is large', () => {
  const square = [
    { command: 'moveTo', args: [0.25, 0.5] },
    { command: 'lineTo', args: [3.25, 0.5] },
    { command: 'lineTo', args: [3.25, 2.5] },
    { command: 'lineTo', args: [0.25, 2.5] },
    { command: 'closePath', args: [] },
  ];
  const mask = fill(square, { right: 1, down: 1, shift: 0 });
  const sum = mask?.coverage.reduce((total, part) => total + part / 255, 0) ?? 0;
  expect(sum).toBeCloseTo(6, 1);
});

it('the recipe names the libraries as they are installed', () => {
  for (const name of ['fontkit', '@fontsource/noto-emoji', '@fontsource/source-serif-4']) {
    const file = path.join(ROOT, 'node_modules', name, 'package.json');
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(RECIPE).toContain(`${path.basename(name)} ${version}`);
  }
});
