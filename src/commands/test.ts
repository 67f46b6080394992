/** `perennial test`: checks the owner's content, links, pages and colours. */
import { hasErrors, type Problem } from '../lib/problem.ts';
import { count } from '../lib/wording.ts';
import type { Site } from '../site/model.ts';
import type { Project } from '../eleventy/project.ts';
import { withOwnCode } from '../eleventy/own-code.ts';
import type { Command } from './command.ts';
import { RUN_OPTIONS, parseFlags } from './flags.ts';
import { readRunFlags, type RunFlags } from './site-flags.ts';
import { summarize } from './summary.ts';
import { withSite } from './with-site.ts';

const USAGE = `Usage: npm test -- [options]

Checks your blog: content, links, components, what pages lack for readers with
assistive technology, and the contrast of colours. Publishes nothing.

  --content DIR    content folder (default: content)
  --site-url URL   URL of the home page, overrides site.yaml
  --drafts         include drafts and future posts
  --host NAME      host to deploy to, overrides site.yaml; repeatable
  --now DATE       current time, to tell future posts (default: now)
  --cache DIR      folder for the build cache (default: .cache)
  --format NAME    text or json (default: text)
  --quiet          print problems only
  --help           print this text`;

export const testCommand: Command = {
  usage: USAGE,
  run(args, project) {
    const flags = readRunFlags(parseFlags({ args, options: RUN_OPTIONS }).values);
    const started = performance.now();
    return withSite(
      'test',
      project,
      flags,
      'The pages were not tested.',
      async (site, reporter) => {
        const { pages, problems } = await auditSite(site, project, flags);
        const all = [...site.warnings, ...problems];
        if (hasErrors(problems)) return reporter.invalidContent(all, `${pages} pages were tested.`);
        const action = `Tested ${count(pages, 'page')}`;
        const summary = summarize({ ...site, warnings: all }, action, performance.now() - started);
        return reporter.success(all, flags.quiet ? undefined : summary);
      },
    );
  },
};

interface Audit {
  readonly pages: number;
  readonly problems: readonly Problem[];
}

async function auditSite(site: Site, project: Project, flags: RunFlags): Promise<Audit> {
  const { lazyPages } = await import('../eleventy/build-pages.ts');
  const { SiteFiles } = await import('../dev/site-files.ts');
  const { auditPage } = await import('../audit/page.ts');
  const { brokenLinks } = await import('../audit/links.ts');
  const { faintColours } = await import('../audit/contrast.ts');
  const own = await withOwnCode(project, flags.site.contentDir, flags.cache);
  const rendered = await lazyPages(site, own);
  const pages = new Map(
    [...rendered]
      .filter(([file]) => file.endsWith('.html'))
      .map(([file, render]) => [file, auditPage(file, render())] as const),
  );
  const files = new SiteFiles(site, rendered);
  const made = new Set(
    site.images.flatMap(({ versions, shown, preview }) =>
      [...versions, shown, preview].flatMap((version) => version?.path ?? []),
    ),
  );
  const has = (path: string): boolean => made.has(path) || files.at(path) !== undefined;
  const reported = new Set(site.warnings.flatMap(({ near }) => near ?? []));
  const style = files.at('/css/site.css');
  const css = style?.kind === 'file' ? String(style.content) : '';
  const problems = [
    ...[...pages.values()].flatMap((page) => page.problems),
    ...brokenLinks(pages, { url: site.fixed.home.canonical, has, reported }),
    ...faintColours(css, 'css/site.css'),
  ];
  return { pages: pages.size, problems };
}
