/** Reads the colours that a stylesheet gives its custom properties. */

export interface TokenColours {
  readonly light: string;
  readonly dark: string;
}

const HEX = '#[0-9a-f]{6}\\b';
const COLOUR = new RegExp(
  `(?<![\\w-])--(?<name>[a-z]+)\\s*:\\s*(?:light-dark\\(\\s*(?<light>${HEX})\\s*,\\s*(?<dark>${HEX})\\s*\\)|(?<both>${HEX}))`,
  'gi',
);

/** Of several declarations of a name, the first counts: the others are for print. */
export function tokensOf(css: string): Map<string, TokenColours> {
  const found = new Map<string, TokenColours>();
  for (const { groups = {} } of css.matchAll(COLOUR)) {
    const { name = '', both = '', light = both, dark = both } = groups;
    if (!found.has(name)) found.set(name, { light: light.toLowerCase(), dark: dark.toLowerCase() });
  }
  return found;
}
