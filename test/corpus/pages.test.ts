/** Properties of every page of the corpus. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { OutputFolder, OutputPage } from '../support/build-site.ts';
import { corpusSite, expectations } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import { attributes, elements, isDataBlock, isHeading } from '../support/dom.ts';

/** What a template prints when it was given the wrong thing. */
const MISHAPS = ['&amp;#39;', '[object Object]', 'undefined', 'Invalid Date', 'NaN', '[object '];

describeWithCorpus('the pages of the corpus', (corpus) => {
  const expected = expectations(corpus);
  let output: OutputFolder;
  let pages: OutputPage[];

  beforeAll(async () => {
    ({ output } = await corpusSite(corpus));
    pages = output.pages();
  });

  it('exist for every post, list and page', () => {
    const files = pages.map(({ file }) => file);
    const count = (shape: RegExp): number => files.filter((file) => shape.test(file)).length;
    expect(count(/^index\.html$/)).toBe(1);
    expect(count(/^page\/\d+\/index\.html$/)).toBe(Math.ceil(733 / 20) - 1);
    expect(count(/^\d{4}\/index\.html$/)).toBe(21);
    expect(count(/^\d{4}\/\d{2}\/index\.html$/)).toBe(219);
    expect(count(/^\d{4}\/\d{2}\/[^/]+\/index\.html$/)).toBe(733);
    expect(count(/^tags\/[^/]+\/index\.html$/)).toBe(157);
    expect(count(/^authors\/[^/]+\/index\.html$/)).toBe(52);
    expect(count(/^(?:tags|authors|archive|subscribe|search)\/index\.html$/)).toBe(5);
    expect(count(/^404\.html$/)).toBe(1);
    expect(files).toHaveLength(1 + 36 + 21 + 219 + 733 + 157 + 52 + 5 + 1);
  });

  it('have exactly one non-empty h1', () => {
    const wrong = pages.filter(({ document }) => {
      const [title, ...others] = elements(document, 'h1');
      return title === undefined || title.children.length === 0 || others.length > 0;
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('never skip a heading level', () => {
    const wrong = pages.filter(({ document }) => {
      const levels = elements(document)
        .filter(isHeading)
        .map(({ name }) => Number(name.slice(1)));
      return levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1);
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('have unique, non-empty ids', () => {
    const wrong = pages.filter(({ document }) => {
      const ids = attributes(document, 'id');
      return new Set(ids).size < ids.length || ids.some((id) => id === '' || /\s/.test(id));
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('show no template mistakes such as undefined', () => {
    const sources = new Map(
      [...expected].map(([slug, { url }]) => [
        `${url.slice(1)}index.html`,
        readFileSync(path.join(corpus, 'psf/posts', slug, 'index.md'), 'utf8'),
      ]),
    );
    const all = [...sources.values()].join('\n');
    // A feed holds the words of many posts.
    const written = (file: string): string =>
      sources.get(file) ?? (file.endsWith('.xml') ? all : '');
    const text = output.files().filter((file) => /\.(?:html|xml|txt|css)$/.test(file));
    const found = text.flatMap((file) => {
      const content = output.read(file);
      return MISHAPS.filter(
        (mishap) =>
          // A post may say such a thing itself, once for each time its author wrote it.
          occurrences(content, mishap) > occurrences(written(file), mishap),
      ).map((mishap) => `${mishap} in ${file}`);
    });
    expect(text.length).toBeGreaterThan(1900);
    expect(found).toEqual([]);
  });

  it('request only post images from other sites, and have no inline script or style', () => {
    const own = pages.flatMap(({ file, document }) => [
      ...elements(document, 'link', 'script')
        .flatMap(({ attribs }) =>
          attribs['rel'] === 'canonical' ? [] : [attribs['href'] ?? attribs['src']],
        )
        .filter((address) => address !== undefined && !/^\/(?!\/)/.test(address))
        .map((address) => `${address} in ${file}`),
      ...elements(document)
        .filter((element) => {
          const { name, attribs } = element;
          const isInline = name === 'script' && attribs['src'] === undefined;
          return (
            attribs['style'] !== undefined ||
            name === 'style' ||
            (isInline && !isDataBlock(element))
          );
        })
        .map(({ name }) => `${name} in ${file}`),
    ]);
    expect(own).toEqual([]);
  });
});

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}
