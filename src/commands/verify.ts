/** `npm run verify`: checks every URL of the deployed site. */
import { canParseUrl } from '../lib/can-parse-url.ts';
import type { Site } from '../site/model.ts';
import { CLIENT_DEFAULTS } from '../verify/client.ts';
import { verifyPlan, type PlanOptions } from '../verify/plan.ts';
import {
  countFindings,
  formatFindings,
  formatReportJson,
  summarizeReport,
} from '../verify/report.ts';
import {
  DEFAULT_CONCURRENCY,
  SiteUnreachable,
  verifySite,
  type VerifyOptions,
} from '../verify/verify.ts';
import { visibleLines } from '../report/visible.ts';
import type { Command } from './command.ts';
import { RUN_OPTIONS, UsageError, parseFlags } from './flags.ts';
import { readRunFlags, type RunFlags } from './site-flags.ts';
import { progress } from './progress.ts';
import { FAILURE, SUCCESS, type Reporter } from './reporter.ts';
import { withSite } from './with-site.ts';

const { rate, timeout } = CLIENT_DEFAULTS;

const USAGE = `Usage: npm run verify -- URL [options]

  URL              home page of the deployed site

  --content DIR    content folder (default: content)
  --now DATE       time of the build (default: now)
  --variants       also request old addresses with ?m=1, percent-encoded, and in
                   upper case
  --case           fail if old addresses do not work in upper case (with --variants)
  --rate N         requests per second (default: ${rate})
  --concurrency N  requests at a time (default: ${DEFAULT_CONCURRENCY})
  --timeout S      seconds to wait for a response (default: ${timeout / 1000})
  --format NAME    text or json (default: text)
  --quiet          print errors and warnings only
  --help           print this text`;

const { content, now, format, quiet } = RUN_OPTIONS;

export const verifyCommand: Command = {
  usage: USAGE,
  run(args, project) {
    const { values, positionals } = parseFlags({
      args,
      allowPositionals: true,
      options: {
        ...{ content, now, format, quiet },
        variants: { type: 'boolean', default: false },
        case: { type: 'boolean', default: false },
        rate: { type: 'string', default: String(rate) },
        concurrency: { type: 'string', default: String(DEFAULT_CONCURRENCY) },
        timeout: { type: 'string', default: String(timeout / 1000) },
      },
    });
    if (values.case && !values.variants) throw new UsageError('--case needs --variants.');
    const home = readHome(positionals);
    const flags = readRunFlags(values);
    const options = {
      rate: readNumber('rate', values.rate),
      concurrency: Math.ceil(readNumber('concurrency', values.concurrency)),
      timeout: Math.min(1000 * readNumber('timeout', values.timeout), LONGEST),
    };
    const plan = { variants: values.variants, letterCase: values.case };
    return withSite('verify', project, flags, 'Nothing was verified.', (site, reporter) =>
      verify(site, { home, plan, options, flags }, reporter),
    );
  },
};

/** Milliseconds that a timer can wait, which is weeks. */
const LONGEST = 2 ** 31 - 1;

interface Task {
  readonly home: string;
  readonly plan: PlanOptions;
  readonly options: VerifyOptions;
  readonly flags: RunFlags;
}

async function verify(
  site: Site,
  { home, plan: planOptions, options, flags }: Task,
  reporter: Reporter,
): Promise<number> {
  const started = performance.now();
  const plan = verifyPlan(site, home, planOptions);
  const step = progress(flags.quiet);
  let done = 0;
  const onResult = (): void => step(`${++done} of ${plan.expectations.length} URLs`);
  try {
    const report = await verifySite(plan, { ...options, onResult });
    step(undefined);
    const exitCode = countFindings(report, 'error') > 0 ? FAILURE : SUCCESS;
    const findings = formatFindings(report);
    if (flags.format === 'json') console.log(formatReportJson(report, exitCode));
    else {
      if (findings !== '') console.error(`${visibleLines(findings)}\n`);
      if (!flags.quiet) console.log(summarizeReport(report, performance.now() - started));
    }
    return exitCode;
  } catch (error) {
    step(undefined);
    if (!(error instanceof SiteUnreachable)) throw error;
    return reporter.failure(error.message);
  }
}

/** @throws {UsageError} */
function readHome([address, ...others]: readonly string[]): string {
  if (address === undefined)
    throw new UsageError('The URL of the site is missing, such as https://blog.example.org/.');
  if (others.length > 0) throw new UsageError(`Name one URL, not ${others.length + 1}.`);
  if (!/^https?:\/\//.test(address) || !canParseUrl(address))
    throw new UsageError(`"${address}" is not a URL that begins with https:// or http://.`);
  const { search, hash, origin, pathname } = new URL(address);
  if (search !== '' || hash !== '')
    throw new UsageError(`"${address}" is not a home page: it has a query or a fragment.`);
  return origin + pathname;
}

/** @throws {UsageError} */
function readNumber(flag: string, text: string): number {
  const number = Number(text);
  if (/^\d+(?:\.\d+)?$/.test(text) && number > 0) return number;
  throw new UsageError(`--${flag} "${text}" is not a positive number.`);
}
