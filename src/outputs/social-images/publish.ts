/** Writes the social cards of a site, from the cache or newly rendered. */
import { extname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Cache, keyOf } from '../../lib/cache.ts';
import { runLimited } from '../../lib/run-limited.ts';
import type { Card, CardCover, Cards } from '../../site/model.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { readFonts, type FontStack } from './fonts.ts';
import { cardLayout, COVER, TITLE_SIZES } from './layout.ts';
import type { CardRenderer, RenderedCard } from './render.ts';

export interface CardStats {
  readonly rendered: number;
  readonly cached: number;
  /** Paths of cards that show the name of the site, because no font covers their title. */
  readonly untitled: readonly string[];
  /** Graphemes of titles that no font covers. */
  readonly missing: readonly string[];
  readonly milliseconds: number;
}

interface CardsOrder {
  readonly cards: Cards;
  /** Folder of the cache. */
  readonly cache: string;
}

/** The middle of an image in a size, as PNG; `undefined` if it cannot be decoded. */
export type CropCover = (
  image: CardCover,
  size: { readonly width: number; readonly height: number },
) => Promise<Uint8Array | undefined>;

/**
 * @param write receives a path below the site's root
 * @param onProgress receives the number of cards written
 */
export async function writeCards(
  { cards: { items, ...common }, cache: folder }: CardsOrder,
  write: (path: string, bytes: Buffer) => void,
  crop: CropCover,
  onProgress?: (done: number) => void,
): Promise<CardStats> {
  const started = performance.now();
  const cache = new Cache<RenderedCard>(folder);
  const fonts = readFonts(common.fonts);
  let renderer: Promise<CardRenderer> | undefined;
  const missing = new Set<string>();
  const untitled: string[] = [];
  const count = { rendered: 0, cached: 0 };
  await runLimited(items, async (card) => {
    // Lets other tasks of this thread proceed while cards come from the cache.
    await setImmediate();
    const key = cardKey(card, common, fonts);
    let drawn = cache.get(key);
    if (drawn === undefined) {
      // The native renderer, which has threads of its own, is loaded when there is something to render.
      renderer ??= import('./render.ts').then((module) =>
        module.CardRenderer.create(common, fonts),
      );
      const cover = card.cover && (await crop(card.cover, COVER));
      drawn = await (await renderer).render(card, cover);
      cache.set(key, drawn);
      count.rendered++;
    } else count.cached++;
    if (drawn.missing.length > 0) untitled.push(card.path);
    for (const grapheme of drawn.missing) missing.add(grapheme);
    write(card.path, drawn.bytes);
    onProgress?.(count.cached + count.rendered);
  });
  if (count.rendered > 0) cache.sweep();
  const milliseconds = performance.now() - started;
  return { ...count, untitled, missing: [...missing].toSorted(), milliseconds };
}

/** Hash of all that a card is rendered from: format, layout, texts, cover, fonts and renderer. */
function cardKey(card: Card, { site, ...design }: Omit<Cards, 'items'>, fonts: FontStack) {
  const { cover } = card;
  const hasCover = cover !== undefined;
  const content = { ...card, site, fit: { size: 1, breaks: true, isCut: true }, hasCover };
  const inputs = [
    manifest.dependencies['@takumi-rs/core'],
    fonts.families.map(({ name, version }) => `${name} ${version}`),
    TITLE_SIZES,
    extname(card.path),
    cover?.hash,
    cardLayout(content, design, fonts),
  ];
  return keyOf(JSON.stringify(inputs));
}
