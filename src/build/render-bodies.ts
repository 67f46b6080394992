/** Parses and finishes bodies, on either thread. */
import { RecordingResolver, type Lookups } from '../addresses/recording-resolver.ts';
import { linkResolver, type LinkResolver, type LinkTable } from '../addresses/resolver.ts';
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
  /** URL of the page that shows a body, by file; others are not rendered. */
  readonly urls: ReadonlyMap<string, string>;
  readonly wanted: Wanted;
}

/** Batches of the second thread; only one site is loaded at a time. */
const parsedBatches: ParsedBody[][] = [];

/** Task: parses a batch, and keeps it for `finishBodies`. */
export function parseBodies(sources: readonly BodySource[]): void {
  parsedBatches.push(parseAll(sources));
}

/** Task: finishes the batches of `parseBodies`, and reports the bodies of each. */
export async function finishBodies(
  context: RenderContext,
  onPart: (bodies: readonly FinishedBody[]) => void,
): Promise<void> {
  const resolver = linkResolver(context.links);
  // Each batch is removed to free its memory.
  for (let batch = parsedBatches.shift(); batch; batch = parsedBatches.shift())
    onPart(await finishAll(batch, context, resolver));
}

export function parseAll(sources: readonly BodySource[]): ParsedBody[] {
  return sources.map(parseBody);
}

/**
 * The bodies that have a URL.
 * @param resolver of `context.links`, which is slow to create
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
    const body = await finishBody(parsed, url, recorder, wanted);
    finished.push({ file, url, lookups: recorder.lookups, body });
  }
  return finished;
}
