/** `npm run blogger-theme`: what leads readers on from a blog that stays on Blogger. */
import { bloggerTheme, isBloggerTheme, themeEntries } from '../outputs/hosts/blogger-theme.ts';
import type { Site } from '../site/model.ts';
import type { Command } from './command.ts';
import { SITE_OPTIONS, parseFlags, readRunFlags } from './flags.ts';
import { BAD_CONTENT, DONE, Reporter } from './reporter.ts';
import { runOnSite } from './run-on-site.ts';
import { refusal, write, type FileKind } from './written-file.ts';

const NAME = 'blogger-theme';
const CONSEQUENCE = 'No theme was written.';
const THEME: FileKind = { noun: 'theme', example: 'blogger-theme.xml', isOwn: isBloggerTheme };

const USAGE = `Usage: npm run blogger-theme -- [options]

  --content DIR    folder with the posts (default: content)
  --output FILE    where to write the theme (default: blogger-theme.xml)
  --site-url URL   address of the new home page, instead of the one in site.yaml
  --help           print this text`;

const { content, 'site-url': siteUrl } = SITE_OPTIONS;

/** Hosts that stand in examples alone. RFC 2606, section 3 */
const EXAMPLE = /(?:^|\.)example\.(?:com|net|org)$/;

export const bloggerThemeCommand: Command = {
  usage: USAGE,
  async run(args, project) {
    const { values } = parseFlags({
      args,
      options: {
        ...{ content, 'site-url': siteUrl },
        output: { type: 'string', default: THEME.example },
      },
    });
    const flags = readRunFlags({ ...values, format: 'text', quiet: false });
    const refused = refusal(values.output, THEME);
    if (refused !== undefined) return new Reporter(NAME, flags.format).refused(refused);
    return runOnSite(NAME, project, flags, CONSEQUENCE, (site, reporter) => {
      const lack = lackOf(site);
      return lack === undefined
        ? writeTheme(site, values.output, reporter)
        : reporter.refused(`${lack} ${CONSEQUENCE}`, BAD_CONTENT);
    });
  },
};

/** What a theme needs that the site does not say, in sentences. */
function lackOf({ facts }: Site): string | undefined {
  if (facts.legacyHosts.length === 0)
    return '`legacyHosts` in `site.yaml` names no old blog that readers could come from. Write for example `legacyHosts: [name.blogspot.com]`.';
  if (EXAMPLE.test(new URL(facts.url).hostname))
    return `The theme would send your readers to ${facts.url}, which is only an example. Set \`url\` in \`site.yaml\` to the address of the new home page.`;
  return undefined;
}

function writeTheme(site: Site, file: string, reporter: Reporter): number {
  const entries = themeEntries(site);
  const theme = bloggerTheme(site, entries);
  const failure = write(file, theme, THEME);
  if (failure !== undefined) return reporter.refused(failure, BAD_CONTENT);
  const kilobytes = Math.ceil(Buffer.byteLength(theme) / 1000);
  console.log(
    `Wrote ${file}: ${entries.length} addresses of ${site.facts.legacyHosts[0]}, ${kilobytes} kB.\nHow to put it into Blogger is told in docs/leaving-blogger.md.`,
  );
  return DONE;
}
