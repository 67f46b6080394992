/** Authors, tags, dates and lists of the corpus. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import type { OutputFolder } from '../support/build-site.ts';
import { corpusSite, expectations } from '../support/corpus-site.ts';
import { describeWithCorpus } from '../support/describe-with.ts';
import { elements, lineOf, onlyWithClass, withClass, type Document } from '../support/dom.ts';

const FrontMatter = z.object({
  publishDate: z.string(),
  author: z.string(),
  tags: z.array(z.string()).optional(),
});

interface Written {
  readonly slug: string;
  readonly url: string;
  readonly day: string;
  readonly author: string;
  readonly tags: readonly string[];
}

describeWithCorpus('the lists of the corpus', (corpus) => {
  let output: OutputFolder;
  const written: Written[] = [...expectations(corpus)].map(([slug, { url }]) => {
    const source = readFileSync(path.join(corpus, 'psf/posts', slug, 'index.md'), 'utf8');
    const {
      publishDate,
      author,
      tags = [],
    } = FrontMatter.parse(
      load(/^---\n([^]*?)\n---\n/.exec(source)?.[1] ?? '', { schema: CORE_SCHEMA }),
    );
    return { slug, url, day: publishDate, author, tags };
  });
  const newestFirst = written
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
    .toSorted((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0));

  beforeAll(async () => {
    ({ output } = await corpusSite(corpus));
  });

  it('show all posts on the home pages, newest first, then by slug', () => {
    const homePages = ['/', ...Array.from({ length: 36 }, (_, index) => `/page/${index + 2}/`)];
    const listed = homePages.flatMap((address) => postsOn(output.page(address)));
    expect(listed).toEqual(newestFirst.map(({ url }) => url));
    const days = written.map(({ day }) => day);
    expect(
      written.filter(({ day }) => days.indexOf(day) !== days.lastIndexOf(day)).length,
    ).toBeGreaterThanOrEqual(134);
  });

  it('link each post to its neighbours in the same order', () => {
    newestFirst.forEach(({ url }, index) => {
      const page = output.page(url);
      const target = (name: string): string | undefined =>
        withClass(page, name)[0]?.attribs['href'];
      expect(target('newer')).toBe(newestFirst[index - 1]?.url);
      expect(target('older')).toBe(newestFirst[index + 1]?.url);
    });
  });

  it('file each post under its year and month in any time zone of the machine', () => {
    const months = new Set(written.map(({ day }) => `/${day.slice(0, 7).replace('-', '/')}/`));
    const years = new Set(written.map(({ day }) => `/${day.slice(0, 4)}/`));
    expect([months.size, years.size]).toEqual([219, 21]);
    for (const address of [...months, ...years]) {
      expect(postsOn(output.page(address)), address).toEqual(
        newestFirst.filter(({ url }) => url.startsWith(address)).map(({ url }) => url),
      );
    }
    const archive = withClass(output.page('/archive/'), 'days').flatMap((list) =>
      elements(list, 'a'),
    );
    expect(archive.map(({ attribs }) => attribs['href'])).toEqual(
      newestFirst.map(({ url }) => url),
    );
    expect(linksTo(output.page('/archive/'), /^\/\d{4}\/\d{2}\/$/)).toEqual(months);
    expect(linksTo(output.page('/archive/'), /^\/\d{4}\/$/)).toEqual(years);
  });

  it('have a page for each of 157 tags', () => {
    const byTag = groups(
      newestFirst.flatMap((post) => post.tags.map((tag) => [tag, post] as const)),
    );
    const pages = pagesOf(output.page('/tags/'));
    expect(byTag.size).toBe(157);
    expect(new Set(pages.keys())).toEqual(new Set(byTag.keys()));
    for (const [tag, address] of pages) {
      expect(new Set(postsOn(output.page(address))), tag).toEqual(
        new Set(byTag.get(tag)?.map(({ url }) => url)),
      );
    }
    expect(pages.get('micro:bit')).not.toBe(pages.get('microbit'));
    expect(pages.has('micro:bit') && pages.has('microbit')).toBe(true);
  });

  it('have a page for each author except the anonymous one', () => {
    const byAuthor = groups(newestFirst.map((post) => [post.author, post] as const));
    expect(byAuthor.size).toBe(53);
    expect(byAuthor.get('Unknown')).toHaveLength(113);
    byAuthor.delete('Unknown');
    const pages = pagesOf(output.page('/authors/'));
    expect(new Set(pages.keys())).toEqual(new Set(byAuthor.keys()));
    for (const [author, address] of pages) {
      expect(postsOn(output.page(address)), author).toEqual(
        byAuthor.get(author)?.map(({ url }) => url),
      );
    }
    expect(output.has('authors/unknown')).toBe(false);
    // Every file of the corpus's authors is one of the names, matched by what is in it.
    expect(readdirSync(path.join(corpus, 'psf/authors')).length).toBe(53);
  });

  it('show the author of each post, unless anonymous', () => {
    for (const { url, author } of written) {
      const names = withClass(output.page(url), 'p-author').map(lineOf);
      expect(names, url).toEqual(author === 'Unknown' ? [] : [author]);
      expect(withClass(output.page(url), 'byline'), url).toHaveLength(names.length);
    }
  });

  it('show an update only when the date differs', () => {
    const updated = written.filter(
      ({ url }) => withClass(output.page(url), 'dt-updated').length > 0,
    );
    expect(updated).toHaveLength(733 - 576);
  });

  it('show the date as written', () => {
    for (const { url, day } of written) {
      const date = onlyWithClass(onlyWithClass(output.page(url), 'post'), 'dt-published');
      expect(date.attribs['datetime']).toBe(day);
    }
  });
});

/** The posts that a list names, in its order. */
function postsOn(page: Document): string[] {
  return elements(page, 'main')
    .flatMap((main) => withClass(main, 'h-entry'))
    .flatMap((entry) => withClass(entry, 'u-url').slice(0, 1))
    .map((link) => link.attribs['href'] ?? '');
}

/** Name to address, as an index of tags or authors has them. */
function pagesOf(page: Document): Map<string, string> {
  return new Map(
    withClass(page, 'counted-list')
      .flatMap((list) => elements(list, 'a'))
      .map((link) => [lineOf(link), link.attribs['href'] ?? '']),
  );
}

function linksTo(page: Document, shape: RegExp): Set<string> {
  return new Set(
    elements(page, 'a')
      .map((link) => link.attribs['href'] ?? '')
      .filter((href) => shape.test(href)),
  );
}

function groups<Value>(pairs: readonly (readonly [string, Value])[]): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const [key, value] of pairs) found.set(key, [...(found.get(key) ?? []), value]);
  return found;
}
