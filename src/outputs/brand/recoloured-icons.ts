/** The icons of the theme in the owner's colour, for a site without a logo. */
import { readFileSync } from 'node:fs';
import type { Cache } from '../../lib/cache.ts';
import type { TokenColours } from '../../lib/colour/tokens.ts';
import type { Shades } from '../../site/brand-model.ts';
import type { Asset } from '../../site/model.ts';
import { renditionOf, type Rendition } from './rendition.ts';
import { isOwners } from './theme-files.ts';

const ICON = '/favicon.svg';
/** Units of its longer side. */
const SIZE = 32;

interface Colours {
  /** Tokens of the theme as it is shipped. */
  readonly shipped: ReadonlyMap<string, TokenColours>;
  readonly accent: Shades;
  readonly paper: Shades;
}

/** `undefined` if the icon is the owner's own, or has none of the colours. */
export async function recolouredIcons(
  files: readonly Asset[],
  contentDir: string,
  { shipped, accent, paper }: Colours,
  cache: Cache<Rendition> | undefined,
): Promise<Readonly<Record<string, string | Uint8Array>> | undefined> {
  const file = files.find(({ path }) => path === ICON);
  const before = shipped.get('accent');
  if (file === undefined || before === undefined || isOwners(file, contentDir)) return undefined;
  const svg = readFileSync(file.source, 'utf8');
  const recoloured = svg
    .replaceAll(before.light, () => accent.light)
    .replaceAll(before.dark, () => accent.dark);
  if (recoloured === svg) return undefined;
  const bytes = Buffer.from(recoloured);
  const rendition = await renditionOf(bytes, { original: bytes, size: SIZE }, paper, cache);
  if (rendition === undefined || 'reason' in rendition) return undefined;
  return { [ICON]: recoloured, ...rendition.icons };
}
