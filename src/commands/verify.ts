/** `npm run verify`: asks a running site for every address that it must have. */
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
import type { Command } from './command.ts';
import { RUN_OPTIONS, UsageError, parseFlags, readRunFlags, type RunFlags } from './flags.ts';
import { progress } from './progress.ts';
import { BAD_CONTENT, DONE, type Reporter } from './reporter.ts';
import { runOnSite } from './run-on-site.ts';

const { rate, timeout } = CLIENT_DEFAULTS;

const USAGE = `Usage: npm run verify -- https://address.of/the/home/page/ [options]

  --content DIR    folder with the posts (default: content)
  --now DATE       the time at which the site was built (default: now)
  --variants       ask for old addresses as readers write them too: with ?m=1,
                   percent-encoded, in capital letters
  --case           old addresses must answer in capital letters (with --variants)
  --rate N         requests a second (default: ${rate})
  --concurrency N  addresses at the same time (default: ${DEFAULT_CONCURRENCY})
  --timeout S      seconds to wait for an answer (default: ${timeout / 1000})
  --format NAME    text for people, json for programs (default: text)
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
    if (values.case && !values.variants)
      throw new UsageError('--case is about the addresses that --variants adds; give both.');
    const home = readHome(positionals);
    const flags = readRunFlags(values);
    const options = {
      rate: readNumber('rate', values.rate),
      concurrency: Math.ceil(readNumber('concurrency', values.concurrency)),
      timeout: 1000 * readNumber('timeout', values.timeout),
    };
    const plan = { variants: values.variants, letterCase: values.case };
    return runOnSite('verify', project, flags, 'Nothing was asked for.', (site, reporter) =>
      verify(site, { home, plan, options, flags }, reporter),
    );
  },
};

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
  const onResult = (): void => step(`${++done} of ${plan.expectations.length} addresses`);
  try {
    const report = await verifySite(plan, { ...options, onResult });
    step(undefined);
    const exitCode = countFindings(report, 'error') > 0 ? BAD_CONTENT : DONE;
    const findings = formatFindings(report);
    if (flags.format === 'json') console.log(formatReportJson(report, exitCode));
    else {
      if (findings !== '') console.error(`${findings}\n`);
      if (!flags.quiet) console.log(summarizeReport(report, performance.now() - started));
    }
    return exitCode;
  } catch (error) {
    step(undefined);
    if (!(error instanceof SiteUnreachable)) throw error;
    return reporter.refused(error.message, BAD_CONTENT);
  }
}

/** @throws {UsageError} */
function readHome([address, ...others]: readonly string[]): string {
  if (address === undefined)
    throw new UsageError(
      'The address of the running site is missing: `https://blog.example.org/`.',
    );
  if (others.length > 0)
    throw new UsageError(`One address is enough; there are ${others.length + 1}.`);
  if (!/^https?:\/\//.test(address) || !URL.canParse(address))
    throw new UsageError(`"${address}" is not an address that begins with https:// or http://.`);
  const { search, hash, origin, pathname } = new URL(address);
  if (search !== '' || hash !== '')
    throw new UsageError(
      `"${address}" is not the address of a home page: it has a query or a fragment.`,
    );
  return origin + pathname;
}

/** @throws {UsageError} */
function readNumber(flag: string, text: string): number {
  const number = Number(text);
  if (/^\d+(?:\.\d+)?$/.test(text) && number > 0) return number;
  throw new UsageError(`--${flag} "${text}" is not a number above 0.`);
}
