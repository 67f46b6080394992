/** Contrast of the theme's colours, as its stylesheet sets them. */
import type { Problem } from '../lib/problem.ts';

/** https://www.w3.org/TR/WCAG22/#contrast-minimum */
const MINIMUM = 4.5;
const PAPERS = ['paper', 'raised', 'mark'];
const TEXTS = ['ink', 'soft', 'accent', 'visited', 'blue', 'amber', 'red'];

const HEX = '#(?:[\\da-f]{6}|[\\da-f]{3})\\b';
const COLOUR = new RegExp(
  `--([a-z]+)\\s*:\\s*(?:light-dark\\(\\s*(${HEX})\\s*,\\s*(${HEX})\\s*\\)|(${HEX}))`,
  'gi',
);

/** @param css the published stylesheet; colours other than hexadecimal ones are not judged */
export function faintColours(css: string, file: string): Problem[] {
  const colours = coloursOf(css);
  return (['light', 'dark'] as const).flatMap((scheme) =>
    PAPERS.flatMap((paper) =>
      TEXTS.flatMap((text) => {
        const [ink, ground] = [colours.get(text)?.[scheme], colours.get(paper)?.[scheme]];
        if (ink === undefined || ground === undefined) return [];
        const ratio = contrast(ink, ground);
        return ratio >= MINIMUM ? [] : [faint(file, { text, paper, scheme, ink, ground, ratio })];
      }),
    ),
  );
}

interface Pair {
  readonly text: string;
  readonly paper: string;
  readonly scheme: string;
  readonly ink: string;
  readonly ground: string;
  readonly ratio: number;
}

function faint(file: string, { text, paper, scheme, ink, ground, ratio }: Pair): Problem {
  return {
    severity: 'error',
    code: 'theme-contrast',
    file,
    message: `In the ${scheme} theme, \`--${text}\` (${ink}) on \`--${paper}\` (${ground}) has a contrast of ${Math.floor(ratio * 10) / 10}, but text needs ${MINIMUM}.`,
    hint: `Choose a ${scheme === 'light' ? 'darker' : 'lighter'} \`--${text}\`, or another \`--${paper}\`.`,
  };
}

type Colours = Readonly<Record<'light' | 'dark', string>>;

/** By name. The last declaration on screens counts. */
function coloursOf(css: string): Map<string, Colours> {
  const found = new Map<string, Colours>();
  for (const [, name = '', light = '', dark = '', both = ''] of withoutPrint(css).matchAll(COLOUR))
    found.set(name, { light: light || both, dark: dark || both });
  return found;
}

function withoutPrint(css: string): string {
  let rest = css;
  for (let start = rest.search(/@media print/); start >= 0; start = rest.search(/@media print/)) {
    let end = rest.indexOf('{', start);
    for (let depth = 1; depth > 0 && ++end < rest.length;)
      depth += rest[end] === '{' ? 1 : rest[end] === '}' ? -1 : 0;
    rest = rest.slice(0, start) + rest.slice(end + 1);
  }
  return rest;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(digits.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
