/** `npm run blogger-theme`: what leads readers on from a blog that stays on Blogger. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { bloggerTheme, isBloggerTheme, themeEntries } from '../hosts/blogger-theme.ts';
import { reasonOf } from '../output/failure.ts';
import type { Site } from '../site/model.ts';
import type { Command } from './command.ts';
import { SITE_OPTIONS, parseFlags, readSiteFlags } from './flags.ts';
import { BAD_CONTENT, DONE, type Reporter } from './reporter.ts';
import { runOnSite } from './run-on-site.ts';

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
  run(args) {
    const { values } = parseFlags({
      args,
      options: {
        ...{ content, 'site-url': siteUrl },
        output: { type: 'string', default: 'blogger-theme.xml' },
      },
    });
    const flags = { site: readSiteFlags(values), format: 'text', quiet: false } as const;
    return runOnSite('blogger-theme', flags, 'No theme was written.', (site, reporter) => {
      const refusal = refuse(site, values.output);
      return refusal === undefined
        ? write(site, values.output, reporter)
        : reporter.refused(`${refusal} No theme was written.`, BAD_CONTENT);
    });
  },
};

/** Why no theme can be made of this, in sentences. */
function refuse({ facts }: Site, file: string): string | undefined {
  if (facts.legacyHosts.length === 0)
    return '`legacyHosts` in `site.yaml` names no old blog that readers could come from. Write for example `legacyHosts: [name.blogspot.com]`.';
  if (EXAMPLE.test(new URL(facts.url).hostname))
    return `The theme would send your readers to ${facts.url}, which is only an example. Set \`url\` in \`site.yaml\` to the address of the new home page.`;
  if (existsSync(file) && !isBloggerTheme(readFileSync(file, 'utf8')))
    return `${file} is no theme that this command has made, and is left as it is. Name another file with --output.`;
  return undefined;
}

function write(site: Site, file: string, reporter: Reporter): number {
  const entries = themeEntries(site);
  const theme = bloggerTheme(site, entries);
  try {
    writeFileSync(file, theme);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    return reporter.refused(`The theme could not be written: ${reason}.`, BAD_CONTENT);
  }
  const kilobytes = Math.ceil(Buffer.byteLength(theme) / 1000);
  console.log(
    `Wrote ${file}: ${entries.length} addresses of ${site.facts.legacyHosts[0]}, ${kilobytes} kB.\nHow to put it into Blogger is told in docs/leaving-blogger.md.`,
  );
  return DONE;
}
