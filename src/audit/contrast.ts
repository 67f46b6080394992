/** Contrast of the theme's colours, as its stylesheet sets them. */
import { contrast } from '../lib/colour/oklch.ts';
import { MIN_CONTRAST } from '../lib/colour/readable-shade.ts';
import type { Problem } from '../lib/problem.ts';

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
        const ratio = contrast(long(ink), long(ground));
        return ratio >= MIN_CONTRAST
          ? []
          : [faint(file, { text, paper, scheme, ink, ground, ratio })];
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
    message: `In the ${scheme} theme, \`--${text}\` (${ink}) on \`--${paper}\` (${ground}) has a contrast of ${Math.floor(ratio * 10) / 10}, but text needs ${MIN_CONTRAST}.`,
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

/** Six digits for three. */
function long(hex: string): string {
  return hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex;
}
