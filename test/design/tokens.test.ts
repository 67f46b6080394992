/** Theme colours: contrast in light and dark. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { required } from '../support/required.ts';

const CSS = readFileSync('public/css/tokens.css', 'utf8');
const COLOUR = /--(?<name>[\w-]+): light-dark\((?<day>#\w{6}), (?<night>#\w{6})\);/g;

const papers = ['paper', 'raised', 'mark'];
/** Lines that nobody has to see. */
const ornaments = ['rule'];

const colours = new Map(
  [...CSS.matchAll(COLOUR)].map(({ groups }) => {
    const { name = '', day = '', night = '' } = groups ?? {};
    return [name, { day, night }];
  }),
);
const texts = [...colours.keys()].filter((name) => ![...papers, ...ornaments].includes(name));

describe.each(['day', 'night'] as const)('the %s theme', (time) => {
  const shade = (name: string): string => required(colours.get(name))[time];

  it.each(papers)('has readable text colours on --%s', (paper) => {
    const faint = texts.filter((text) => contrast(shade(text), shade(paper)) < 4.5);
    expect(texts.length).toBeGreaterThan(5);
    expect(faint).toEqual([]);
  });

  it('uses the paper colour for browser bars', () => {
    const head = readFileSync('templates/components/site-metadata.tsx', 'utf8');
    const scheme = time === 'day' ? 'light' : 'dark';
    expect(head).toContain(`content="${shade('paper')}" media="(prefers-color-scheme: ${scheme})"`);
  });

  it('uses the link colour for the icon', () => {
    expect(readFileSync('public/favicon.svg', 'utf8')).toContain(shade('accent'));
  });
});

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
