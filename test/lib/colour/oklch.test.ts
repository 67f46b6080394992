/** Colours as people write them, and their readable shades. */
import { describe, expect, it } from 'vitest';
import { contrast, readColour, toHex } from '../../../src/lib/colour/oklch.ts';
import { readableShade, type Shade } from '../../../src/lib/colour/readable-shade.ts';
import { tokensOf } from '../../../src/lib/colour/tokens.ts';
import { required } from '../../support/required.ts';

describe('a colour', () => {
  it.each([
    ['#22644a', '#22644a'],
    ['#ABC', '#aabbcc'],
    [' RebeccaPurple ', '#663399'],
    ['tan', '#d2b48c'],
    ['oklch(0.627966 0.257704 29.2346)', '#ff0000'],
    ['oklch(62.7966% 64.426% 29.2346deg)', '#ff0000'],
    ['oklch(1 0 0)', '#ffffff'],
    ['oklch(.5 0 -30)', '#636363'],
  ])('%s is %s', (written, hex) => {
    expect(toHex(required(readColour(written)))).toBe(hex);
  });

  it.each(['', 'nope', '#12', '#12345', '#22644a80', 'constructor', 'rgb(1 2 3)', 'oklch(2 0 0)'])(
    '%j is none',
    (written) => {
      expect(readColour(written)).toBeUndefined();
    },
  );

  it('that screens lack keeps its lightness and hue', () => {
    const wanted = { lightness: 0.7, chroma: 0.4, hue: 150 };
    const shown = required(readColour(toHex(wanted)));
    expect(shown.lightness).toBeCloseTo(0.7, 2);
    expect(shown.hue).toBeCloseTo(150, 0);
    expect(shown.chroma).toBeLessThan(0.3);
  });
});

it('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
});

function shadeOf(written: string, ...papers: string[]): Shade | undefined {
  return readableShade(required(readColour(written)), papers);
}

describe('a readable shade', () => {
  it('is the colour itself if that is readable', () => {
    expect(shadeOf('#22644a', '#fbfaf5', '#f6e7ae')).toEqual({ hex: '#22644a', moved: 0 });
  });

  it.each([
    ['gold', '#ffffff'],
    ['navy', '#161a17'],
    ['hotpink', '#fbfaf5'],
  ])('of %s on %s is just readable, and of the same hue', (written, paper) => {
    const { hex, moved } = required(shadeOf(written, paper));
    expect(contrast(hex, paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(hex, paper)).toBeLessThan(4.8);
    expect(moved).toBeGreaterThan(0.1);
    const [before, after] = [required(readColour(written)), required(readColour(hex))];
    expect(Math.abs(after.hue - before.hue)).toBeLessThan(6);
  });

  it('does not exist on black and white at once', () => {
    expect(shadeOf('red', '#ffffff', '#767676', '#000000')).toBeUndefined();
  });
});

it('tokens are those of the screen', () => {
  const css =
    ':root { --paper: light-dark(#FFFFFF, #101010); --ink:#123456; --x-ink: #000000; --gap: 2rem }' +
    '@media print { :root { --paper: #fffff0; } }';
  expect([...tokensOf(css)]).toEqual([
    ['paper', { light: '#ffffff', dark: '#101010' }],
    ['ink', { light: '#123456', dark: '#123456' }],
  ]);
});
