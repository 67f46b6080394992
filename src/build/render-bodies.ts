/** Parses and finishes bodies in batches, which two threads share. */
import { setImmediate } from 'node:timers/promises';
import { RecordingResolver, type Lookups } from '../addresses/recording-resolver.ts';
import { linkResolver, type LinkResolver, type LinkTable } from '../addresses/resolver.ts';
import { FileError } from '../lib/problem.ts';
import type { Body, BodySource, ParsedBody } from '../markdown/body.ts';
import { finishBody, parseBody, type Wanted } from '../markdown/render-body.ts';

/** A rendered body, and what it depends on besides its source. */
export interface FinishedBody {
  readonly file: string;
  readonly url: string;
  readonly lookups: Lookups;
  readonly body: Body;
}

/** What finishing a body needs to know about the site. */
export interface RenderContext {
  readonly links: LinkTable;
  /** Address of the page that shows a body, by file; others are not rendered. */
  readonly urls: ReadonlyMap<string, string>;
  readonly wanted: Wanted;
}

/**
 * Shared by both threads: how many batches they have begun to finish. One
 * thread takes batches from the first on and the other from the last, so the
 * sum tells each of them when they have met.
 */
export type BatchCounter = Int32Array;

type Batch = () => readonly ParsedBody[];

/** Batches of the second thread; one load of a site is under way at a time. */
let batches: Batch[] = [];

/** Task: parses a batch ahead, unless the first thread is finishing bodies already. */
export function parseBodies({
  sources,
  begun,
}: {
  readonly sources: readonly BodySource[];
  readonly begun: BatchCounter;
}): void {
  if (Atomics.load(begun, 0) > 0) batches.push(() => sources.map(parseSource));
  else batches.push(parsedBatch(sources.map(parseSource)));
}

/** A function of its own, so that the batch does not hold on to the sources. */
function parsedBatch(parsed: readonly ParsedBody[]): Batch {
  return () => parsed;
}

interface Work {
  readonly context: RenderContext;
  readonly begun: BatchCounter;
  /** Of all batches. */
  readonly count: number;
}

/** Task: finishes the batches of `parseBodies`, and reports the bodies of each. */
export function finishBodies(
  work: Work,
  onPart: (bodies: readonly FinishedBody[]) => void,
): Promise<void> {
  const own = batches.toReversed();
  batches = [];
  return finishBatches(own, linkResolver(work.context.links), work, onPart);
}

/** Takes batches from the end of the list until the two threads have met. */
export async function finishBatches(
  own: Batch[],
  resolver: LinkResolver,
  { context, begun, count }: Work,
  onPart: (bodies: readonly FinishedBody[]) => void,
): Promise<void> {
  while (Atomics.add(begun, 0, 1) < count) {
    // Removed from the list to free its memory.
    const batch = own.pop();
    if (batch !== undefined) onPart(await finishAll(batch(), context, resolver));
    // Lets this thread receive messages.
    await setImmediate();
  }
}

/** @throws {FileError} */
export function parseSource(source: BodySource): ParsedBody {
  try {
    return parseBody(source);
  } catch (error) {
    throw new FileError(source.file, error);
  }
}

/**
 * The bodies that have an address.
 * @param resolver of `context.links`, which takes long to make
 * @throws {FileError}
 */
export async function finishAll(
  bodies: readonly ParsedBody[],
  { urls, wanted }: RenderContext,
  resolver: LinkResolver,
): Promise<FinishedBody[]> {
  const finished: FinishedBody[] = [];
  for (const parsed of bodies) {
    const { file } = parsed.source;
    const url = urls.get(file);
    if (url === undefined) continue;
    const recorder = new RecordingResolver(resolver);
    const body = await finishBody(parsed, url, recorder, wanted).catch((error: unknown) => {
      throw new FileError(file, error);
    });
    finished.push({ file, url, lookups: recorder.lookups, body });
  }
  return finished;
}
