/** Applies the owner's logo, colour, fonts and stylesheet to the files of the theme. */
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Addresses } from '../../addresses/address.ts';
import type { SiteSettings } from '../../content/site-schema.ts';
import type { Cache } from '../../lib/cache.ts';
import { tokensOf, type TokenColours } from '../../lib/colour/tokens.ts';
import type { Problems } from '../../lib/problem.ts';
import { displayPath } from '../../lib/user-folder.ts';
import type { Brand, Shades } from '../../site/brand-model.ts';
import type { Asset, CardBrand, CardColours } from '../../site/model.ts';
import { accentShades } from './accent.ts';
import { loadFonts } from './fonts.ts';
import { loadLogo } from './logo.ts';
import { LOGO_STYLE } from './logo-style.ts';
import { isPageFont, pageFont } from './page-font.ts';
import { recolouredIcons } from './recoloured-icons.ts';
import type { Rendition } from './rendition.ts';
import type { SubsetFont } from './subset.ts';
import { isOwners, withIcons, withRules } from './theme-files.ts';

/** Drawings and fonts of earlier builds. */
export interface BrandCache {
  readonly logos: Cache<Rendition>;
  readonly fonts: Cache<SubsetFont>;
}

export interface BrandSources {
  readonly settings: Pick<SiteSettings, 'logo' | 'accent' | 'fonts' | 'language'>;
  readonly contentDir: string;
  readonly publicDir: string;
  readonly publicFiles: readonly Asset[];
  readonly addresses: Addresses;
  /** Characters that the site uses. */
  readonly characters: () => string;
  readonly cache: BrandCache | undefined;
}

export interface LoadedBrand {
  /** As on pages in the language of the site. */
  readonly brand: Brand;
  /** URLs of fonts that pages in a language load first. */
  readonly preloadsIn: (language: string) => readonly string[];
  /** The files of `public/` with the owner's rules and icons. */
  readonly publicFiles: readonly Asset[];
  /** Made from the logo, or in the owner's colour, by path below the site's root. */
  readonly icons: Readonly<Record<string, string | Uint8Array>>;
  /** Files named by their content. */
  readonly hashed: readonly Asset[];
  readonly cards: CardBrand;
}

/** Colours of a theme without tokens. */
const PAPER: Shades = { light: '#fbfaf5', dark: '#161a17' };
const ACCENT: Shades = { light: '#22644a', dark: '#9fd3b0' };

/** Reports what cannot be used. */
export async function loadBrand(sources: BrandSources, problems: Problems): Promise<LoadedBrand> {
  const { settings, contentDir, publicDir, publicFiles, addresses, characters, cache } = sources;
  const file = displayPath(join(contentDir, 'site.yaml'));
  const theme = await readOwnStylesheet(contentDir, problems);
  const shipped = readIfPresent(join(publicDir, 'css/tokens.css'));
  const defaults = tokensOf(shipped);
  const changed = tokensOf(theme?.css ?? '');
  const tokens = new Map([...defaults, ...changed]);
  const paper = tokens.get('paper') ?? PAPER;
  const written = settings.accent;
  const accent = written === undefined ? undefined : accentShades(written, tokens, file, problems);
  const loaded =
    settings.logo === undefined
      ? undefined
      : await loadLogo(
          settings.logo,
          {
            ...{ contentDir, file, paper, addresses, cache: cache?.logos },
            accent: accent ?? tokens.get('accent') ?? ACCENT,
          },
          problems,
        );
  const { fonts: chosen = {} } = settings;
  const own = chosen === 'system' ? {} : chosen;
  const stacks = stacksOf(shipped);
  const fonts = await loadFonts(
    own,
    { contentDir, file, characters, stacks, cache: cache?.fonts },
    problems,
  );
  const isChosen = chosen === 'system' || own.serif !== undefined || setsSerif(theme?.css);
  const serif = pageFont(isChosen ? [] : publicFiles, stacks.serif);
  const preloadsIn = (language: string): string[] =>
    [...serif.preloadsIn(language), ...fonts.preloads].map((path) => addresses.of(path).url);
  const made =
    loaded?.icons ??
    (accent &&
      (await recolouredIcons(
        publicFiles,
        contentDir,
        { shipped: defaults, accent, paper },
        cache?.logos,
      )));
  const icons = made ?? {};
  const accentRule = accent && `:root{--accent:light-dark(${accent.light},${accent.dark})}`;
  const rules = [accentRule, serif.css, fonts.css].filter((rule) => rule !== undefined).join('');
  const pageRules = [rules, loaded && LOGO_STYLE, theme?.css].filter(Boolean).join('\n');
  const appended = new Map([
    ['/css/site.css', pageRules],
    ['/css/feed.css', rules],
  ]);
  const themeFiles = publicFiles.filter(
    (asset) => !isPageFont(asset) || isOwners(asset, contentDir),
  );
  const files = withIcons(withRules(themeFiles, appended), icons, {
    source: join(contentDir, settings.logo ?? 'site.yaml'),
    isOwners: (asset) => isOwners(asset, contentDir),
  });
  const icon = files.find(({ path }) => path === '/favicon.svg');
  return {
    brand: {
      ...{ paper, accent, logo: loaded?.logo },
      preloads: preloadsIn(settings.language),
    },
    preloadsIn,
    publicFiles: files,
    icons,
    hashed: [
      ...(loaded === undefined ? [] : [loaded.asset]),
      ...serif.assets,
      ...fonts.assets,
      ...(theme?.assets ?? []),
    ],
    cards: {
      colours: lightOf(changed, accent),
      logo: loaded?.card,
      icon: icon === undefined ? undefined : textOf(icon),
      fonts: fonts.forCards,
    },
  };
}

/** `content/theme/theme.css`, if there is one. */
async function readOwnStylesheet(contentDir: string, problems: Problems) {
  const folder = join(contentDir, 'theme');
  if (!isThere(join(folder, 'theme.css'))) return undefined;
  const { readTheme } = await import('./theme-stylesheet.ts');
  return readTheme(folder, problems);
}

/** Sees links that lead nowhere. The check of the content reports a folder that cannot be read. */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Whether the owner's stylesheet has a typeface of its own for text. */
function setsSerif(css = ''): boolean {
  return /--serif\s*:/.test(css);
}

/** Value of each typeface token. */
function stacksOf(css: string) {
  const valueOf = (name: string, otherwise: string): string =>
    new RegExp(`--${name}:\\s*([^;]+);`).exec(css)?.[1]?.replace(/\s+/g, ' ').trim() ?? otherwise;
  return {
    serif: valueOf('serif', 'serif'),
    sans: valueOf('sans', 'sans-serif'),
    mono: valueOf('mono', 'monospace'),
  };
}

const CARD_COLOURS = ['paper', 'ink', 'soft', 'rule', 'accent'] as const;

/** The colours of cards that the owner has changed. Cards have the light theme. */
function lightOf(
  changed: ReadonlyMap<string, TokenColours>,
  accent: Shades | undefined,
): Partial<CardColours> {
  const colours = CARD_COLOURS.flatMap((name) => {
    const colour = name === 'accent' && accent !== undefined ? accent : changed.get(name);
    return colour === undefined ? [] : [[name, colour.light] as const];
  });
  return Object.fromEntries(colours);
}

function textOf({ content, source }: Asset): string {
  return typeof content === 'string' ? content : readIfPresent(source);
}

function readIfPresent(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // An unreadable file is reported where it is copied.
    return '';
  }
}
