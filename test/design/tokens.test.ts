/** Theme colours: contrast in light and dark. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../src/lib/colour/oklch.ts';
import { tokensOf } from '../../src/lib/colour/tokens.ts';
import { required } from '../support/required.ts';

const papers = ['paper', 'raised', 'mark'];
/** Lines that nobody has to see. */
const ornaments = ['rule'];

const colours = tokensOf(readFileSync('public/css/tokens.css', 'utf8'));
const texts = [...colours.keys()].filter((name) => ![...papers, ...ornaments].includes(name));

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const shade = (name: string): string => required(colours.get(name))[theme];

  it.each(papers)('has readable text colours on --%s', (paper) => {
    const faint = texts.filter((text) => contrast(shade(text), shade(paper)) < 4.5);
    expect(texts.length).toBeGreaterThan(5);
    expect(faint).toEqual([]);
  });

  it('uses the link colour for the icon', () => {
    expect(readFileSync('public/favicon.svg', 'utf8')).toContain(shade('accent'));
  });
});
