/** What commands that load a site and write nothing have in common. */
import { spendMemory } from '../memory.ts';
import { hasErrors } from '../problem.ts';
import { SecondThread } from '../second-thread.ts';
import type { Survey } from '../site/load-site.ts';
import type { Site } from '../site/model.ts';
import type { RunFlags } from './flags.ts';
import { progress } from './progress.ts';
import { Reporter } from './reporter.ts';

/**
 * Loads the site that the flags ask for; says why when that cannot be.
 * @param name of the command
 * @param consequence what comes of errors in the content: a sentence
 * @param use what the command does with the site; gives the exit code
 * @returns the exit code
 */
export function runOnSite(
  name: string,
  flags: RunFlags,
  consequence: string,
  use: (site: Site, reporter: Reporter) => number | Promise<number>,
): Promise<number> {
  return runOnSurvey(name, flags, ({ site, problems }, reporter) =>
    hasErrors(problems) ? reporter.badContent(problems, consequence) : use(site, reporter),
  );
}

/**
 * The same for a command that has more to say of content with errors.
 * @param use what the command does with what is known of the site; gives the exit code
 * @returns the exit code
 */
export async function runOnSurvey(
  name: string,
  { site: options, format, quiet, cache: cacheDir }: RunFlags,
  use: (survey: Survey, reporter: Reporter) => number | Promise<number>,
): Promise<number> {
  const step = progress(quiet);
  const reporter = new Reporter(name, format);
  const thread = new SecondThread(options.contentDir);
  try {
    step('Reading and rendering posts');
    // The second thread starts while this one loads its libraries.
    const { LoadCache, surveySite } = await import('../site/load-site.ts');
    const cache = LoadCache.in(cacheDir, options.contentDir);
    const survey = await surveySite({ ...options, thread, cache });
    step(undefined);
    return await use(survey, reporter);
  } catch (error) {
    step(undefined);
    return reporter.fault(error);
  } finally {
    spendMemory();
    await thread.stop();
  }
}
