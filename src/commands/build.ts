/** `npm run build`: load, render, check, publish, and say so. */
import { existsSync, readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { buildPages, preloadEleventy } from '../eleventy/build-pages.ts';
import type { Templates } from '../eleventy/plugin.ts';
import { spendMemory } from '../memory.ts';
import { missingPaths } from '../output/check.ts';
import { OutputRefused, Staging } from '../output/publish.ts';
import { ContentError, formatProblems } from '../problem.ts';
import { SecondThread } from '../second-thread.ts';
import { loadSite } from '../site/load-site.ts';
import type { Site } from '../site/model.ts';
import type { Command } from './command.ts';
import { SITE_OPTIONS, parseFlags, readSiteFlags, type SiteFlags } from './flags.ts';
import { progress } from './progress.ts';
import { summarize } from './summary.ts';

const USAGE = `Usage: npm run build -- [options]

  --content DIR    folder with the posts (default: content)
  --output DIR     folder for the site (default: _site)
  --site-url URL   address of the home page, instead of the one in site.yaml
  --drafts         include unpublished and future posts
  --host NAME      where the site is deployed, instead of the one in site.yaml
  --now DATE       the time at which posts count as future (default: now)
  --quiet          print problems only
  --help           print this text`;

export const buildCommand: Command = {
  usage: USAGE,
  run(args, templates) {
    const { values } = parseFlags({
      args,
      options: {
        ...SITE_OPTIONS,
        output: { type: 'string', default: '_site' },
        quiet: { type: 'boolean', default: false },
      },
    });
    const { output, quiet } = values;
    return build({ ...readSiteFlags(values), output, quiet }, templates);
  },
};

interface BuildFlags extends SiteFlags {
  readonly output: string;
  readonly quiet: boolean;
}

async function build(flags: BuildFlags, templates: Templates): Promise<number> {
  const started = performance.now();
  const step = progress(flags.quiet);
  const thread = new SecondThread();
  let staging: Staging | undefined;
  try {
    staging = new Staging(flags.output, { content: flags.content, project: '.' });
    discardOnSignals(staging, thread);
    step('Reading and rendering posts');
    preloadEleventy();
    const site = await loadSite({
      contentDir: flags.content,
      publicDir: 'public',
      siteUrl: flags.siteUrl,
      drafts: flags.drafts,
      now: flags.now,
      thread,
    });
    step('Writing pages');
    await buildPages(site, templates, staging.folder, thread);
    step('Checking the site');
    checkOutput(site, staging.folder);
    await letSignalsIn();
    staging.publish();
    step(undefined);
    if (site.warnings.length > 0) console.error(`${formatProblems(site.warnings, readSource)}\n`);
    if (!flags.quiet) console.log(summarize(site, flags.output, performance.now() - started));
    return 0;
  } catch (error) {
    step(undefined);
    await thread.stop();
    staging?.discard();
    return explain(error);
  } finally {
    spendMemory();
    await thread.stop();
  }
}

function explain(error: unknown): number {
  if (error instanceof OutputRefused) {
    console.error(error.message);
    return 2;
  }
  if (!(error instanceof ContentError)) throw error;
  const errors = error.problems.filter(({ severity }) => severity === 'error').length;
  console.error(formatProblems(error.problems, readSource));
  console.error(`\n${errors === 1 ? '1 error' : `${errors} errors`}. Nothing was published.`);
  return 1;
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

function discardOnSignals(staging: Staging, thread: SecondThread): void {
  for (const [signal, exitCode] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => {
      // It writes files too; this thread cannot wait for its end without going on itself.
      void thread.stop();
      staging.discard();
      process.exit(exitCode);
    });
  }
}

function readSource(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
