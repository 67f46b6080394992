/** Links of the corpus to its own old address stay on the site. */
import { beforeAll, expect, it } from 'vitest';
import type { OutputFolder } from '../support/build-site.ts';
import { corpusSite, expectations } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import { elements, hasClass, onlyWithClass } from '../support/dom.ts';

describeWithCorpus('links of the corpus to its old address', (corpus) => {
  const posts = [...expectations(corpus).values()];
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

  it('stay as written where no post stands now', () => {
    const unresolved = posts.flatMap(({ url, self }) =>
      self.filter(({ target }) => target === null).map(({ href }) => ({ url, href })),
    );
    expect(unresolved).toHaveLength(16);
    for (const { url, href } of unresolved) expect(linksOf(url)).toContain(href);
  });
});
