/** Parses and finishes bodies, on either thread. */
import { RecordingResolver, type Lookups } from '../addresses/recording-resolver.ts';
import { linkResolver, type LinkResolver, type LinkTable } from '../addresses/resolver.ts';
import { runSteps, within, type Steps } from '../lib/time-limit.ts';
import type { Body, BodySource, ParsedBody } from '../markdown/body.ts';
import { tooSlow, type Progress } from '../markdown/failures.ts';
import { finishSteps, parseBody, type Wanted } from '../markdown/render-body.ts';

/** A rendered body, and what it depends on besides its source. */
export interface FinishedBody {
  readonly file: string;
  readonly url: string;
  readonly lookups: Lookups;
  readonly body: Body;
  /** See `BodyWithTerms`. */
  readonly terms: Int32Array;
}

/** What finishing a body needs to know about the site. */
export interface RenderContext {
  readonly links: LinkTable;
  /** URL of the page that shows a body, by file; others are not rendered. */
  readonly urls: ReadonlyMap<string, string>;
  readonly wanted: Wanted;
}

/** Milliseconds for each step of a batch. Real batches take hundredths of it. */
const BATCH_LIMIT = 1000;
/** Milliseconds for each step of a body. */
const BODY_LIMIT = 5000;

/** Batches of the second thread; only one site is loaded at a time. */
const parsedBatches: ParsedBody[][] = [];

/** Task: parses a batch, and keeps it for `finishBodies`. */
export function parseBodies(sources: readonly BodySource[]): void {
  const parsed = sources.length > 1 ? parseBatch(sources) : undefined;
  parsedBatches.push(parsed ?? sources.map(parseAlone));
}

/** Task: finishes the batches of `parseBodies`, and reports the bodies of each. */
export async function finishBodies(
  context: RenderContext,
  onPart: (bodies: readonly FinishedBody[]) => void,
): Promise<void> {
  const resolver = linkResolver(context.links);
  // Each batch is removed to free its memory.
  for (let batch = parsedBatches.shift(); batch; batch = parsedBatches.shift()) {
    const steps = finishBatch(batch, context, resolver);
    const finished = batch.length > 1 ? await runSteps(steps, BATCH_LIMIT) : undefined;
    onPart(finished ?? (await finishAlone(batch, context, resolver)));
  }
}

/**
 * The bodies of a batch that have a URL; `undefined` if they take too long for
 * a thread that must answer signals.
 * @param resolver of `context.links`, which is slow to create
 */
export async function renderBatch(
  sources: readonly BodySource[],
  context: RenderContext,
  resolver: LinkResolver,
): Promise<FinishedBody[] | undefined> {
  const parsed = parseBatch(sources);
  return parsed && runSteps(finishBatch(parsed, context, resolver), BATCH_LIMIT);
}

function parseBatch(sources: readonly BodySource[]): ParsedBody[] | undefined {
  return within(BATCH_LIMIT, () => sources.map(parseBody));
}

function parseAlone({ markdown, ...source }: BodySource): ParsedBody {
  const parsed = within(BODY_LIMIT, () => parseBody({ markdown, ...source }));
  return parsed ?? { source, isRaw: false, problems: [tooSlow(source.file, BODY_LIMIT)] };
}

function* finishBatch(
  bodies: readonly ParsedBody[],
  { urls, wanted }: RenderContext,
  resolver: LinkResolver,
  progress?: Progress,
): Steps<FinishedBody[]> {
  const finished: FinishedBody[] = [];
  for (const parsed of bodies) {
    const { file } = parsed.source;
    const url = urls.get(file);
    if (url === undefined) continue;
    const recorder = new RecordingResolver(resolver);
    const { terms, ...body } = yield* finishSteps(parsed, url, recorder, wanted, progress);
    finished.push({ file, url, lookups: recorder.lookups, body, terms });
  }
  return finished;
}

/** Finishes one body after another, to find those that take too long. */
async function finishAlone(
  bodies: readonly ParsedBody[],
  context: RenderContext,
  resolver: LinkResolver,
): Promise<FinishedBody[]> {
  const finished: FinishedBody[] = [];
  for (const parsed of bodies) {
    const progress: Progress = {};
    const found = await runSteps(finishBatch([parsed], context, resolver, progress), BODY_LIMIT);
    const { source, problems } = parsed;
    const slow = tooSlow(source.file, BODY_LIMIT, progress);
    const cut = { source, isRaw: false, problems: [...problems, slow] };
    finished.push(...(found ?? (await runSteps(finishBatch([cut], context, resolver)))));
  }
  return finished;
}
