/** `npm run build`: builds the site, unless nothing has changed. */
import type { Project } from '../eleventy/project.ts';
import type { Command } from './command.ts';
import { HISTORY_OPTIONS, RUN_OPTIONS, parseFlags, readRunFlags, type RunFlags } from './flags.ts';
import { openRecord } from './last-build.ts';
import { Reporter } from './reporter.ts';
import { summarizeUnchanged } from './summary.ts';
import { hasUnfinishedBuild } from '../publish/staging.ts';

const USAGE = `Usage: npm run build -- [options]

  --content DIR    content folder (default: content)
  --output DIR     output folder (default: _site)
  --site-url URL   URL of the home page, overrides site.yaml
  --drafts         include drafts and future posts
  --host NAME      host to deploy to, overrides site.yaml; repeatable
  --now DATE       current time, to tell future posts (default: now)
  --previous DIR-or-URL
                   site whose addresses must stay: an output folder, sitemap,
                   feed or home page (default: the output folder)
  --strict         fail if the previous site had an address that is lost, or
                   another ID for a post
  --no-images      do not resize images
  --no-cards       do not create images for link previews
  --no-search      build without search
  --cache DIR      folder for the build cache (default: .cache)
  --format NAME    text or json (default: text)
  --full           build everything, even if nothing has changed
  --quiet          print problems only
  --help           print this text`;

export const buildCommand: Command = {
  usage: USAGE,
  run(args, project) {
    const { values } = parseFlags({
      args,
      options: {
        ...RUN_OPTIONS,
        ...HISTORY_OPTIONS,
        output: { type: 'string', default: '_site' },
        'no-images': { type: 'boolean', default: false },
        'no-search': { type: 'boolean', default: false },
        'no-cards': { type: 'boolean', default: false },
        full: { type: 'boolean', default: false },
      },
    });
    const { output, previous, strict, full, ...without } = values;
    const { site, ...flags } = readRunFlags(values);
    const wanted = { search: !without['no-search'], cards: !without['no-cards'] };
    const encodesImages = !without['no-images'];
    return build(
      { ...flags, site: { ...site, ...wanted, strict }, output, previous, full, encodesImages },
      project,
    );
  },
};

export interface BuildFlags extends RunFlags {
  readonly output: string;
  readonly previous: string | undefined;
  /** Whether to build even if nothing has changed. */
  readonly full: boolean;
  readonly encodesImages: boolean;
}

async function build(flags: BuildFlags, project: Project): Promise<number> {
  const started = performance.now();
  const reporter = new Reporter('build', flags.format);
  const record = openRecord(flags);
  // The build cleans up after one that was killed.
  const mustBuild = flags.full || hasUnfinishedBuild(flags.output);
  const unchanged = mustBuild ? undefined : record?.unchanged(flags.site.now ?? Date.now());
  if (unchanged !== undefined) {
    const summary = summarizeUnchanged(unchanged, flags.output, performance.now() - started);
    return reporter.success(unchanged.warnings, flags.quiet ? undefined : summary);
  }
  // What a build needs takes longer to load than to tell that it need not run.
  const { runBuild } = await import('./run-build.ts');
  return runBuild(flags, project, reporter, started, record);
}
