/** Draws the cards of a site: on the second thread from the start, and here once the pages are rendered. */
import {
  cardsOrder,
  stopCards,
  together,
  writeCards,
  type CardsMade,
  type CardsOrder,
} from '../outputs/social-images/publish.ts';
import { writeOne } from '../publish/writer.ts';
import type { WorkerThread } from './worker-thread.ts';

/** Receives how many cards are begun, and how many there are. */
export type OnCards = (begun: number, all: number) => void;

/** What was drawn, and how long it took. */
export interface CardsEffort extends CardsMade {
  readonly milliseconds: number;
}

export class CardsJob {
  readonly #order: CardsOrder;
  readonly #started = performance.now();
  readonly #there: Promise<CardsMade> | undefined;
  #here: Promise<CardsMade> | undefined;

  constructor(order: Omit<CardsOrder, 'next'>, thread: WorkerThread) {
    this.#order = cardsOrder(order);
    if (thread.isParallel) this.#there = thread.call('writeCards', this.#order);
  }

  async finish(onCards?: OnCards): Promise<CardsEffort> {
    const all = this.#order.cards.items.length;
    this.#here = writeCards(this.#order, writeOne, (done) => onCards?.(done, all));
    const made = await Promise.all([this.#here, this.#there]);
    const parts = made.filter((part) => part !== undefined);
    return { ...together(parts), milliseconds: performance.now() - this.#started };
  }

  /** Waits until this thread writes no more. */
  async stop(): Promise<void> {
    stopCards(this.#order);
    await this.#here?.catch(() => undefined);
  }
}
