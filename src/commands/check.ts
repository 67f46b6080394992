/** `npm run check`: reports every problem in the content without building. */
import { openFeeds } from '../feed-ids/open-feed.ts';
import type { Project } from '../eleventy/project.ts';
import { PreviousUnreadable, readPrevious } from '../history/read-previous.ts';
import { hasErrors } from '../lib/problem.ts';
import type { Published } from '../site/model.ts';
import { visibleLines } from '../report/visible.ts';
import { applyFixes } from './apply-fixes.ts';
import type { Command } from './command.ts';
import { HISTORY_OPTIONS, RUN_OPTIONS, parseFlags } from './flags.ts';
import { readRunFlags, type RunFlags } from './site-flags.ts';
import { checkOutputFile, writeOutputFile, type FileKind } from './output-file.ts';
import { Reporter, USAGE_ERROR } from './reporter.ts';
import { summarize } from './summary.ts';
import { withLoadResult, withSite } from './with-site.ts';

const USAGE = `Usage: npm run check -- [options]

  --content DIR    content folder (default: content)
  --site-url URL   URL of the home page, overrides site.yaml
  --drafts         include drafts and future posts
  --host NAME      host to deploy to, overrides site.yaml; repeatable
  --now DATE       current time, to tell future posts (default: now)
  --previous-feed FILE-or-URL
                   feed that readers have seen, whose post IDs must not
                   change; repeatable
  --previous DIR-or-URL
                   site whose addresses must stay: an output folder, sitemap,
                   feed or home page
  --strict         fail if the previous site had an address that is lost, or
                   another ID for a post
  --fix            first rename fields of other generators, move loose posts
                   into folders and take out code that an editor left in
                   the text, where that is safe; shows a diff
  --cache DIR      folder for the build cache (default: .cache)
  --report FILE    also write a migration report (HTML): all redirects, and
                   what you may want to fix before the move
  --format NAME    text or json (default: text)
  --quiet          print problems only
  --help           print this text`;

export const checkCommand: Command = {
  usage: USAGE,
  async run(args, project) {
    const {
      report,
      fix,
      'previous-feed': sources = [],
      previous: source,
      strict,
      ...values
    } = parseFlags({
      args,
      options: {
        ...RUN_OPTIONS,
        ...HISTORY_OPTIONS,
        fix: { type: 'boolean', default: false },
        report: { type: 'string' },
        'previous-feed': { type: 'string', multiple: true },
      },
    }).values;
    const given = readRunFlags(values);
    const failure = fix ? await fixContent(given) : undefined;
    if (failure !== undefined) return new Reporter('check', given.format).failure(failure);
    const opened = await openFeeds(sources);
    if (!opened.ok) return new Reporter('check', given.format).failure(opened.reason);
    let previous: Published | undefined;
    try {
      previous = await readPrevious(source);
    } catch (error) {
      if (!(error instanceof PreviousUnreadable)) throw error;
      return new Reporter('check', given.format).failure(error.message);
    }
    const flags: RunFlags = {
      ...given,
      site: { ...given.site, previous, strict, previousFeeds: opened.feeds, wanted: 'problems' },
    };
    return report === undefined ? check(project, flags) : checkWithReport(project, flags, report);
  },
};

const CONSEQUENCE = 'A build would publish nothing.';

/** @returns why not everything was changed, in sentences */
async function fixContent({ site, format }: RunFlags): Promise<string | undefined> {
  const { planFixes } = await import('../build/plan-fixes.ts');
  // With JSON, stdout holds only the document.
  const print = format === 'json' ? console.error : console.log;
  return applyFixes(planFixes(site.contentDir), (text) => print(visibleLines(text)));
}

function check(project: Project, flags: RunFlags): Promise<number> {
  const started = performance.now();
  return withSite('check', project, flags, CONSEQUENCE, (site, reporter) => {
    const summary = summarize(site, action(flags), performance.now() - started);
    return reporter.success(site.warnings, flags.quiet ? undefined : summary);
  });
}

async function checkWithReport(project: Project, flags: RunFlags, file: string): Promise<number> {
  const started = performance.now();
  const { isReport, reportPage } = await import('../report/page/page.ts');
  const kind: FileKind = { noun: 'report', example: 'report.html', isOwn: isReport };
  const unusable = checkOutputFile(file, kind);
  if (unusable !== undefined)
    return new Reporter('check', flags.format).failure(unusable, USAGE_ERROR);
  const withNotes: RunFlags = { ...flags, site: { ...flags.site, wanted: 'notes' } };
  return withLoadResult('check', project, withNotes, ({ site, problems, findings }, reporter) => {
    const page = reportPage({ ...site.facts, ...findings, problems });
    const failure = writeOutputFile(file, page, kind);
    if (failure !== undefined) return reporter.failure(failure);
    const where = `The report is in ${file}.`;
    if (hasErrors(problems))
      return reporter.invalidContent(problems, `${CONSEQUENCE} ${where}`, findings);
    const summary = summarize(site, action(flags), performance.now() - started);
    return reporter.success(problems, flags.quiet ? undefined : `${summary}\n${where}`, findings);
  });
}

function action({ site }: RunFlags): string {
  return `Checked ${site.contentDir}`;
}
