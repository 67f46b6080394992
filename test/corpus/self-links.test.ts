/** Links of the corpus to its own old host. */
import { beforeAll, expect, it } from 'vitest';
import type { OutputFolder } from '../support/build-site.ts';
import { corpusSite, expectations } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import { elements, hasClass, lineOf, onlyWithClass } from '../support/dom.ts';

/** The one link that names a month in which its post never stood. */
const MISPLACED: Readonly<Record<string, string>> = {
  'https://pyfound.blogspot.com/2019/05/pablo-galindo-salgado-nights-watch-is.html':
    '/2019/06/pablo-galindo-salgado-nights-watch-is/',
};

describeWithCorpus('links of the corpus to its old host', (corpus) => {
  const posts = [...expectations(corpus)].map(([slug, post]) => ({ slug, ...post }));
  let output: OutputFolder;

  beforeAll(async () => {
    ({ output } = await corpusSite(corpus));
  });

  const linksOf = (url: string): string[] =>
    elements(onlyWithClass(output.page(url), 'e-content'), 'a')
      .filter((link) => !hasClass(link, 'anchor'))
      .map(({ attribs }) => attribs['href'] ?? '');

  it('lead to the new address of the post, with their fragment', () => {
    let resolved = 0;
    for (const { url, self } of posts) {
      const wanted = self.flatMap(({ href, target }) => target ?? MISPLACED[href] ?? []);
      const got = linksOf(url).filter((href) => /^\/\d{4}\/\d{2}\/[^/]+\/(?:#.*)?$/.test(href));
      expect(got.toSorted(), url).toEqual(wanted.toSorted());
      resolved += got.length;
    }
    expect(resolved).toBe(443 + 1);
    const toPlaces = posts.flatMap(({ url }) => linksOf(url)).filter((href) => /^\/.*#/.test(href));
    expect(toPlaces).toHaveLength(4);
  });

  const unresolved = posts.flatMap(({ slug, url, self }) =>
    self.filter(({ target }) => target === null).map(({ href }) => ({ slug, url, href })),
  );
  const toHome = unresolved.filter(({ href }) => new URL(href).pathname === '/');

  it('lead to the home page if they pointed to the old one', () => {
    expect(toHome).toHaveLength(11);
    const home = posts.flatMap(({ url }) => linksOf(url)).filter((href) => href === '/');
    expect(home).toHaveLength(11);
  });

  it('lead to their tag and month', () => {
    const links = posts.flatMap(({ url }) => linksOf(url));
    expect(links.filter((href) => href === '/tags/pypi/')).toHaveLength(2);
    expect(links.filter((href) => href === '/2015/06/')).toHaveLength(2);
  });

  it('are reported when they name the wrong month', async () => {
    const { stderr } = await corpusSite(corpus);
    expect(stderr.match(/link-legacy-month/g)).toHaveLength(1);
    expect(stderr).not.toContain('link-legacy-unknown');
    for (const href of Object.keys(MISPLACED)) expect(stderr).toContain(href.slice(0, 80));
  });

  it('leave no address of the old blog in pages and feeds', () => {
    const hrefs = posts.flatMap(({ url }) => linksOf(url));
    expect(hrefs.filter((href) => /\/\/pyfound\.blogspot\./.test(href))).toEqual([]);
    expect(output.read('rss.xml')).not.toMatch(/href="https?:\/\/pyfound\.blogspot\./);
  });

  it('show the new address as text where they showed the old one', () => {
    const shown = posts.flatMap(({ url }) =>
      elements(onlyWithClass(output.page(url), 'e-content'), 'a').map(lineOf),
    );
    expect(shown.filter((text) => text.includes('pyfound.blogspot.'))).toEqual([]);
    expect(shown.filter((text) => /^(?:https:\/\/)?blog\.example\.org/.test(text))).toHaveLength(7);
  });
});
