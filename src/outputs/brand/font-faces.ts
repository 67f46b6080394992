/** CSS of a font family, with a fallback of the same size, for a page whose first paint it misses. */
import { encodePath } from '../../lib/paths.ts';
import type { Asset } from '../../site/model.ts';
import type { Role } from './fonts.ts';
import type { SubsetFont } from './subset.ts';

export interface Face {
  readonly font: SubsetFont;
  readonly asset: Asset;
}

/** A font that most systems have under one of these names, and its average letter in ems, as in `sfnt.ts`. */
interface Reference {
  readonly names: readonly string[];
  readonly width: number;
}

const REFERENCES: Readonly<Record<Role, Reference>> = {
  serif: { names: ['Times New Roman', 'Liberation Serif', 'Tinos'], width: 0.3888 },
  sans: { names: ['Arial', 'Liberation Sans', 'Arimo'], width: 0.4318 },
  mono: { names: ['Courier New', 'Liberation Mono', 'Cousine'], width: 0.6 },
};

/** @param stack what follows the font in the token of its role */
export function familyRules(role: Role, faces: readonly Face[], stack: string): string {
  const family = `site-${role}`;
  const rules = faces.map(({ font, asset }) =>
    fontFace({
      'font-family': family,
      src: `url("..${encodePath(asset.path)}") format("woff2")`,
      'font-weight': font.weight,
      'font-style': font.isItalic ? 'italic' : 'normal',
      // Nothing moves: a font that is late for the first paint waits for the next page.
      'font-display': 'optional',
    }),
  );
  const model = faces.find(({ font }) => !font.isItalic) ?? faces[0];
  const fallback = model === undefined ? '' : fallbackFace(role, model.font);
  const names = fallback === '' ? family : `${family},${family}-fallback`;
  return `${rules.join('')}${fallback}:root{--${role}:${names},${stack}}`;
}

/** https://www.w3.org/TR/css-fonts-5/#font-metrics-override-desc */
function fallbackFace(role: Role, { width, ascent, descent, lineGap }: SubsetFont): string {
  const { names, width: own } = REFERENCES[role];
  if (width === 0) return '';
  const scale = width / own;
  return fontFace({
    'font-family': `site-${role}-fallback`,
    src: names.map((name) => `local("${name}")`).join(','),
    'size-adjust': percent(scale),
    'ascent-override': percent(ascent / scale),
    'descent-override': percent(descent / scale),
    'line-gap-override': percent(lineGap / scale),
  });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}

export function fontFace(descriptors: Readonly<Record<string, string>>): string {
  const text = Object.entries(descriptors).map(([name, value]) => `${name}:${value}`);
  return `@font-face{${text.join(';')}}`;
}
