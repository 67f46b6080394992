/** Writes the social cards of a site, from the cache or newly rendered. Several threads may share the work. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Cache, keyOf } from '../../lib/cache.ts';
import type { Card, Cards } from '../../site/model.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { readFonts, type CardFonts } from './fonts.ts';
import { cardLayout, TITLE_SIZES } from './layout.ts';
import type { CardRenderer, RenderedCard } from './render.ts';

/** The work, as sent to a thread. */
export interface CardsOrder {
  readonly cards: Cards;
  /** Folder of the cache. */
  readonly cache: string;
  readonly outputDir: string;
  /** Index of the next card, shared by the threads. */
  readonly next: Int32Array;
}

/** What a thread did. */
export interface CardsMade {
  readonly drawn: number;
  readonly kept: number;
  /** Graphemes that no font covers, and how many cards lack their title for that. */
  readonly missing: readonly string[];
  readonly untitled: number;
}

export function cardsOrder(order: Omit<CardsOrder, 'next'>): CardsOrder {
  return { ...order, next: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
}

/** Stops every thread before its next card. */
export function stopCards({ next, cards }: CardsOrder): void {
  Atomics.store(next, 0, cards.items.length);
}

/**
 * Writes cards until no thread has one left to begin.
 * @param write creates missing folders
 * @param onProgress receives the number of cards begun by all threads
 */
export async function writeCards(
  { cards, cache: folder, outputDir, next }: CardsOrder,
  write: (path: string, png: Buffer) => void,
  onProgress?: (begun: number) => void,
): Promise<CardsMade> {
  const { items, ...common } = cards;
  const cache = new Cache<RenderedCard>(folder);
  const fonts = readFonts();
  let renderer: CardRenderer | undefined;
  const missing = new Set<string>();
  const count = { drawn: 0, kept: 0, untitled: 0 };
  for (;;) {
    // Leaves room for other work of the thread.
    await setImmediate();
    const index = Atomics.add(next, 0, 1);
    const card = items[index];
    if (card === undefined) break;
    onProgress?.(index);
    const key = cardKey(card, common, fonts);
    let drawn = cache.get(key);
    if (drawn === undefined) {
      // The native renderer is loaded when there is something to render.
      renderer ??= await (await import('./render.ts')).CardRenderer.create(common, fonts);
      drawn = await renderer.render(card);
      cache.set(key, drawn);
      count.drawn++;
    } else count.kept++;
    if (drawn.missing.length > 0) count.untitled++;
    for (const sign of drawn.missing) missing.add(sign);
    write(join(outputDir, card.path), drawn.png);
  }
  if (count.drawn > 0) cache.sweep();
  return { ...count, missing: [...missing] };
}

/** Adds up what several threads did. */
export function together(made: readonly CardsMade[]): CardsMade {
  const sum = (of: (part: CardsMade) => number): number =>
    made.reduce((total, part) => total + of(part), 0);
  return {
    drawn: sum(({ drawn }) => drawn),
    kept: sum(({ kept }) => kept),
    untitled: sum(({ untitled }) => untitled),
    missing: [...new Set(made.flatMap(({ missing }) => missing))].toSorted(),
  };
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
