/** Writes the social cards of a site, from the cache or newly rendered. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Cache, keyOf } from '../../lib/cache.ts';
import { runLimited } from '../../lib/run-limited.ts';
import type { Card, Cards } from '../../site/model.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { readFonts, type CardFonts } from './fonts.ts';
import { cardLayout, TITLE_SIZES } from './layout.ts';
import type { CardRenderer, RenderedCard } from './render.ts';

export interface CardStats {
  readonly rendered: number;
  readonly cached: number;
  /** How many cards show the name of the site, because no font covers their title. */
  readonly untitled: number;
  /** Graphemes of titles that no font covers. */
  readonly missing: readonly string[];
  readonly milliseconds: number;
}

interface CardsOrder {
  readonly cards: Cards;
  /** Folder of the cache. */
  readonly cache: string;
  readonly outputDir: string;
}

/**
 * @param write creates missing folders
 * @param onProgress receives the number of cards written
 */
export async function writeCards(
  { cards: { items, ...common }, cache: folder, outputDir }: CardsOrder,
  write: (path: string, png: Buffer) => void,
  onProgress?: (done: number) => void,
): Promise<CardStats> {
  const started = performance.now();
  const cache = new Cache<RenderedCard>(folder);
  const fonts = readFonts();
  let renderer: Promise<CardRenderer> | undefined;
  const missing = new Set<string>();
  const count = { rendered: 0, cached: 0, untitled: 0 };
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
      drawn = await (await renderer).render(card);
      cache.set(key, drawn);
      count.rendered++;
    } else count.cached++;
    if (drawn.missing.length > 0) count.untitled++;
    for (const grapheme of drawn.missing) missing.add(grapheme);
    write(join(outputDir, card.path), drawn.png);
    onProgress?.(count.cached + count.rendered);
  });
  if (count.rendered > 0) cache.sweep();
  const milliseconds = performance.now() - started;
  return { ...count, missing: [...missing].toSorted(), milliseconds };
}

/** Hash of all that a card is rendered from: layout, texts, fonts and renderer. */
function cardKey(card: Card, { site, colours, logo }: Omit<Cards, 'items'>, fonts: CardFonts) {
  const content = { ...card, site, fit: { size: 1, isCut: true } };
  const families = [...fonts.serif.families, ...fonts.sans.families];
  const inputs = [
    manifest.dependencies['@takumi-rs/core'],
    families.map(({ name, version }) => `${name} ${version}`),
    TITLE_SIZES,
    cardLayout(content, { colours, logo }, fonts),
  ];
  return keyOf(JSON.stringify(inputs));
}
