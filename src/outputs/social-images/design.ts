/** Colours and logo of the social cards, from the site's own files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CardColours, CardDesign } from '../../site/model.ts';

const DEFAULTS: CardColours = {
  paper: '#fbfaf5',
  ink: '#23271f',
  soft: '#585e52',
  rule: '#dcd9cb',
  accent: '#22644a',
};

/**
 * Reads the light colours of `css/tokens.css` and the logo `favicon.svg`.
 * A colour not written with six hex digits keeps its default; a missing logo is left out.
 */
export function readDesign(publicDir: string, logo = join(publicDir, 'favicon.svg')): CardDesign {
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
  };
  return { colours, logo: readIfPresent(logo) };
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // An unreadable file is reported where `public/` is copied.
    return undefined;
  }
}
