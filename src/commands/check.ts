/** `npm run check`: all that a build would say of the content, without building. */
import { spendMemory } from '../memory.ts';
import { ContentError } from '../problem.ts';
import { SecondThread } from '../second-thread.ts';
import { loadSite } from '../site/load-site.ts';
import type { Command } from './command.ts';
import {
  REPORT_OPTIONS,
  SITE_OPTIONS,
  parseFlags,
  readReportFlags,
  readSiteFlags,
  type ReportFlags,
  type SiteFlags,
} from './flags.ts';
import { progress } from './progress.ts';
import { Reporter } from './reporter.ts';
import { summarize } from './summary.ts';

const USAGE = `Usage: npm run check -- [options]

  --content DIR    folder with the posts (default: content)
  --site-url URL   address of the home page, instead of the one in site.yaml
  --drafts         check the texts of unpublished and future posts too
  --host NAME      where the site is deployed, instead of the one in site.yaml
  --now DATE       the time at which posts count as future (default: now)
  --format NAME    text for people, json for programs (default: text)
  --quiet          print problems only
  --help           print this text`;

export const checkCommand: Command = {
  usage: USAGE,
  run(args) {
    const { values } = parseFlags({ args, options: { ...SITE_OPTIONS, ...REPORT_OPTIONS } });
    return check({ ...readSiteFlags(values), ...readReportFlags(values) });
  },
};

async function check(flags: SiteFlags & ReportFlags): Promise<number> {
  const started = performance.now();
  const step = progress(flags.quiet);
  const reporter = new Reporter('check', flags.format);
  const thread = new SecondThread();
  try {
    step('Reading and rendering posts');
    const site = await loadSite({
      contentDir: flags.content,
      publicDir: 'public',
      siteUrl: flags.siteUrl,
      drafts: flags.drafts,
      now: flags.now,
      thread,
    });
    step(undefined);
    const summary = summarize(site, `Checked ${flags.content}`, performance.now() - started);
    return reporter.done(site.warnings, flags.quiet ? undefined : summary);
  } catch (error) {
    step(undefined);
    if (!(error instanceof ContentError)) return reporter.fault(error);
    return reporter.badContent(error.problems, 'A build would publish nothing.');
  } finally {
    spendMemory();
    await thread.stop();
  }
}
