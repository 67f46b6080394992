/**
 * Renders bodies on two threads. The other thread (`mate.ts`) parses Markdown
 * while this one still reads front matter; links are resolved when every
 * address is known.
 */
import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { RecordingResolver, type Lookups } from '../addresses/recording-resolver.ts';
import { linkResolver, type LinkResolver, type LinkTable } from '../addresses/resolver.ts';
import { FileError } from '../lib/problem.ts';
import { ask } from '../lib/worker-thread.ts';
import type { BodySource } from '../markdown/body.ts';
import { finishBody, parseBody, type ParsedBody, type Wanted } from '../markdown/render-body.ts';
import { toBody, type Body } from '../site/body.ts';

/** Bodies handed over at once: enough to be worth a message, few enough to end together. */
const BLOCK = 16;

/** A body to render, and the summary that its writer gave. */
export interface BodyJob {
  readonly source: BodySource;
  readonly description: string | undefined;
}

/** What both threads need to know when all addresses are given. */
export interface Places {
  readonly links: LinkTable;
  /** Address of the page that shows a body, by the body's file; without one it is not shown. */
  readonly urls: ReadonlyMap<string, string>;
  readonly wanted: Wanted;
}

/** What the other thread is told: whose blocks they are, then blocks, then, once, the places. */
export type Order =
  | { readonly claims: SharedArrayBuffer }
  | { readonly block: number; readonly jobs: readonly BodyJob[] }
  | { readonly places: Places };

/** A rendered body, and what it was rendered from besides its source. */
export interface FinishedBody {
  readonly file: string;
  readonly url: string;
  readonly lookups: Lookups;
  readonly body: Body;
}

/** What it answers to the places: bodies, a few at a time, so that neither thread stillValid all of them twice. */
export interface Part {
  readonly finished: readonly FinishedBody[];
}

/** What it says when there are no more. */
export interface Answer {
  readonly isFinished: true;
}

/** One build's bodies, from `add` to `finish`. */
export class BodyRenderer {
  readonly #thread: Worker | undefined;
  readonly #claims: Claims;
  readonly #blocks: BodyJob[][] = [];
  #next: BodyJob[] = [];

  /**
   * @param thread without it, every body is rendered by this one
   * @param expected the most bodies that there can be
   */
  constructor(thread: Worker | undefined, expected: number) {
    const claims = Claims.memoryFor(Math.ceil(expected / BLOCK) + 1);
    this.#claims = new Claims(claims);
    this.#thread = thread;
    this.#tell({ claims });
  }

  /** Hands a body over to be parsed. */
  add(job: BodyJob): void {
    this.#next.push(job);
    if (this.#next.length === BLOCK) this.#hand();
  }

  /** Every body that has a place, rendered. */
  async finish(places: Places): Promise<FinishedBody[]> {
    this.#hand();
    this.#claims.announcePlaces();
    const order: Order = { places };
    const there: FinishedBody[] = [];
    const onPart = (message: object): void => {
      if (isPart(message)) there.push(...message.finished);
    };
    const answer = this.#thread && ask(this.#thread, order, isAnswer, onPart);
    const here = await this.#finishHere(places);
    await answer;
    return [...here, ...there];
  }

  #hand(): void {
    this.#tell({ block: this.#blocks.length, jobs: this.#next });
    this.#blocks.push(this.#next);
    this.#next = [];
  }

  #tell(order: Order): void {
    this.#thread?.postMessage(order);
  }

  /** Takes blocks from the last towards those that the other thread is at. */
  async #finishHere(places: Places): Promise<FinishedBody[]> {
    const resolver = linkResolver(places.links);
    const finished: FinishedBody[] = [];
    for (const [block, jobs] of [...this.#blocks.entries()].toReversed()) {
      // Lets other work of this thread go first.
      await setImmediate();
      if (this.#claims.take(block))
        finished.push(...(await finishJobs(jobs.map(parseJob), places, resolver)));
    }
    return finished;
  }
}

function isPart(message: object): message is Part {
  return 'finished' in message;
}

function isAnswer(message: object): message is Answer {
  return 'isFinished' in message;
}

/** Memory of both threads: who takes which block, and whether the places are on their way. */
export class Claims {
  readonly #flags: Int32Array;

  constructor(memory: SharedArrayBuffer) {
    this.#flags = new Int32Array(memory);
  }

  static memoryFor(blocks: number): SharedArrayBuffer {
    return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * (blocks + 1));
  }

  /** Each block is taken once, by the thread that comes first. */
  take(block: number): boolean {
    return Atomics.exchange(this.#flags, block + 1, 1) === 0;
  }

  announcePlaces(): void {
    Atomics.store(this.#flags, 0, 1);
  }

  get placesAnnounced(): boolean {
    return Atomics.load(this.#flags, 0) === 1;
  }
}

/** A job whose Markdown is parsed. */
export interface ParsedJob {
  readonly parsed: ParsedBody;
  readonly description: string | undefined;
}

export function parseJob({ source, description }: BodyJob): ParsedJob {
  try {
    return { parsed: parseBody(source), description };
  } catch (error) {
    throw new FileError(source.file, error);
  }
}

/**
 * The bodies that have a place.
 * @param resolver of the links of all places: it takes long to make
 */
export async function finishJobs(
  jobs: readonly ParsedJob[],
  { urls, wanted }: Places,
  resolver: LinkResolver,
): Promise<FinishedBody[]> {
  const finished: FinishedBody[] = [];
  for (const { parsed, description } of jobs) {
    const { file } = parsed.source;
    const url = urls.get(file);
    if (url === undefined) continue;
    const recorder = new RecordingResolver(resolver);
    const rendered = await finishBody(parsed, url, recorder, wanted).catch((error: unknown) => {
      throw new FileError(file, error);
    });
    finished.push({ file, url, lookups: recorder.lookups, body: toBody(rendered, description) });
  }
  return finished;
}
