/** The part of the second thread in `crew.ts`. */
import { linkResolver } from '../addresses/resolver.ts';
import type { BodySource, ParsedBody } from '../markdown/body.ts';
import {
  Claims,
  finishJobs,
  parseJob,
  type Answer,
  type Order,
  type Part,
  type Places,
} from './body-renderer.ts';

/** Blocks of jobs in their order, parsed as far as there was time. */
type Block = readonly [block: number, jobs: () => readonly ParsedBody[]];

export class BodyWorker {
  #claims = new Claims(Claims.memoryFor(0));
  #blocks: Block[] = [];

  async follow(order: Order, answer: (value: Part | Answer) => void): Promise<void> {
    if ('claims' in order) this.#claims = new Claims(order.claims);
    else if ('block' in order) this.#parse(order.block, order.jobs);
    else {
      await this.#finish(order.places, answer);
      answer({ isFinished: true });
    }
  }

  /** Until the places are there, parsing is all that can be done. */
  #parse(block: number, jobs: readonly BodySource[]): void {
    if (this.#claims.placesAnnounced) {
      this.#blocks.push([block, () => jobs.map(parseJob)]);
    } else {
      const parsed = jobs.map(parseJob);
      this.#blocks.push([block, () => parsed]);
    }
  }

  /** From the first block towards those of the other thread. */
  async #finish(places: Places, answer: (part: Part) => void): Promise<void> {
    const resolver = linkResolver(places.links);
    const blocks = this.#blocks.toReversed();
    this.#blocks = [];
    // What is handed back is not held here.
    for (let next = blocks.pop(); next !== undefined; next = blocks.pop()) {
      const [block, jobs] = next;
      if (this.#claims.take(block))
        answer({ finished: await finishJobs(jobs(), places, resolver) });
    }
  }
}
