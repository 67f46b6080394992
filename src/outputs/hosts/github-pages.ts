/**
 * GitHub Pages: serves files only, without redirect rules or headers.
 * https://docs.github.com/en/pages/getting-started-with-github-pages/what-is-github-pages
 */
import type { OutputFile } from '../../site/model.ts';
import { allStubs, defineHost, type Deployment, type HostReport } from './host.ts';
import { reportDownloads, reportEncodedSlashes, reportGone } from './unsupported.ts';

/** Keeps Jekyll from dropping files that begin with an underscore. */
const NO_JEKYLL: OutputFile = { path: '/.nojekyll', content: '' };

export const githubPagesHost = defineHost('GitHub Pages', (site, report) => {
  const { redirects } = site;
  const gone = redirects.patterns.filter(({ to }) => to === undefined);
  reportGone(report, [...redirects.gone, ...gone]);
  reportEncodedSlashes(report, redirects);
  reportDownloads(report, site);
  const noJekyll = { ...NO_JEKYLL, content: site.own.get(NO_JEKYLL.path)?.text ?? '' };
  return { files: [noJekyll, ...customDomain(site, report)], stubs: allStubs(redirects) };
});

/** https://docs.github.com/en/pages/configuring-a-custom-domain-for-your-github-pages-site */
function customDomain({ home, own }: Deployment, report: HostReport): OutputFile[] {
  const { hostname } = new URL(home.canonical);
  if (NOT_CUSTOM.test(hostname)) return [];
  const file = own.get('/CNAME');
  const domain = file?.text.trim().toLowerCase() ?? hostname;
  if (file !== undefined && domain !== hostname)
    report.refuse(
      file,
      `names the domain ${domain}, but \`url\` in site.yaml ${hostname}`,
      'Correct one of the two, or remove the file.',
    );
  return [{ path: '/CNAME', content: `${hostname}\n` }];
}

/** GitHub's own domain, example domains (RFC 2606, section 3), and IP addresses. */
const NOT_CUSTOM = /(?:^|\.)(?:github\.io|example\.(?:com|net|org)|localhost)$|^[\d.]+$|^\[/;
