/** Links of the corpus to its own old address stay on the site. */
import { beforeAll, expect, it } from 'vitest';
import type { OutputFolder } from '../support/build-site.ts';
import { corpusSite, expectations } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import { elements, hasClass, onlyWithClass } from '../support/dom.ts';

describeWithCorpus('links of the corpus to its old address', (corpus) => {
  const posts = [...expectations(corpus)].map(([slug, post]) => ({ slug, ...post }));
  let output: OutputFolder;

  beforeAll(async () => {
    ({ output } = await corpusSite(corpus));
  });

  const linksOf = (url: string): string[] =>
    elements(onlyWithClass(output.page(url), 'e-content'), 'a')
      .filter((link) => !hasClass(link, 'anchor'))
      .map(({ attribs }) => attribs['href'] ?? '');

  it('lead to the post that stands there now, at the same place of it', () => {
    let resolved = 0;
    for (const { url, self } of posts) {
      const wanted = self.flatMap(({ target }) => target ?? []);
      const got = linksOf(url).filter((href) => /^\/\d{4}\/\d{2}\/[^/]+\/(?:#.*)?$/.test(href));
      expect(got.toSorted(), url).toEqual(wanted.toSorted());
      resolved += got.length;
    }
    expect(resolved).toBe(443);
    const toPlaces = posts.flatMap(({ url }) => linksOf(url)).filter((href) => /^\/.*#/.test(href));
    expect(toPlaces).toHaveLength(4);
  });

  const unresolved = posts.flatMap(({ slug, url, self }) =>
    self.filter(({ target }) => target === null).map(({ href }) => ({ slug, url, href })),
  );
  const toHome = unresolved.filter(({ href }) => new URL(href).pathname === '/');

  it('lead to the home page when they led to the old one', () => {
    expect(toHome).toHaveLength(11);
    const home = posts.flatMap(({ url }) => linksOf(url)).filter((href) => href === '/');
    expect(home).toHaveLength(11);
  });

  it('lead to the tag and the month that they named', () => {
    const links = posts.flatMap(({ url }) => linksOf(url));
    expect(links.filter((href) => href === '/tags/pypi/')).toHaveLength(2);
    expect(links.filter((href) => href === '/2015/06/')).toHaveLength(2);
  });
});
