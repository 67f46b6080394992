/** What every post of the corpus must keep: URL, words and content. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { built } from '../support/build-site.ts';
import { corpusSite, expectations, type Expectation } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import {
  elements,
  hasClass,
  isHeading,
  lineOf,
  onlyWithClass,
  textOf,
  tokensOf,
  withClass,
  type Element,
} from '../support/dom.ts';
import { required } from '../support/required.ts';
import { isSamePicture } from '../support/pictures.ts';

interface BuiltPost {
  readonly slug: string;
  readonly expected: Expectation;
  /** Markdown with front matter, as the blog's owner has it. */
  readonly source: string;
  /** Without the posters of frames, whose words and links are not the post's. */
  readonly body: Element;
  /** How many frames stood in it. */
  readonly frames: number;
}

/** Markdown cut in two in the middle of an address: marked sees a link in `orhttp://`. */
const LINKS_WITHIN_A_WORD: Readonly<Record<string, number>> = { 'gsoc-comes-to-end': 1 };

/** How many links of a post showed their own old address, whose last word is `html`; they show the new one. */
const HTML_OF_OLD_ADDRESSES: Readonly<Record<string, number>> = {
  '2007-psf-accomplishments': 1,
  '2018-in-review': 1,
};

describeWithCorpus('the posts of the corpus', (corpus) => {
  const expected = expectations(corpus);
  const posts: BuiltPost[] = [];
  let files: string[] = [];

  beforeAll(async () => {
    const { output } = built(await corpusSite(corpus));
    files = output.files();
    for (const [slug, expectation] of expected) {
      const body = onlyWithClass(output.page(expectation.url), 'e-content');
      const posters = withClass(body, 'embed');
      for (const poster of posters) poster.children = [];
      // The label that a passage of code gets.
      for (const folded of withClass(body, 'leaked-code')) folded.children.shift();
      posts.push({
        slug,
        expected: expectation,
        source: readFileSync(path.join(corpus, 'psf/posts', slug, 'index.md'), 'utf8'),
        body,
        frames: posters.length,
      });
    }
  });

  /** How many of something each post has, beside how many it should have. */
  function counts(
    count: (post: BuiltPost) => number,
    expectedCount: (post: BuiltPost) => number,
  ): { got: Record<string, number>; wanted: Record<string, number>; total: number } {
    return {
      got: Object.fromEntries(posts.map((post) => [post.slug, count(post)])),
      wanted: Object.fromEntries(posts.map((post) => [post.slug, expectedCount(post)])),
      total: posts.reduce((sum, post) => sum + count(post), 0),
    };
  }

  it('are exactly 733 pages at the expected addresses', () => {
    const pages = files.filter((file) => /^\d{4}\/\d{2}\/[^/]+\/index\.html$/.test(file));
    const addresses = pages.map((file) => `/${file.replace(/index\.html$/, '')}`);
    expect(addresses).toHaveLength(733);
    expect(new Set(addresses)).toEqual(new Set([...expected.values()].map(({ url }) => url)));
    expect(new Set(addresses.map((address) => address.toLowerCase())).size).toBe(733);
  });

  it('keep every word', () => {
    const { got, wanted, total } = counts(
      ({ slug, body }) => tokensOf(textOf(body)).length + (HTML_OF_OLD_ADDRESSES[slug] ?? 0),
      (post) => post.expected.tokens,
    );
    expect(got).toEqual(wanted);
    expect(total).toBe(357_950);
  });

  it('keep words that look like tags', () => {
    const text = (slug: string): string =>
      lineOf(required(posts.find((post) => post.slug === slug)).body);
    const found = posts
      .filter(({ source }) => /(?<!`)<(?:stdin|module)>/.test(source))
      .map(({ slug }) => slug);
    expect(found.length).toBeGreaterThan(0);
    for (const slug of found) expect(text(slug)).toMatch(/<(?:stdin|module)>/);
  });

  it('keep their images', () => {
    const { got, wanted, total } = counts(
      ({ body }) => elements(body, 'img').length,
      (post) => post.expected.images,
    );
    expect(got).toEqual(wanted);
    expect(total).toBe(470);
  });

  it('have each of their images published, pixel for pixel', async () => {
    const { output } = await corpusSite(corpus);
    const local = posts.flatMap(({ slug, body, expected: { url } }) =>
      elements(body, 'img')
        .map((image) => image.attribs['src'] ?? '')
        .filter((src) => src.startsWith('/'))
        .map((src) => ({ slug, url, src })),
    );
    for (const { slug, url, src } of local) {
      expect(src.startsWith(url), src).toBe(true);
      const name = decodeURI(src.slice(url.length));
      const original = readFileSync(path.join(corpus, 'psf/posts', slug, name));
      expect(await isSamePicture(output.bytes(decodeURI(src.slice(1))), original), src).toBe(true);
    }
    expect(local).toHaveLength(444);
  });

  it('have no extra files beside them', () => {
    const strange = files.filter((file) => {
      const [, address = '', name = ''] = /^(\d{4}\/\d{2}\/[^/]+\/)(.+)$/.exec(file) ?? [];
      const slug = address.split('/')[2] ?? '';
      return (
        name !== '' &&
        name !== 'index.html' &&
        !existsSync(path.join(corpus, 'psf/posts', slug, name))
      );
    });
    expect(strange).toEqual([]);
  });

  it('keep every code block', () => {
    const { got, wanted, total } = counts(
      ({ body }) => elements(body, 'pre').length,
      (post) => post.expected.pre,
    );
    expect(got).toEqual(wanted);
    expect(total).toBe(16);
  });

  it('have a placeholder for every embed', () => {
    const { got, wanted, total } = counts(
      ({ frames }) => frames,
      ({ expected: { iframes } }) => iframes,
    );
    expect(got).toEqual(wanted);
    expect(total).toBe(15);
  });

  it('keep every non-empty link', () => {
    const { got, wanted } = counts(
      ({ body }) =>
        elements(body, 'a').filter((link) => !hasClass(link, 'anchor') && !hasClass(link, 'zoom'))
          .length,
      ({ slug, source, expected: { links } }) =>
        links - emptyLinks(source) + (LINKS_WITHIN_A_WORD[slug] ?? 0),
    );
    expect(got).toEqual(wanted);
    expect(posts.reduce((sum, { source }) => sum + emptyLinks(source), 0)).toBe(19);
  });

  it('keep every non-empty heading, below the title', () => {
    const headings = posts.flatMap(({ body }) => elements(body).filter(isHeading));
    expect(headings).toHaveLength(1062);
    expect(headings.filter(({ name }) => name === 'h1')).toEqual([]);
    expect(headings.filter((heading) => /^#?$/.test(lineOf(heading)))).toEqual([]);
  });

  it('show template code as text', () => {
    const withBraces = posts.filter(({ source }) => source.includes('{{'));
    expect(withBraces.length).toBeGreaterThan(0);
    for (const { slug, body } of withBraces) expect(lineOf(body), slug).toContain('{{');
  });
});

/** Links that nobody can see, in the Markdown or HTML of the body. */
function emptyLinks(source: string): number {
  const body = source.replace(/^---\n[^]*?\n---\n/, '');
  return [...body.matchAll(/(?<!!)\[\s*\]\([^)]*\)|<a\s[^>]*>\s*<\/a>/g)].length;
}
