/** Hugo's templates for equal work: they write what Perennial writes. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { temporaryFolder, writeFiles } from '../support/scratch.ts';
import { parseXml } from '../support/xml.ts';
import { makeCorpus } from './make-corpus.ts';

const POST = `---
title: Roses & "thorns"
publishDate: 2021-04-06
author: Ada
tags: [flowers]
legacyUrl: /2021/03/roses.html
---

## Red

Words & more.
`;

describeWith(['hugo'], 'Hugo on equal work', (hugo) => {
  const folder = temporaryFolder();
  const read = (name: string): string => readFileSync(path.join(folder, 'site', name), 'utf8');

  beforeAll(() => {
    writeFiles(folder, { 'source/posts/roses/index.md': POST });
    makeCorpus(path.join(folder, 'source'), 30, 'hugo-equal', path.join(folder, 'blog'));
    const folders = ['--source', path.join(folder, 'blog'), '--destination', `${folder}/site`];
    execFileSync(hugo, ['--quiet', ...folders]);
  });

  it.each(['atom.xml', 'tags/flowers/atom.xml', 'authors/ada/atom.xml'])(
    'writes the full texts of 25 posts to %s',
    (name) => {
      const entries = parseXml(read(name)).children.filter((child) => child.name === 'entry');
      expect(entries).toHaveLength(25);
      for (const entry of entries)
        expect(entry.children.find((child) => child.name === 'content')?.text).toContain(
          '<p>Words &amp; more.</p>',
        );
    },
  );

  it('writes the same posts as RSS and JSON Feed for the site', () => {
    expect(() => parseXml(read('rss.xml'))).not.toThrow();
    expect(read('rss.xml').match(/<content:encoded>/g)).toHaveLength(25);
    expect(JSON.parse(read('feed.json'))).toMatchObject({
      items: Array.from({ length: 25 }, () => ({
        content_html: expect.stringContaining('<p>Words &amp; more.</p>'),
      })),
    });
  });

  it('shows contents, related posts, structured data and Open Graph in a post', () => {
    const page = read('2021/04/roses/index.html');
    expect(page).toContain('<a href="#red">Red</a>');
    expect(page.split('Related posts')[1]?.split('</ul>')[0]?.match(/<li>/g)).toHaveLength(3);
    const data = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)];
    expect(data.map(([, json = '']) => JSON.parse(json))).toMatchObject([
      { '@type': 'BlogPosting', headline: 'Roses & "thorns"', author: [{ name: 'Ada' }] },
      { '@type': 'BreadcrumbList', itemListElement: [{}, {}, {}, {}] },
    ]);
    expect(page).toContain('<meta property="og:type" content="article">');
  });

  it('writes lists, redirects, the sitemap and robots.txt', () => {
    const files = ['page/2', 'posts', 'tags', 'authors', 'years/2021', 'months/2021-04']
      .map((name) => `${name}/index.html`)
      .concat('2021/03/roses.html', '404.html', 'sitemap.xml', 'robots.txt');
    expect(files.filter((name) => !existsSync(path.join(folder, 'site', name)))).toEqual([]);
    expect(existsSync(path.join(folder, 'site/years/2021/atom.xml'))).toBe(false);
  });
});
