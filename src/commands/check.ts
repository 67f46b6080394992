/** `npm run check`: all that a build would say of the content, without building. */
import { openFeeds } from '../feed-ids/open-feed.ts';
import type { Project } from '../eleventy/project.ts';
import { hasErrors } from '../lib/problem.ts';
import type { Command } from './command.ts';
import { RUN_OPTIONS, parseFlags, readRunFlags, type RunFlags } from './flags.ts';
import { BAD_CONTENT, Reporter } from './reporter.ts';
import { runOnSite, runOnLoadResult } from './run-on-site.ts';
import { summarize } from './summary.ts';
import { refusal, write, type FileKind } from './written-file.ts';

const USAGE = `Usage: npm run check -- [options]

  --content DIR    folder with the posts (default: content)
  --site-url URL   address of the home page, instead of the one in site.yaml
  --drafts         check the texts of unpublished and future posts too
  --host NAME      where the site is deployed, instead of what site.yaml says;
                   may be given several times
  --now DATE       the time at which posts count as future (default: now)
  --previous-feed FILE-or-URL
                   a feed that readers have seen: the ids of its posts must not
                   change; may be given several times
  --cache DIR      folder for what took long to make (default: .cache)
  --report FILE    write a page of HTML too: every redirect, and what you may
                   want to mend before the blog moves
  --format NAME    text for people, json for programs (default: text)
  --quiet          print problems only
  --help           print this text`;

export const checkCommand: Command = {
  usage: USAGE,
  async run(args, project) {
    const {
      report,
      'previous-feed': sources = [],
      ...values
    } = parseFlags({
      args,
      options: {
        ...RUN_OPTIONS,
        report: { type: 'string' },
        'previous-feed': { type: 'string', multiple: true },
      },
    }).values;
    const given = readRunFlags(values);
    const opened = await openFeeds(sources);
    if (!opened.ok) return new Reporter('check', given.format).refused(opened.reason, BAD_CONTENT);
    const flags: RunFlags = {
      ...given,
      site: { ...given.site, previousFeeds: opened.feeds, wanted: 'problems' },
    };
    return report === undefined ? check(project, flags) : checkWithReport(project, flags, report);
  },
};

const CONSEQUENCE = 'A build would publish nothing.';

function check(project: Project, flags: RunFlags): Promise<number> {
  const started = performance.now();
  return runOnSite('check', project, flags, CONSEQUENCE, (site, reporter) => {
    const summary = summarize(site, doneOf(flags), performance.now() - started);
    return reporter.done(site.warnings, flags.quiet ? undefined : summary);
  });
}

async function checkWithReport(project: Project, flags: RunFlags, file: string): Promise<number> {
  const started = performance.now();
  const { isReport, reportPage } = await import('../report/page/page.ts');
  const kind: FileKind = { noun: 'report', example: 'report.html', isOwn: isReport };
  const refused = refusal(file, kind);
  if (refused !== undefined) return new Reporter('check', flags.format).refused(refused);
  const asked: RunFlags = { ...flags, site: { ...flags.site, wanted: 'notes' } };
  return runOnLoadResult('check', project, asked, ({ site, problems, findings }, reporter) => {
    const page = reportPage({ ...site.facts, ...findings, problems });
    const failure = write(file, page, kind);
    if (failure !== undefined) return reporter.refused(failure, BAD_CONTENT);
    const where = `The report is in ${file}.`;
    if (hasErrors(problems))
      return reporter.badContent(problems, `${CONSEQUENCE} ${where}`, findings);
    const summary = summarize(site, doneOf(flags), performance.now() - started);
    return reporter.done(problems, flags.quiet ? undefined : `${summary}\n${where}`, findings);
  });
}

function doneOf({ site }: RunFlags): string {
  return `Checked ${site.contentDir}`;
}
