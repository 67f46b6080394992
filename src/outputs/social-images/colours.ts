/** The colours of the design by day, for pictures of it. */
import { readFileSync } from 'node:fs';
import type { CardColours } from '../../site/model.ts';

const DEFAULTS: CardColours = {
  paper: '#fbfaf5',
  ink: '#23271f',
  soft: '#585e52',
  rule: '#dcd9cb',
  accent: '#22644a',
};

/** @param file path of the stylesheet that sets them; what it does not tell in six digits is as it came with Perennial */
export function readColours(file: string): CardColours {
  const css = readIfPossible(file);
  const found = (name: keyof CardColours): string => {
    const [, colour] =
      new RegExp(`--${name}:\\s*(?:light-dark\\(\\s*)?(#[0-9a-f]{6})\\b`, 'i').exec(css) ?? [];
    return colour?.toLowerCase() ?? DEFAULTS[name];
  };
  return {
    paper: found('paper'),
    ink: found('ink'),
    soft: found('soft'),
    rule: found('rule'),
    accent: found('accent'),
  };
}

function readIfPossible(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Whoever publishes the file says what is wrong with it.
    return '';
  }
}
