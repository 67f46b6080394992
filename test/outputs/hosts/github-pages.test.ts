/** GitHub Pages: stubs, `.nojekyll` and `CNAME`. */
import { describe, expect, it } from 'vitest';
import { githubPagesHost } from '../../../src/outputs/hosts/github-pages.ts';
import { Addresses } from '../../../src/addresses/address.ts';
import { Problems } from '../../../src/lib/problem.ts';
import { buildSite, built } from '../../support/build-site.ts';
import { deployment } from '../../support/deployment.ts';
import { metaContent } from '../../support/dom.ts';
import { OLD_FEEDS, OLD_PAGES, oldBlog } from '../../support/old-blog.ts';

it.each(['', '/blog'])(
  'has a stub for every old address, with the base path "%s"',
  async (base) => {
    const content = oldBlog(`https://garden.github.io${base}/`);
    const site = built(await buildSite({ content, args: ['--host', 'github-pages'] }));
    const { output } = site;
    for (const { from, to } of OLD_PAGES) {
      const file = from.endsWith('.html') ? from : `${from.replace(/\/$/, '')}/index.html`;
      expect(metaContent(output.page(file), 'refresh'), from).toBe(`0; url=${base}${to}`);
    }
    expect(output.read('.nojekyll')).toBe('');
    expect(output.has('404.html')).toBe(true);
    for (const { from, to } of OLD_FEEDS)
      expect(output.read(`${from.slice(1)}/index.xml`), from).toBe(output.read(to.slice(1)));
    expect(site.stderr).toContain(
      'GitHub Pages has no status 410, so it answers 404 for /gone/page, /gone/for/*.',
    );
  },
);

describe('the custom domain', () => {
  it.each([
    ['https://garden.example.net.au/', 'garden.example.net.au\n'],
    ['https://mygithub.io/blog/', 'mygithub.io\n'],
    ['https://b\u00fccher.example/', 'xn--bcher-kva.example\n'],
    ['https://garden.github.io/', undefined],
    ['https://garden.github.io/blog/', undefined],
    ['https://example.org/', undefined],
    ['https://blog.example.com/', undefined],
    ['http://localhost:8080/', undefined],
    ['http://127.0.0.1/', undefined],
    ['http://[::1]:8080/', undefined],
  ])('of %s is %s', (url, content) => {
    const home = new Addresses(url).of('/');
    const { files } = githubPagesHost.emit(deployment({}, '', { home }), new Problems());
    expect(files.find(({ path }) => path === '/CNAME')?.content).toBe(content);
  });
});
