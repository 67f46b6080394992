/** The drawing of a site's cards, by the second thread from the start and by this one as soon as it has time. */
import type { Worker } from 'node:worker_threads';
import {
  cardsOrder,
  isCardsMade,
  stopCards,
  together,
  writeCards,
  type CardsMade,
  type CardsOrder,
} from '../outputs/social-images/publish.ts';
import { writeOne } from '../publish/writer.ts';
import { ask } from '../lib/worker-thread.ts';

/** Told how many cards are begun, and of how many. */
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

  constructor(order: Omit<CardsOrder, 'next'>, thread: Worker | undefined) {
    this.#order = cardsOrder(order);
    this.#there = thread && ask(thread, this.#order, isCardsMade);
    // What went wrong is met where the cards are waited for.
    this.#there?.catch(() => undefined);
  }

  async finish(onCards?: OnCards): Promise<CardsEffort> {
    const all = this.#order.cards.items.length;
    this.#here = writeCards(this.#order, writeOne, (done) => onCards?.(done, all));
    const made = await Promise.all([this.#here, ...(this.#there ? [this.#there] : [])]);
    return { ...together(made), milliseconds: performance.now() - this.#started };
  }

  /** Waits until this thread writes no more. */
  async stop(): Promise<void> {
    stopCards(this.#order);
    await this.#here?.catch(() => undefined);
  }
}
