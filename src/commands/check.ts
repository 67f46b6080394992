/** `npm run check`: all that a build would say of the content, without building. */
import type { Command } from './command.ts';
import { RUN_OPTIONS, parseFlags, readRunFlags } from './flags.ts';
import { runOnSite } from './run-on-site.ts';
import { summarize } from './summary.ts';

const USAGE = `Usage: npm run check -- [options]

  --content DIR    folder with the posts (default: content)
  --site-url URL   address of the home page, instead of the one in site.yaml
  --drafts         check the texts of unpublished and future posts too
  --host NAME      where the site is deployed, instead of what site.yaml says;
                   may be given several times
  --now DATE       the time at which posts count as future (default: now)
  --format NAME    text for people, json for programs (default: text)
  --quiet          print problems only
  --help           print this text`;

export const checkCommand: Command = {
  usage: USAGE,
  run(args) {
    const flags = readRunFlags(parseFlags({ args, options: RUN_OPTIONS }).values);
    const started = performance.now();
    return runOnSite('check', flags, 'A build would publish nothing.', (site, reporter) => {
      const done = `Checked ${flags.site.contentDir}`;
      const summary = summarize(site, done, performance.now() - started);
      return reporter.done(site.warnings, flags.quiet ? undefined : summary);
    });
  },
};
