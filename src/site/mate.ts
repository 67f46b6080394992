/** The part of the second thread in `crew.ts`. */
import {
  Claims,
  finishJobs,
  parseJob,
  type Answer,
  type Job,
  type Order,
  type ParsedJob,
  type Part,
  type Places,
} from './crew.ts';

/** Bodies handed back at once. */
const AT_ONCE = 64;

export class Mate {
  #claims = new Claims(Claims.memoryFor(0));
  /** What this thread has parsed. */
  #parsed: ParsedJob[] = [];
  /** Blocks that came when the places were on their way already. */
  #left: [block: number, jobs: readonly Job[]][] = [];

  async follow(order: Order, answer: (value: Part | Answer) => void): Promise<void> {
    if ('claims' in order) this.#claims = new Claims(order.claims);
    else if ('block' in order) this.#parse(order.block, order.jobs);
    else {
      await this.#finish(order.places, answer);
      answer({ isFinished: true });
    }
  }

  /** Until the places are there, parsing is all that can be done. */
  #parse(block: number, jobs: readonly Job[]): void {
    if (this.#claims.placesAnnounced) this.#left.push([block, jobs]);
    else if (this.#claims.take(block)) this.#parsed.push(...jobs.map(parseJob));
  }

  /** What is parsed here, then what is left, from the first block towards those of the other thread. */
  async #finish(places: Places, answer: (part: Part) => void): Promise<void> {
    while (this.#parsed.length > 0)
      answer({ finished: await finishJobs(this.#parsed.splice(0, AT_ONCE), places) });
    for (const [block, jobs] of this.#left) {
      if (this.#claims.take(block))
        answer({ finished: await finishJobs(jobs.map(parseJob), places) });
    }
    this.#left = [];
  }
}
