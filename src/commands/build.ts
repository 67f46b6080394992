/** `npm run build`: builds the site; `up-to-date.ts` has found before that this is necessary. */
import { parseBuildFlags, type BuildValues } from './build-flags.ts';
import type { Command } from './command.ts';
import { openRecord } from './last-build.ts';
import { runBuild, type BuildFlags } from './run-build.ts';
import { readRunFlags } from './site-flags.ts';

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
  run(args, project, { seen }) {
    const values = parseBuildFlags(args);
    return runBuild(readBuildFlags(values), project, seen && openRecord(values, seen));
  },
};

/** @throws {UsageError} */
function readBuildFlags(values: BuildValues): BuildFlags {
  const { output, previous, strict, full, ...without } = values;
  const { site, ...flags } = readRunFlags(values);
  const wanted = { search: !without['no-search'], cards: !without['no-cards'] };
  const encodesImages = !without['no-images'];
  return { ...flags, site: { ...site, ...wanted, strict }, output, previous, full, encodesImages };
}
