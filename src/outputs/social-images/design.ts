/** Colours and logo of the social cards, from the site's own files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CardBrand, CardColours, CardDesign, CardLogo } from '../../site/model.ts';

const DEFAULTS: CardColours = {
  paper: '#fbfaf5',
  ink: '#23271f',
  soft: '#585e52',
  rule: '#dcd9cb',
  accent: '#22644a',
};

const NO_BRAND: CardBrand = { colours: {}, logo: undefined, icon: undefined, fonts: [] };

/**
 * Reads the light colours of `css/tokens.css` and the logo `favicon.svg`, unless the owner has others.
 * A colour not written with six hex digits keeps its default; a missing logo is left out.
 */
export function readDesign(publicDir: string, brand = NO_BRAND): CardDesign {
  const css = readIfPresent(join(publicDir, 'css/tokens.css')) ?? '';
  const found = (name: keyof CardColours): string => {
    const [, colour] =
      new RegExp(`--${name}:\\s*(?:light-dark\\(\\s*)?(#[0-9a-f]{6})\\b`, 'i').exec(css) ?? [];
    return colour?.toLowerCase() ?? DEFAULTS[name];
  };
  const colours = {
    paper: found('paper'),
    ink: found('ink'),
    soft: found('soft'),
    rule: found('rule'),
    accent: found('accent'),
    ...brand.colours,
  };
  const icon = brand.icon ?? readIfPresent(join(publicDir, 'favicon.svg'));
  const logo = brand.logo ?? (icon === undefined ? undefined : iconLogo(icon));
  return { colours, logo, fonts: brand.fonts };
}

/** An icon is square, and has a margin. */
export function iconLogo(svg: string): CardLogo {
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  return { source, width: 60, margin: 9, isWordmark: false };
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // An unreadable file is reported where `public/` is copied.
    return undefined;
  }
}
