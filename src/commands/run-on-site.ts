/** What commands that load a site and write nothing have in common. */
import { spendMemory } from '../memory.ts';
import { ContentError } from '../problem.ts';
import { SecondThread } from '../second-thread.ts';
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
export async function runOnSite(
  name: string,
  { site: options, format, quiet }: RunFlags,
  consequence: string,
  use: (site: Site, reporter: Reporter) => number | Promise<number>,
): Promise<number> {
  const step = progress(quiet);
  const reporter = new Reporter(name, format);
  const thread = new SecondThread(options.contentDir);
  try {
    step('Reading and rendering posts');
    // The second thread starts while this one loads its libraries.
    const { loadSite } = await import('../site/load-site.ts');
    const site = await loadSite({ ...options, thread });
    step(undefined);
    return await use(site, reporter);
  } catch (error) {
    step(undefined);
    if (!(error instanceof ContentError)) return reporter.fault(error);
    return reporter.badContent(error.problems, consequence);
  } finally {
    spendMemory();
    await thread.stop();
  }
}
