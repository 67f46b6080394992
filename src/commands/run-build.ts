/** Loads, renders, checks and publishes the site. */
import { join } from 'node:path';
import { WorkerThread } from '../build/worker-thread.ts';
import type { TextStats } from '../build/text-stats.ts';
import { withOwnCode } from '../eleventy/own-code.ts';
import type { Project } from '../eleventy/project.ts';
import { templateProblem } from '../eleventy/template-error.ts';
import { PreviousUnreadable, readPrevious } from '../history/read-previous.ts';
import type { BuildRecord } from '../incremental/build-record.ts';
import { MANY_POSTS, collectGarbage, resetHeapGrowth } from '../lib/heap-growth.ts';
import { ContentError } from '../lib/problem.ts';
import { ImageProcessor } from '../outputs/images/image-processor.ts';
import { describeUnreadable } from '../publish/unreadable-source.ts';
import { describeFsError } from '../publish/fs-errors.ts';
import { LockError } from '../publish/lock-errors.ts';
import { missingPaths } from '../publish/missing-files.ts';
import { UnsafeOutput, outputParent } from '../publish/output-guard.ts';
import { Staging } from '../publish/staging.ts';
import type { Published, Site } from '../site/model.ts';
import { areLasting, openFiles } from './last-build.ts';
import { progress, showProgress } from './progress.ts';
import { Reporter, USAGE_ERROR } from './reporter.ts';
import type { RunFlags } from './site-flags.ts';
import { discardOnSignals, letSignalsIn } from './signals.ts';
import { contentsOf, describeSteps, summarize } from './summary.ts';

export interface BuildFlags extends RunFlags {
  readonly output: string;
  readonly previous: string | undefined;
  /** Whether to build even if nothing has changed. */
  readonly full: boolean;
  readonly encodesImages: boolean;
}

/**
 * Builds and publishes the site.
 * @param record of the last build, for the next one
 * @returns the exit code
 */
export async function runBuild(
  flags: BuildFlags,
  shipped: Project,
  record: BuildRecord | undefined,
): Promise<number> {
  const started = performance.now();
  const reporter = new Reporter('build', flags.format);
  const step = progress(flags.quiet);
  const thread = WorkerThread.startFor(flags.site.contentDir);
  let staging: Staging | undefined;
  try {
    staging = new Staging(flags.output, { content: flags.site.contentDir, project: '.' });
    const stopListening = discardOnSignals(staging, thread);
    const previous = await readPrevious(flags.previous, flags.output);
    step('Reading and rendering posts');
    const { encodesImages: encodes, cache } = flags;
    const project = await withOwnCode(shipped, flags.site.contentDir, cache);
    const imageProcessor = new ImageProcessor({
      cache: join(cache, 'images'),
      encodes,
      onProgress: showProgress(step, 'Images'),
    });
    const { site, texts } = await load(flags, previous, project, thread, imageProcessor);
    if (site.posts.length > MANY_POSTS) collectGarbage();
    step('Writing pages');
    const onCards = showProgress(step, 'Cards');
    const { buildPages } = await import('../eleventy/build-pages.ts');
    const files = openFiles(flags, project);
    const options = { earlier: staging.earlier, files, onCards };
    const stats = await buildPages(site, project, staging.folder, cache, thread, options);
    // It ends while this one goes on.
    void thread.stop();
    step('Checking the site');
    checkOutput(site, staging.folder);
    await letSignalsIn();
    staging.publish();
    stopListening();
    step(undefined);
    files?.save();
    if (areLasting(site.warnings))
      record?.save({ warnings: site.warnings, contents: contentsOf(site) }, site.validUntil);
    const summary = summarize(site, `Built ${flags.output}`, performance.now() - started);
    const lines = [summary, ...describeSteps(texts, imageProcessor.stats, stats)];
    return reporter.success(site.warnings, flags.quiet ? undefined : lines.join('\n'));
  } catch (error) {
    step(undefined);
    await thread.stop();
    staging?.discard();
    return explain(error, flags, reporter);
  } finally {
    resetHeapGrowth();
    await thread.stop();
  }
}

/** Loads the site. The cache of its texts is freed on return: pages need the memory. */
async function load(
  { site: options, cache: cacheDir }: BuildFlags,
  previous: Published | undefined,
  project: Project,
  thread: WorkerThread,
  imageProcessor: ImageProcessor,
): Promise<{ readonly site: Site; readonly texts: TextStats }> {
  // The second thread starts while this one loads its libraries.
  const { LoadCache } = await import('../build/load-site.ts');
  const { loadProject } = await import('../eleventy/load-project.ts');
  const { preloadEleventy } = await import('../eleventy/build-pages.ts');
  preloadEleventy();
  const cache = new LoadCache(cacheDir, options.contentDir, { keeps: false });
  const site = await loadProject({ ...options, previous, thread, imageProcessor, cache }, project);
  return { site, texts: cache.stats };
}

function explain(error: unknown, flags: BuildFlags, reporter: Reporter): number {
  if (error instanceof UnsafeOutput) return reporter.failure(error.message, USAGE_ERROR);
  if (error instanceof Error && error.name === 'SearchFailure')
    return reporter.failure(
      `${error.message} Nothing was published. Use --no-search to build without search.`,
    );
  if (error instanceof ContentError)
    return reporter.invalidContent(error.problems, 'Nothing was published.');
  if (error instanceof PreviousUnreadable)
    return reporter.failure(`${error.message} Nothing was published.`);
  const failure = storageFailure(error, flags);
  if (failure !== undefined) return reporter.failure(`${failure} Nothing was published.`);
  const problem = templateProblem(error);
  if (problem === undefined) return reporter.unexpected(error);
  return reporter.invalidContent([problem], 'Nothing was published.');
}

/** Explains why a valid site could not be copied and written, in sentences. */
function storageFailure(error: unknown, { output, site }: BuildFlags): string | undefined {
  if (error instanceof LockError) return error.describe(output);
  const unreadable = describeUnreadable(error, [site.contentDir, site.publicDir]);
  return unreadable ?? describeFsError(error, outputParent(output));
}

/** @throws {Error} if the templates did not write a page of the model */
function checkOutput(site: Site, folder: string): void {
  const missing = missingPaths(site, folder);
  if (missing.length === 0) return;
  throw new Error(`The templates did not write these pages: ${missing.slice(0, 10).join(', ')}`);
}
