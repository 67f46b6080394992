/** Writes the cards of a site: out of the cache, or drawn. Two threads may share the work. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Cache, keyOf } from '../../lib/cache.ts';
import type { Card, Cards } from '../../site/model.ts';
import type { Drawn, Draughtsman } from './draw.ts';
import { otherFamilies } from './families.ts';
import { RECIPE } from './recipe.ts';

/** What a thread is told. */
export interface CardsOrder {
  readonly cards: Cards;
  /** Folder of the cache. */
  readonly cache: string;
  readonly outputDir: string;
  /** Shared: number of the card that is next. */
  readonly next: Int32Array;
}

/** What it answers. */
export interface CardsMade {
  readonly drawn: number;
  readonly kept: number;
  /** Signs that no font has, and how many cards lack their title for it. */
  readonly missing: readonly string[];
  readonly untitled: number;
}

/** Cards after which other work of the thread may go on. */
const AT_ONCE = 4;

export function cardsOrder(order: Omit<CardsOrder, 'next'>): CardsOrder {
  return { ...order, next: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
}

/** Keeps every thread from beginning another card. */
export function stopCards({ next, cards }: CardsOrder): void {
  Atomics.store(next, 0, cards.items.length);
}

/**
 * Does what no other thread has begun.
 * @param write makes the folders of a file, too
 * @param onProgress told how many cards are begun in all
 */
export async function writeCards(
  { cards, cache: folder, outputDir, next }: CardsOrder,
  write: (path: string, png: Buffer) => void,
  onProgress?: (begun: number) => void,
): Promise<CardsMade> {
  const { items, ...common } = cards;
  const cache = new Cache<Drawn>(folder);
  let draughtsman: Draughtsman | undefined;
  const missing = new Set<string>();
  let begun = 0;
  const count = { drawn: 0, kept: 0, untitled: 0 };
  for (;;) {
    if (begun++ % AT_ONCE === 0) await setImmediate();
    const index = Atomics.add(next, 0, 1);
    const card = items[index];
    if (card === undefined) break;
    onProgress?.(index);
    const key = cardKey(card, common);
    let drawn = cache.get(key);
    if (drawn === undefined) {
      // The fonts and their reader are loaded when there is something to draw.
      draughtsman ??= new (await import('./draw.ts')).Draughtsman(common);
      drawn = draughtsman.draw(card);
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

/** The work of several threads, as if one had done it. */
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

const TOOLS = [RECIPE, process.versions.zlib, otherFamilies()];

function cardKey({ title, byline, date }: Card, { site, colours }: Omit<Cards, 'items'>): string {
  return keyOf(JSON.stringify([...TOOLS, site, Object.entries(colours), title, byline, date]));
}
