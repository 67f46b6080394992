/** `npm run build`: load, render, check, publish, and say so. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Project } from '../eleventy/project.ts';
import { templateProblem } from '../eleventy/template-error.ts';
import { ImageProcessor } from '../outputs/images/image-processor.ts';
import { resetHeapGrowth } from '../lib/heap-growth.ts';
import { missingPaths } from '../publish/check.ts';
import { describeFailure } from '../publish/failure.ts';
import { Locked } from '../publish/lock.ts';
import { Staging } from '../publish/staging.ts';
import { UnsafeOutput, outputParent } from '../publish/output-guard.ts';
import { ContentError } from '../lib/problem.ts';
import { WorkerThread } from '../build/worker-thread.ts';
import type { TextStats } from '../build/load-site.ts';
import type { Site } from '../site/model.ts';
import type { Command } from './command.ts';
import { RUN_OPTIONS, parseFlags, readRunFlags, type RunFlags } from './flags.ts';
import { progress, showProgress } from './progress.ts';
import { Reporter } from './reporter.ts';
import {
  describeCards,
  describeImages,
  describeLong,
  describeSearch,
  describeTexts,
  summarize,
} from './summary.ts';

const USAGE = `Usage: npm run build -- [options]

  --content DIR    folder with the posts (default: content)
  --output DIR     folder for the site (default: _site)
  --site-url URL   address of the home page, instead of the one in site.yaml
  --drafts         include unpublished and future posts
  --host NAME      where the site is deployed, instead of what site.yaml says;
                   may be given several times
  --now DATE       the time at which posts count as future (default: now)
  --no-images      leave images as they are, without smaller versions
  --no-cards       draw no pictures for link previews
  --no-search      make no search index, and leave the search out of the pages
  --cache DIR      folder for what took long to make (default: .cache)
  --format NAME    text for people, json for programs (default: text)
  --quiet          print problems only
  --help           print this text`;

export const buildCommand: Command = {
  usage: USAGE,
  run(args, project) {
    const { values } = parseFlags({
      args,
      options: {
        ...RUN_OPTIONS,
        output: { type: 'string', default: '_site' },
        'no-images': { type: 'boolean', default: false },
        'no-search': { type: 'boolean', default: false },
        'no-cards': { type: 'boolean', default: false },
      },
    });
    const { output, ...without } = values;
    const { site, ...flags } = readRunFlags(values);
    const wanted = { search: !without['no-search'], cards: !without['no-cards'] };
    const encodesImages = !without['no-images'];
    return build({ ...flags, site: { ...site, ...wanted }, output, encodesImages }, project);
  },
};

interface BuildFlags extends RunFlags {
  readonly output: string;
  readonly encodesImages: boolean;
}

async function build(flags: BuildFlags, project: Project): Promise<number> {
  const started = performance.now();
  const step = progress(flags.quiet);
  const reporter = new Reporter('build', flags.format);
  const thread = WorkerThread.startFor(flags.site.contentDir);
  let staging: Staging | undefined;
  try {
    staging = new Staging(flags.output, {
      content: flags.site.contentDir,
      project: '.',
    });
    const heedNoMore = discardOnSignals(staging, thread);
    step('Reading and rendering posts');
    const { encodesImages: encodes, cache } = flags;
    const onProgress = showProgress(step, 'Images');
    const imageProcessor = new ImageProcessor({
      cache: join(cache, 'images'),
      encodes,
      onProgress,
    });
    const { site, texts } = await load(flags, project, thread, imageProcessor);
    step('Writing pages');
    const onCards = showProgress(step, 'Cards');
    const { buildPages } = await import('../eleventy/build-pages.ts');
    const stats = await buildPages(site, project, staging.folder, cache, thread, onCards);
    // It ends while this one goes on.
    void thread.stop();
    step('Checking the site');
    checkOutput(site, staging.folder);
    await letSignalsIn();
    staging.publish();
    heedNoMore();
    step(undefined);
    const summary = summarize(site, `Built ${flags.output}`, performance.now() - started);
    const lines = [
      summary,
      ...describeTexts(texts),
      ...describeImages(imageProcessor.stats),
      ...describeCards(stats.cards),
      ...describeSearch(stats.search),
      ...describeLong(stats.longFeeds),
    ];
    return reporter.done(site.warnings, flags.quiet ? undefined : lines.join('\n'));
  } catch (error) {
    step(undefined);
    await thread.stop();
    staging?.discard();
    return explain(error, flags.output, reporter);
  } finally {
    resetHeapGrowth();
    await thread.stop();
  }
}

/** Loads the site. The cache of its texts is freed on return: pages need the memory. */
async function load(
  { site: options, cache: cacheDir }: BuildFlags,
  project: Project,
  thread: WorkerThread,
  imageProcessor: ImageProcessor,
): Promise<{ readonly site: Site; readonly texts: TextStats }> {
  // The second thread starts while this one loads its libraries.
  const { LoadCache } = await import('../build/load-site.ts');
  const { loadProject } = await import('../eleventy/load-project.ts');
  const { preloadEleventy } = await import('../eleventy/build-pages.ts');
  preloadEleventy();
  const cache = new LoadCache(cacheDir, options.contentDir);
  const site = await loadProject({ ...options, thread, imageProcessor, cache }, project);
  return { site, texts: cache.stats };
}

function explain(error: unknown, output: string, reporter: Reporter): number {
  if (error instanceof UnsafeOutput) return reporter.refused(error.message);
  if (error instanceof Error && error.name === 'SearchFailure')
    return reporter.refused(
      `${error.message} Nothing was published. Build with --no-search to leave the search out.`,
      1,
    );
  if (error instanceof ContentError)
    return reporter.badContent(error.problems, 'Nothing was published.');
  const failure = storageFailure(error, output);
  if (failure !== undefined) return reporter.refused(`${failure} Nothing was published.`, 1);
  const problem = templateProblem(error);
  if (problem === undefined) return reporter.fault(error);
  return reporter.badContent([problem], 'Nothing was published.');
}

/** What kept a good site from being stored, in sentences. */
function storageFailure(error: unknown, output: string): string | undefined {
  if (error instanceof Locked)
    return `Another build, process ${error.process}, is writing ${output}. Wait for it to end, or name another folder with --output; if that process is no build, delete ${error.file}.`;
  return describeFailure(error, outputParent(output));
}

/** Every address that the model promises must have its file, or readers would find nothing there. */
function checkOutput(site: Site, folder: string): void {
  const missing = missingPaths(site, folder);
  if (missing.length === 0) return;
  throw new Error(`The templates did not write these pages: ${missing.slice(0, 10).join(', ')}`);
}

/**
 * Pages are written without a pause, in which a signal only waits: one that
 * came by then must still keep the site from being published.
 */
async function letSignalsIn(): Promise<void> {
  // The first round may have begun behind the point at which signals are taken.
  await setImmediate();
  await setImmediate();
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What a shell adds to the number of the signal that ended a command. */
const SIGNAL_EXIT_CODE = 128;

/** @returns what to call when the site is published: a signal that comes then is too late */
function discardOnSignals(staging: Staging, thread: WorkerThread): () => void {
  const discard = (_signal: NodeJS.Signals, number: number): void => {
    // It writes files too; this thread cannot wait for its end without going on itself.
    void thread.stop();
    try {
      staging.discard();
    } finally {
      // What could not be removed is left to the next build.
      process.exit(SIGNAL_EXIT_CODE + number);
    }
  };
  for (const signal of SIGNALS) process.once(signal, discard);
  return () => {
    for (const signal of SIGNALS) process.off(signal, discard);
  };
}
