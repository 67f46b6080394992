/**
 * GitHub Pages: files alone, neither rules nor headers.
 * https://docs.github.com/en/pages/getting-started-with-github-pages/what-is-github-pages
 */
import type { OutputFile } from '../../site/model.ts';
import { allStubs, type Deployment, type Host } from './host.ts';
import { reportGone } from './unsupported.ts';

const TITLE = 'GitHub Pages';

/** Without it, Jekyll leaves out what begins with an underscore. */
const NO_JEKYLL: OutputFile = { path: '/.nojekyll', content: '' };

export const githubPagesHost: Host = {
  title: TITLE,
  emit: (site, problems) => {
    const { redirects } = site;
    const gone = redirects.patterns.filter(({ to }) => to === undefined);
    reportGone(site, TITLE, [...redirects.gone, ...gone], problems);
    return { files: [NO_JEKYLL, ...domain(site)], stubs: allStubs(redirects) };
  },
};

/**
 * The domain that the site has for itself.
 * https://docs.github.com/en/pages/configuring-a-custom-domain-for-your-github-pages-site
 */
function domain({ home }: Deployment): OutputFile[] {
  const { hostname } = new URL(home.canonical);
  return NOT_OWN.test(hostname) ? [] : [{ path: '/CNAME', content: `${hostname}\n` }];
}

/** GitHub's domain, those of examples (RFC 2606, section 3), and numbers. */
const NOT_OWN = /(?:^|\.)(?:github\.io|example\.(?:com|net|org)|localhost)$|^[\d.]+$|^\[/;
