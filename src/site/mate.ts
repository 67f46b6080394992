/** The part of the second thread in `crew.ts`. */
import {
  Claims,
  finishJobs,
  parseJob,
  type Answer,
  type FinishedBody,
  type Job,
  type Order,
  type ParsedJob,
  type Places,
} from './crew.ts';

export class Mate {
  #claims = new Claims(Claims.memoryFor(0));
  /** What this thread has parsed. */
  #parsed: ParsedJob[] = [];
  /** Blocks that came when the places were on their way already. */
  #left: [block: number, jobs: readonly Job[]][] = [];

  async follow(order: Order, answer: (value: Answer) => void): Promise<void> {
    if ('claims' in order) this.#claims = new Claims(order.claims);
    else if ('block' in order) this.#parse(order.block, order.jobs);
    else answer({ finished: await this.#finish(order.places) });
  }

  /** Until the places are there, parsing is all that can be done. */
  #parse(block: number, jobs: readonly Job[]): void {
    if (this.#claims.placesAnnounced) this.#left.push([block, jobs]);
    else if (this.#claims.take(block)) this.#parsed.push(...jobs.map(parseJob));
  }

  /** What is parsed here, then what is left, from the first block towards those of the other thread. */
  async #finish(places: Places): Promise<FinishedBody[]> {
    const finished = [...(await finishJobs(this.#parsed, places))];
    for (const [block, jobs] of this.#left) {
      if (this.#claims.take(block))
        finished.push(...(await finishJobs(jobs.map(parseJob), places)));
    }
    this.#parsed = [];
    this.#left = [];
    return finished;
  }
}
