/** Derives the shades of the accent colour that are readable in both themes. */
import { readColour } from '../../lib/colour/oklch.ts';
import { MIN_CONTRAST, readableShade } from '../../lib/colour/readable-shade.ts';
import type { TokenColours } from '../../lib/colour/tokens.ts';
import type { Problems } from '../../lib/problem.ts';
import type { Shades } from '../../site/brand-model.ts';

/** Tokens of what text stands on. */
const PAPERS = ['paper', 'raised', 'mark'];
/** Change of the lightness from which a shade looks like another colour. */
const MUCH = 0.15;

/**
 * Reports a shade that is far from the colour in both themes, or in the light one, which people
 * choose it for.
 * @param written valid
 * @param file display path of the settings
 */
export function accentShades(
  written: string,
  tokens: ReadonlyMap<string, TokenColours>,
  file: string,
  problems: Problems,
): Shades | undefined {
  const colour = readColour(written);
  if (colour === undefined) return undefined;
  const papersOf = (theme: keyof Shades): string[] =>
    PAPERS.flatMap((name) => tokens.get(name)?.[theme] ?? []);
  const [light, dark] = [
    readableShade(colour, papersOf('light')),
    readableShade(colour, papersOf('dark')),
  ];
  const place = { file, field: 'accent' };
  if (light === undefined || dark === undefined) {
    problems.error({
      ...place,
      code: 'accent-unreadable',
      message: `No shade of ${written} is readable on \`--paper\`, \`--raised\` and \`--mark\` of the ${light === undefined ? 'light' : 'dark'} theme, with a contrast of ${MIN_CONTRAST} to 1.`,
      hint: 'Make these three colours of `content/theme/theme.css` more alike in lightness.',
    });
    return undefined;
  }
  if (light.moved > MUCH)
    problems.warn({
      ...place,
      code: 'accent-moved',
      message: `${written} is too ${isLighter(colour.lightness, light.hex) ? 'light' : 'dark'} for links on the light theme, so they are ${light.hex} there and ${dark.hex} on the dark one.`,
      hint: `Write \`accent: '${light.hex}'\` if you like that shade, or choose another colour.`,
    });
  return { light: light.hex, dark: dark.hex };
}

function isLighter(lightness: number, hex: string): boolean {
  return lightness > (readColour(hex)?.lightness ?? 0);
}
