/** Loads the site for commands that do not build it, and reports errors. */
import { resetHeapGrowth } from '../lib/heap-growth.ts';
import { ContentError, hasErrors } from '../lib/problem.ts';
import type { LoadResult } from '../build/load-site.ts';
import { WorkerThread } from '../build/worker-thread.ts';
import { withOwnCode } from '../eleventy/own-code.ts';
import type { Project } from '../eleventy/project.ts';
import type { Site } from '../site/model.ts';
import type { RunFlags } from './site-flags.ts';
import { describeUnreadable } from '../publish/unreadable-source.ts';
import { progress } from './progress.ts';
import { Reporter } from './reporter.ts';

/**
 * Runs `use` on a site without errors.
 * @param name of the command
 * @param consequence of errors in the content: a sentence
 * @param use returns the exit code
 * @returns the exit code
 */
export function withSite(
  name: string,
  project: Project,
  flags: RunFlags,
  consequence: string,
  use: (site: Site, reporter: Reporter) => number | Promise<number>,
): Promise<number> {
  return withLoadResult(name, project, flags, ({ site, problems }, reporter) =>
    hasErrors(problems) ? reporter.invalidContent(problems, consequence) : use(site, reporter),
  );
}

/**
 * Runs `use` on a site that may have errors.
 * @param use returns the exit code
 * @returns the exit code
 */
export async function withLoadResult(
  name: string,
  project: Project,
  { site: options, format, quiet, cache: cacheDir }: RunFlags,
  use: (result: LoadResult, reporter: Reporter) => number | Promise<number>,
): Promise<number> {
  const step = progress(quiet);
  const reporter = new Reporter(name, format);
  const thread = WorkerThread.startFor(options.contentDir);
  try {
    step('Reading and rendering posts');
    // The second thread starts while this one loads its libraries.
    const { LoadCache } = await import('../build/load-site.ts');
    const { loadProjectWithProblems } = await import('../eleventy/load-project.ts');
    const cache = new LoadCache(cacheDir, options.contentDir, { keeps: false });
    const own = await withOwnCode(project, options.contentDir, cacheDir);
    const result = await loadProjectWithProblems({ ...options, thread, cache }, own);
    step(undefined);
    return await use(result, reporter);
  } catch (error) {
    step(undefined);
    if (error instanceof ContentError)
      return reporter.invalidContent(error.problems, 'Nothing was done.');
    const unreadable = describeUnreadable(error, [options.contentDir, options.publicDir]);
    return unreadable === undefined ? reporter.unexpected(error) : reporter.failure(unreadable);
  } finally {
    resetHeapGrowth();
    await thread.stop();
  }
}
