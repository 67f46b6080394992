/** The serif that comes with the program, for sites that name none. */
import { encodePath } from '../../lib/paths.ts';
import type { Asset } from '../../site/model.ts';
import { fontFace } from './font-faces.ts';
import { hashedPath } from '../../lib/hashed-path.ts';
import FONT from './page-font.json' with { type: 'json' };

export interface PageFont {
  /** Rules that set `--serif`. */
  readonly css: string;
  readonly assets: readonly Asset[];
  /** Paths below the site's root of the files that a page in a language loads first. */
  readonly preloadsIn: (language: string) => readonly string[];
}

const FAMILY = 'site-serif';
/** Without italics, so that browsers slant the upright letters while the italic ones are on their way. */
const SLANTED = 'site-serif-slanted';
const NAMES: ReadonlySet<string> = new Set(FONT.faces.map(({ file }) => `/fonts/${file}`));

/** Languages whose letters are not all in Latin-1. */
const EXTENDED: ReadonlySet<string> = new Set([
  ...['az', 'bs', 'cs', 'cy', 'eo', 'et', 'hr', 'hu', 'lt', 'lv', 'mt', 'pl', 'ro', 'sk', 'sl'],
  ...['sr', 'tr', 'vi'],
]);

/** Whether a file is one of the font, which is published under another name or not at all. */
export function isPageFont({ path }: Asset): boolean {
  return NAMES.has(path);
}

/**
 * @param files of `public/`; those that the owner has removed or replaced are left out
 * @param stack what follows the font
 */
export function pageFont(files: readonly Asset[], stack: string): PageFont {
  const sources = new Map(files.map(({ path, source }) => [path, source]));
  const faces = FONT.faces.flatMap((face) => {
    const source = sources.get(`/fonts/${face.file}`);
    return source === undefined ? [] : [{ ...face, source, path: hashedPath(source) }];
  });
  const rulesOf = (family: string, some: typeof faces): string =>
    some
      .map(({ path, weight, style, range }) =>
        fontFace({
          'font-family': family,
          src: `url("..${encodePath(path)}") format("woff2")`,
          'font-weight': weight,
          'font-style': style,
          // Nothing moves: a font that is late for the first paint waits for the next page.
          'font-display': 'optional',
          'unicode-range': range,
        }),
      )
      .join('');
  const upright = faces.filter(({ style }) => style === 'normal');
  const rules = rulesOf(FAMILY, faces) + rulesOf(SLANTED, upright);
  return {
    css: faces.length === 0 ? '' : `${rules}:root{--serif:${FAMILY},${SLANTED},${stack}}`,
    assets: faces.map(({ source, path }) => ({ source, path })),
    preloadsIn: (language) => {
      const scripts = scriptsOf(language);
      return faces
        .filter(({ script, style }) => style === 'normal' && scripts.includes(script))
        .map(({ path }) => path);
    },
  };
}

/** Files whose letters nearly every text in a language has. */
function scriptsOf(tag: string): readonly string[] {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (script === 'Cyrl') return ['latin', 'cyrillic'];
  if (script === 'Grek') return ['latin', 'greek'];
  if (script !== 'Latn') return [];
  if (language === 'vi') return ['latin', 'latin-ext', 'vietnamese'];
  return EXTENDED.has(language) ? ['latin', 'latin-ext'] : ['latin'];
}
