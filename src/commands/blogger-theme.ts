/** `npm run blogger-theme`: writes a Blogger theme that redirects to the new site. */
import { isExampleUrl } from '../lib/example-host.ts';
import { bloggerTheme, isBloggerTheme, themeEntries } from '../outputs/hosts/blogger-theme.ts';
import type { Site } from '../site/model.ts';
import type { Command } from './command.ts';
import { SITE_OPTIONS, parseFlags } from './flags.ts';
import { readRunFlags } from './site-flags.ts';
import { checkOutputFile, writeOutputFile, type FileKind } from './output-file.ts';
import { Reporter, SUCCESS, USAGE_ERROR } from './reporter.ts';
import { withSite } from './with-site.ts';

const NAME = 'blogger-theme';
const CONSEQUENCE = 'No theme was written.';
const THEME: FileKind = { noun: 'theme', example: 'blogger-theme.xml', isOwn: isBloggerTheme };

const USAGE = `Usage: npm run blogger-theme -- [options]

  --content DIR    content folder (default: content)
  --output FILE    theme to write (default: blogger-theme.xml)
  --site-url URL   URL of the new home page, overrides site.yaml
  --help           print this text`;

const { content, 'site-url': siteUrl } = SITE_OPTIONS;

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
    const unusable = checkOutputFile(values.output, THEME);
    if (unusable !== undefined)
      return new Reporter(NAME, flags.format).failure(unusable, USAGE_ERROR);
    return withSite(NAME, project, flags, CONSEQUENCE, (site, reporter) => {
      const missing = missingSetting(site);
      return missing === undefined
        ? writeTheme(site, values.output, reporter)
        : reporter.failure(`${missing} ${CONSEQUENCE}`);
    });
  },
};

/** Explains which setting the theme needs, in sentences. */
function missingSetting({ facts }: Site): string | undefined {
  if (facts.legacyHosts.length === 0)
    return '`legacyHosts` in `site.yaml` names no old blog. Add it, such as `legacyHosts: [name.blogspot.com]`.';
  if (isExampleUrl(facts.url))
    return `The theme would send readers to ${facts.url}, which is only an example. Set \`url\` in \`site.yaml\` to the URL of the new home page.`;
  return undefined;
}

function writeTheme(site: Site, file: string, reporter: Reporter): number {
  const entries = themeEntries(site);
  const theme = bloggerTheme(site, entries);
  const failure = writeOutputFile(file, theme, THEME);
  if (failure !== undefined) return reporter.failure(failure);
  const kilobytes = Math.ceil(Buffer.byteLength(theme) / 1000);
  console.log(
    `Wrote ${file}: ${entries.length} URLs of ${site.facts.legacyHosts[0]}, ${kilobytes} kB.\nTo install it on Blogger, see docs/leaving-blogger.md.`,
  );
  return SUCCESS;
}
