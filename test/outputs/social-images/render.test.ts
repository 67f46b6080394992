/** Content of social cards. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { iconLogo } from '../../../src/outputs/social-images/design.ts';
import { readFonts } from '../../../src/outputs/social-images/fonts.ts';
import { CardRenderer, type RenderedCard } from '../../../src/outputs/social-images/render.ts';
import { COVER, cardLayout } from '../../../src/outputs/social-images/layout.ts';
import { plain } from '../../support/pictures.ts';
import { readPng } from '../../support/png.ts';
import { required } from '../../support/required.ts';
import { colours, logo } from './palette.ts';

const LONG =
  'Sheila Miguez and Will Kahn-Greene and their love for the Python Community: Community Service Award Quarter 3 2016 Winners';

const create = (site = 'The garden') =>
  CardRenderer.create({ site, colours, logo, fonts: [] }, readFonts());

const PLAIN = { path: '/cards/a.png', title: 'Hello', byline: '', date: '' };

let renderer: CardRenderer;

beforeAll(async () => {
  renderer = await create();
});

const render = (title: string, byline = 'By Ann', date = 'April 6, 2021'): Promise<RenderedCard> =>
  renderer.render({ path: '/cards/a.png', title, byline, date });

describe('a social card', () => {
  it('has the size that previews show whole, and is small', async () => {
    const { bytes } = await render(LONG);
    expect(await readPng(bytes)).toMatchObject({ width: 1200, height: 630 });
    expect(bytes.length).toBeLessThan(60_000);
  });

  it('has the colours of the design', async () => {
    const { colourAt } = await readPng((await render('Hello')).bytes);
    expect([colourAt(5, 5), colourAt(600, 500), colourAt(600, 625)]).toEqual([
      colours.paper,
      colours.rule,
      colours.accent,
    ]);
  });

  it('shows the logo of the site, unless it cannot be drawn', async () => {
    const withLogo = await readPng((await render('Hello')).bytes);
    expect(withLogo.colourAt(100, 95)).toBe('#ff0000');
    const cards = [undefined, iconLogo('<svg'), iconLogo('')].map(async (image) => {
      const other = await CardRenderer.create(
        { site: 'G', colours, logo: image, fonts: [] },
        readFonts(),
      );
      return (await other.render(PLAIN)).bytes.toString('base64');
    });
    expect(new Set(await Promise.all(cards)).size).toBe(1);
  });

  it('is the same each time, whatever was rendered before', async () => {
    const first = await (await create()).render(PLAIN);
    for (const title of ['\u{1f389}', '\u6771\u4eac', '\u0645\u0631\u062d\u0628\u0627'])
      await render(title);
    expect((await render('Hello', '', '')).bytes.equals(first.bytes)).toBe(true);
  });

  it('differs by title, author and date', async () => {
    const cards = await Promise.all([
      render('Hello'),
      render('Hallo'),
      render('Hello', ''),
      render('Hello', 'By Ann', ''),
    ]);
    expect(new Set(cards.map(({ bytes }) => bytes.toString('base64'))).size).toBe(cards.length);
  });

  it('shows the cover where a line of the title ends, as a JPEG', async () => {
    const cover = await plain(COVER.width, COVER.height, '#0000ff');
    const sides = async (title: string): Promise<string[]> => {
      const { bytes } = await renderer.render({ ...PLAIN, path: '/cards/a.jpg', title }, cover);
      expect(bytes.toString('hex', 0, 3)).toBe('ffd8ff');
      const { colourAt } = await readPng(bytes);
      return [20, 1180].map((x) =>
        /^#0[0-4]0[0-4]f[a-f]$/.test(colourAt(x, 300)) ? 'cover' : 'paper',
      );
    };
    expect(await sides('Hello')).toEqual(['paper', 'cover']);
    expect(await sides('\u05e9\u05dc\u05d5\u05dd')).toEqual(['cover', 'paper']);
    expect((await renderer.fit(LONG, true)).size).toBeLessThan((await renderer.fit(LONG)).size);
  });

  it('is set in the font of the owner, if it has the letters', async () => {
    const bytes = readFileSync('src/outputs/social-images/fonts/noto-serif-thai/thai.woff2');
    const own = async (last: number): Promise<string> => {
      const fonts = [{ bytes, characters: [[65, last] as const] }];
      const card = await (
        await CardRenderer.create({ site: 'G', colours, logo, fonts }, readFonts(fonts))
      ).render({ ...PLAIN, title: 'A' });
      return card.bytes.toString('base64');
    };
    expect(await own(90)).not.toBe(await own(64));
  });

  it('leaves the place of a missing author and date empty', async () => {
    const { colourAt } = await readPng((await render('Hello', '', '')).bytes);
    const foot = Array.from({ length: 80 }, (_row, y) => y + 515).flatMap((y) =>
      Array.from({ length: 300 }, (_column, x) => colourAt(x * 4, y)),
    );
    expect(new Set(foot)).toEqual(new Set([colours.paper]));
  });

  it('leaves out an author that no font covers', async () => {
    expect(
      (await render('Hello', 'By \ua015')).bytes.equals((await render('Hello', '')).bytes),
    ).toBe(true);
  });

  it('names the site above the title, but not twice', async () => {
    expect([await isNamed('Hello'), await isNamed('The garden')]).toEqual([true, false]);
  });

  it('cuts off a long author before the date', async () => {
    const long = await linesOf(render('Hello', 'By Ann '.repeat(100)), 520, 600);
    const short = await linesOf(render('Hello'), 520, 600);
    expect(long).toHaveLength(1);
    expect(required(long[0]).right).toBe(required(short[0]).right);
  });

  it.each([
    [
      'the longest word',
      'Donaudampfschifffahrtselektrizit\u00e4tenhauptbetriebswerkbauunterbeamtengesellschaft',
    ],
    ['a title of 1000 words', 'garden '.repeat(1000)],
    ['wide letters', 'W'.repeat(300)],
    ['Arabic', '\u0627\u0644\u062d\u062f\u064a\u0642\u0629 '.repeat(20)],
    ['nothing', ''],
  ])('keeps its edges free with %s', async (_, title) => {
    const { colourAt } = await readPng((await render(title)).bytes);
    const rows = Array.from({ length: 480 }, (_row, index) => index + 10);
    const edge = rows.flatMap((y) => [20, 70, 1125, 1180].map((x) => colourAt(x, y)));
    expect(new Set(edge)).toEqual(new Set([colours.paper]));
  });

  it.each([
    ['accents', '\u0141ukasz Peksa\u011f, Nguy\u1ec5n, e\u0301te\u0301'],
    ['other alphabets', '\u0421\u0430\u0434, \u03ba\u03ae\u03c0\u03bf\u03c2'],
    ['emoji', 'Yes \u{1f389}\u{1f917}\u2764\ufe0f\u{1f44d}\u{1f3fd}\u{1f469}\u200d\u{1f4bb}'],
    ['Japanese', '\u6771\u4eac\u306e\u5ead\u306e\u51ac\u3001\u30ab\u30bf\u30ab\u30ca'],
    ['Arabic', '\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645'],
    ['Hindi', '\u0938\u0930\u094d\u0926\u093f\u092f\u094b\u0902 \u092e\u0947\u0902'],
    ['Thai', '\u0e2a\u0e27\u0e19\u0e43\u0e19\u0e24\u0e14\u0e39\u0e2b\u0e19\u0e32\u0e27'],
    ['Kazakh', '\u049a\u044b\u0441\u0442\u0430\u0493\u044b \u0431\u0430\u049b'],
    ['Hebrew', '\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd'],
    ['quotes and dashes', '\u201cHello\u201d \u2013 \u2018you\u2019 \u2014 \u2026'],
    ['invisible characters', 'a\u200bb\u00adc\ufeff'],
  ])('has letters for %s', async (_, title) => {
    expect((await render(title)).missing).toEqual([]);
  });

  it.each(['\ua015', 'q\u0303'])(
    'shows the name of the site when no font covers %j',
    async (sign) => {
      const rendered = await render(`Hello ${sign}`);
      expect(rendered.missing).toEqual([sign]);
      expect(rendered.bytes.equals((await render('The garden')).bytes)).toBe(true);
    },
  );
});

describe('a title', () => {
  it('is large when short, smaller when long, and cut off when nothing helps', async () => {
    expect(await renderer.fit('Hello')).toMatchObject({ size: 84, isCut: false });
    expect(await renderer.fit(LONG)).toMatchObject({ size: 54, isCut: false });
    expect(await renderer.fit('garden '.repeat(100))).toMatchObject({ size: 36, isCut: true });
  });

  it('breaks a word that is too long for a line, rather than lose its end', async () => {
    const fit = await renderer.fit('Donaudampfschifffahrtsgesellschaft'.repeat(3));
    expect(fit).toMatchObject({ breaks: true, isCut: false });
    expect(fit.size).toBeGreaterThan(48);
  });

  it('is smaller when a word is long', async () => {
    expect(await renderer.fit('Rindfleischetikettierungsaufgabe')).toMatchObject({ isCut: false });
    expect((await renderer.fit('Rindfleischetikettierungsaufgabe')).size).toBeLessThan(72);
  });

  it.each([
    ['Latin', LONG, 4],
    ['short words', 'word '.repeat(9), 3],
    ['Japanese', '\u6771\u4eac\u306e\u5ead\u306e\u51ac'.repeat(6), 3],
  ])('in %s is broken into lines of similar length', async (_, title, count) => {
    const lines = await titleLines(title);
    const widths = lines.map(({ width }) => width);
    expect(lines).toHaveLength(count);
    expect(Math.min(...widths)).toBeGreaterThan(0.75 * Math.max(...widths));
  });

  it('is centred between the name of the site and the rule', async () => {
    const lines = await titleLines('xxxx '.repeat(20));
    const [top, bottom] = [required(lines[0]).top, required(lines.at(-1)).bottom];
    expect(Math.abs((top + bottom) / 2 - 315)).toBeLessThan(15);
  });

  it('stands at the left, in Arabic and Hebrew at the right', async () => {
    expect(required((await titleLines('Hello'))[0]).left).toBeLessThan(95);
    for (const title of ['\u0645\u0631\u062d\u0628\u0627', '\u05e9\u05dc\u05d5\u05dd PyCon 2021'])
      expect(required((await titleLines(title))[0]).right).toBeGreaterThan(1105);
  });

  it('breaks between words of Thai', async () => {
    const title = '\u0e2a\u0e27\u0e19\u0e43\u0e19\u0e24\u0e14\u0e39\u0e2b\u0e19\u0e32\u0e27'.repeat(
      5,
    );
    expect(await renderer.fit(title)).toMatchObject({ breaks: false });
  });

  it('has each line in its own direction, so that an Arabic date begins with its day', () => {
    const date = '6 \u0623\u0628\u0631\u064a\u0644 2021';
    const fit = { size: 84, breaks: false, isCut: false };
    const content = { site: 'G', title: date, fit, byline: 'By Ann', date, hasCover: false };
    const drawn = JSON.stringify(cardLayout(content, { colours, logo, fonts: [] }, readFonts()));
    const directions = [...drawn.matchAll(/"text":"([^"]*)","style":\{[^}]*"direction":"(\w+)"/g)];
    expect(directions.map(([, text, direction]) => [text, direction])).toEqual([
      ['G', 'ltr'],
      [date, 'rtl'],
      ['By Ann', 'ltr'],
      [date, 'rtl'],
    ]);
  });

  it('joins the letters of Arabic', async () => {
    const [joined] = await titleLines('\u0628\u0628\u0628\u0628');
    const [apart] = await titleLines('\u0628\u200c\u0628\u200c\u0628\u200c\u0628');
    expect(required(joined).width).toBeLessThan(0.8 * required(apart).width);
  });
});

/** Whether anything stands beside the logo. */
async function isNamed(title: string): Promise<boolean> {
  const { colourAt } = await readPng((await render(title)).bytes);
  const row = Array.from({ length: 400 }, (_, x) => colourAt(150 + x, 96));
  return row.some((colour) => colour !== colours.paper);
}

interface Line {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly width: number;
}

const titleLines = (title: string): Promise<Line[]> => linesOf(render(title), 150, 495);

/** Extent of the ink of each line between two rows of pixels. */
async function linesOf(card: Promise<RenderedCard>, from: number, to: number): Promise<Line[]> {
  const { colourAt } = await readPng((await card).bytes);
  const lines: Line[] = [];
  for (let y = from; y < to; y++) {
    const inked = Array.from({ length: 1200 }, (_, x) => x).filter(
      (x) => colourAt(x, y) !== colours.paper,
    );
    const [left, right] = [inked[0], inked.at(-1)];
    if (left === undefined || right === undefined) continue;
    const last = lines.at(-1);
    const joined = last?.bottom === y - 1 ? lines.pop() : undefined;
    const start = Math.min(left, joined?.left ?? left);
    const end = Math.max(right, joined?.right ?? right);
    lines.push({ top: joined?.top ?? y, bottom: y, left: start, right: end, width: end - start });
  }
  return lines;
}
