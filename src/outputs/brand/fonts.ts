/** Makes the owner's fonts part of the stylesheet: system stacks by name, and font files. */
import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { keyOf, type Cache } from '../../lib/cache.ts';
import { FONT_STACKS, isFontFile } from '../../lib/font-stacks.ts';
import { isOutside } from '../../lib/paths.ts';
import type { Problem, Problems } from '../../lib/problem.ts';
import { isPlainFile } from '../../lib/publishable.ts';
import type { SiteSettings } from '../../content/site-schema.ts';
import type { Asset, CardFont } from '../../site/model.ts';
import { familyRules, type Face } from './font-faces.ts';
import type { SubsetFont } from './subset.ts';
import { hashedPath } from '../../lib/hashed-path.ts';

export interface LoadedFonts {
  /** Rules that set the tokens of the theme. */
  readonly css: string;
  readonly assets: readonly Asset[];
  /** Paths below the site's root of the files that pages load first. */
  readonly preloads: readonly string[];
  /** The upright ones for text. */
  readonly forCards: readonly CardFont[];
}

interface Sources {
  readonly contentDir: string;
  /** Display path of the settings. */
  readonly file: string;
  /** That the site uses; called if there is a font file. */
  readonly characters: () => string;
  /** Value of each token of the theme. */
  readonly stacks: Readonly<Record<Role, string>>;
  readonly cache: Cache<SubsetFont> | undefined;
}

const ROLES = ['serif', 'sans', 'mono'] as const;
export type Role = (typeof ROLES)[number];

/** Changes when the same font is made otherwise. */
const RECIPE = 'subset-font 2.9, 2';
/** Of a font with the characters of Chinese. */
const MAX_BYTES = 40_000_000;

export async function loadFonts(
  fonts: Exclude<NonNullable<SiteSettings['fonts']>, 'system'>,
  sources: Sources,
  problems: Problems,
): Promise<LoadedFonts> {
  const assets: Asset[] = [];
  const preloads: string[] = [];
  const forCards: CardFont[] = [];
  let css = '';
  for (const role of ROLES) {
    const names = fonts[role] ?? [];
    const [first = ''] = names;
    if (names.length === 0) continue;
    if (!isFontFile(first)) {
      css += `:root{--${role}:${FONT_STACKS[first] ?? sources.stacks[role]}}`;
      continue;
    }
    const faces = await facesOf(role, names, sources, problems);
    assets.push(...faces.map(({ asset }) => asset));
    const upright = faces.find(({ font }) => !font.isItalic);
    // The start of a page has no code.
    if (upright !== undefined && role !== 'mono') preloads.push(upright.asset.path);
    if (role === 'serif')
      forCards.push(...faces.map(({ font }) => font).filter(({ isItalic }) => !isItalic));
    if (faces.length > 0) css += familyRules(role, faces, sources.stacks[role]);
  }
  return { css, assets, preloads, forCards };
}

async function facesOf(
  role: Role,
  names: readonly string[],
  sources: Sources,
  problems: Problems,
): Promise<Face[]> {
  const faces: Face[] = [];
  for (const [index, name] of names.entries()) {
    const place = {
      file: sources.file,
      field: `fonts.${role}${names.length > 1 ? `[${index}]` : ''}`,
    };
    const found = readFont(name, sources.contentDir);
    if ('problem' in found) {
      problems.error({ ...place, ...found.problem });
      continue;
    }
    const font = await reduced(found.bytes, sources).catch(() => undefined);
    if (font === undefined) {
      problems.error({
        ...place,
        code: 'font-unreadable',
        message: `\`fonts\` names "${name}", which is no font, or a broken one.`,
        hint: 'Use a WOFF2, TrueType or OpenType file that other programs can open.',
      });
      continue;
    }
    const { source } = found;
    const path = hashedPath(source, font.bytes).replace(/\.\w+$/, '.woff2');
    faces.push({ font, asset: { source, path, content: font.bytes } });
  }
  return faces;
}

type Found =
  | { readonly source: string; readonly bytes: Buffer }
  | { readonly problem: Pick<Problem, 'code' | 'message' | 'hint'> };

function readFont(name: string, contentDir: string): Found {
  const folder = join(contentDir, 'theme');
  const file = normalize(name);
  if (isOutside(file) || !isPlainFile(contentDir, join('theme', file)))
    return {
      problem: {
        code: 'font-missing',
        message: `\`fonts\` names "${name}", but \`content/theme/\` has no such file.`,
        hint: 'Put the font file there, correct the name, or write the name of a stack.',
      },
    };
  const source = join(folder, file);
  const bytes = readFileSync(source);
  if (bytes.length <= MAX_BYTES) return { source, bytes };
  return {
    problem: {
      code: 'font-unreadable',
      message: `\`fonts\` names "${name}", which has more than 40 MB.`,
      hint: 'Use a font file with fewer characters.',
    },
  };
}

async function reduced(
  bytes: Buffer,
  { characters, cache }: Pick<Sources, 'characters' | 'cache'>,
): Promise<SubsetFont> {
  const wanted = characters();
  const key = keyOf(RECIPE, bytes.toString('base64'), wanted);
  const kept = cache?.get(key);
  if (kept !== undefined) return kept;
  const { subset } = await import('./subset.ts');
  const font = await subset(bytes, wanted);
  cache?.set(key, font);
  cache?.sweep();
  return font;
}
