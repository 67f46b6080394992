/** Redirects of every old URL of the corpus. */
import { beforeAll, expect, it } from 'vitest';
import type { OutputFolder, OutputPage } from '../support/build-site.ts';
import { corpusSite, expectations } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import { elements, lineOf, linkTarget, metaContent } from '../support/dom.ts';
import { required } from '../support/required.ts';

const SITE = 'https://blog.example.org';

/** Stubs that no post asks for. */
const OF_BLOGGER = /^\/(?:\d{4}_\d\d_01_archive\.html$|search\/)/;

describeWithCorpus('the redirects of the corpus', (corpus) => {
  const expected = [...expectations(corpus).values()];
  let output: OutputFolder;
  let stubs: OutputPage[];

  beforeAll(async () => {
    ({ output } = await corpusSite(corpus));
    stubs = output.stubs();
  });

  it('have one file for each old address, in its letter case', () => {
    const all = stubs.map(({ file }) => `/${file}`);
    const files = all.filter((file) => !OF_BLOGGER.test(file));
    expect(files).toHaveLength(733);
    expect(all.filter((file) => file.includes('archive.html'))).toHaveLength(219);
    expect(all.filter((file) => file.startsWith('/search/label/'))).toHaveLength(157);
    expect(new Set(files)).toEqual(new Set(expected.map(({ legacyUrl }) => legacyUrl)));
    expect(files.filter((file) => file !== file.toLowerCase())).toHaveLength(2);
  });

  it('use a refresh, a canonical link and a visible link', () => {
    for (const { url, legacyUrl } of expected) {
      const page = output.page(legacyUrl);
      expect(metaContent(page, 'refresh')).toBe(`0; url=${url}`);
      expect(linkTarget(page, 'canonical')).toBe(SITE + url);
      const links = elements(page, 'a');
      expect(links.map(({ attribs }) => attribs['href'])).toEqual([url]);
      const title = titleOf(output, url);
      expect(links.map(lineOf)).toEqual([title]);
      expect(elements(page, 'title').map(lineOf)).toEqual([title]);
    }
  });

  it('differ in address and title alone', () => {
    const shapes = new Set(
      expected.map(({ url, legacyUrl }) => {
        const html = output.read(legacyUrl.slice(1));
        const [, title = ''] = required(/<title>(.*)<\/title>/.exec(html) ?? undefined);
        return html.replaceAll(title, 'TITLE').replaceAll(url, 'ADDRESS');
      }),
    );
    expect(shapes.size).toBe(1);
  });

  it('declare doctype, language and encoding', () => {
    for (const { legacyUrl } of expected) {
      const html = output.read(legacyUrl.slice(1));
      const page = output.page(legacyUrl);
      expect(html.startsWith('<!DOCTYPE html>')).toBe(true);
      expect(elements(page, 'html').map(({ attribs }) => attribs['lang'])).toEqual(['en']);
      expect(elements(page, 'meta')[0]?.attribs['charset']).toBe('utf-8');
    }
  });

  it('are open to search engines', () => {
    for (const { file } of stubs) expect(output.read(file)).not.toMatch(/noindex/i);
  });

  it('point to addresses with a trailing slash, so that no host redirects twice', () => {
    for (const { document } of stubs) expect(metaContent(document, 'refresh')).toMatch(/\/$/);
  });

  it('do not derive the post from its slug', () => {
    const others = {
      '/2022/05/the-2022-python-language-summit-python.html':
        '/2022/05/the-2022-python-language-summit-python-2/',
      '/2023/05/the-python-language-summit-2023.html':
        '/2023/05/the-python-language-summit-2023-2/',
    };
    for (const [from, to] of Object.entries(others)) {
      expect(metaContent(output.page(from), 'refresh')).toBe(`0; url=${to}`);
    }
    const renamed = expected.filter(({ url, legacyUrl }) => slugOf(url) !== slugOf(legacyUrl));
    const moved = expected.filter(({ url, legacyUrl }) => monthOf(url) !== monthOf(legacyUrl));
    expect(renamed).toHaveLength(65);
    expect(moved).toHaveLength(19);
  });
});

function slugOf(address: string): string {
  return address.split('/')[3]?.replace('.html', '') ?? '';
}

function monthOf(address: string): string {
  return address.slice(0, 8);
}

function titleOf(output: OutputFolder, url: string): string {
  return lineOf(required(elements(output.page(url), 'h1')[0]));
}
