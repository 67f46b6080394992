/** Parses and finishes bodies in batches, which two threads share. */
import { setImmediate } from 'node:timers/promises';
import { RecordingResolver, type Lookups } from '../addresses/recording-resolver.ts';
import { linkResolver, type LinkResolver, type LinkTable } from '../addresses/resolver.ts';
import { FileError } from '../lib/problem.ts';
import type { BodySource } from '../markdown/body.ts';
import { finishBody, parseBody, type ParsedBody, type Wanted } from '../markdown/render-body.ts';
import { toBody, type Body } from '../site/body.ts';

/** A body to render, and the summary that its author wrote. */
export interface BodyJob {
  readonly source: BodySource;
  readonly description: string | undefined;
}

interface ParsedJob {
  readonly parsed: ParsedBody;
  readonly description: string | undefined;
}

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

type Batch = () => readonly ParsedJob[];

/** Batches of the second thread; one load of a site is under way at a time. */
let batches: Batch[] = [];

/** Task: parses a batch ahead, unless the first thread is finishing bodies already. */
export function parseBodies({
  jobs,
  begun,
}: {
  readonly jobs: readonly BodyJob[];
  readonly begun: BatchCounter;
}): void {
  if (Atomics.load(begun, 0) > 0) batches.push(() => jobs.map(parseJob));
  else batches.push(parsedBatch(jobs.map(parseJob)));
}

/** A function of its own, so that the batch does not hold on to the sources. */
function parsedBatch(parsed: readonly ParsedJob[]): Batch {
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
    if (batch !== undefined) onPart(await finishJobs(batch(), context, resolver));
    // Lets this thread receive messages.
    await setImmediate();
  }
}

/** @throws {FileError} */
export function parseJob({ source, description }: BodyJob): ParsedJob {
  try {
    return { parsed: parseBody(source), description };
  } catch (error) {
    throw new FileError(source.file, error);
  }
}

/**
 * The bodies that have an address.
 * @param resolver of `context.links`, which takes long to make
 * @throws {FileError}
 */
export async function finishJobs(
  jobs: readonly ParsedJob[],
  { urls, wanted }: RenderContext,
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
