/** A site with `permalink: preserve`. */
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { OutputFolder, buildSite, built, run, type BuiltSite } from '../support/build-site.ts';
import {
  attributes,
  elements,
  hasClass,
  lineOf,
  linkTarget,
  metaContent,
  onlyWithClass,
  textOf,
  type Document,
} from '../support/dom.ts';
import { deadLinks } from '../support/links.ts';
import { startPreview } from '../support/preview.ts';
import { copyProject } from '../support/project-copy.ts';
import { required } from '../support/required.ts';
import { folderWith } from '../support/scratch.ts';
import { childText, parseXml, xmlElements } from '../support/xml.ts';

function post(fields: string, body = 'Words.'): string {
  return `---\ntitle: A post\n${fields}\n---\n\n${body}\n`;
}

const LINKS = `
## Part

[itself](http://garden.blogspot.com/2021/04/hello.html#part)
[mobile](https://garden.blogspot.co.uk/2021/04/hello.html?m=1)
[other case](http://garden.blogspot.com/2021/04/HELLO.HTML)
[other month](http://garden.blogspot.com/2021/05/hello.html)
[root](/2020/01/caf%C3%A9.html)
[same name](/2022/05/hello.html)
[folder](http://garden.blogspot.com/old/place)
[second](http://garden.blogspot.com/p/hello.html)
[beside](../fresh/)
[file](paper.pdf)
`;

function content(site = '') {
  return folderWith({
    'site.yaml': `title: The garden
url: https://garden.example/
legacyHosts: [garden.blogspot.com]
permalink: preserve /:year/:month/:slug.html
${site}`,
    'posts/spring/index.md': post(
      'publishDate: 2021-04-06\nlegacyUrl: [/2021/04/hello.html, /p/hello.html]\nimage: photo.jpg\nimageAlt: Tulips',
      `![](photo.jpg)\n\n<img src="deep/photo.jpg" alt="">\n${LINKS}`,
    ),
    'posts/spring/photo.jpg': 'one',
    'posts/spring/deep/photo.jpg': 'two',
    'posts/spring/paper.pdf': 'three',
    'posts/place/index.md': post(
      'publishDate: 2021-03-06\nlegacyUrl: /old/place',
      '![](photo.jpg)\n\n[hello](../spring/)',
    ),
    'posts/place/photo.jpg': 'four',
    'posts/cafe/index.md': post(
      'publishDate: 2020-01-02\nlegacyUrl: /2020/01/caf%C3%A9.html',
      '![](photo.jpg)',
    ),
    'posts/cafe/photo.jpg': 'five',
    'posts/signs/index.md': post(
      "publishDate: 2020-01-01\nlegacyUrl: '/2020/01/a%27b&(c)%25%7B%7Bd%7D%7D.html'",
    ),
    'posts/script/index.md': post('publishDate: 2019-01-01\nlegacyUrl: /old.php'),
    'posts/fresh/index.md': post('publishDate: 2022-05-06', '![](photo.jpg)'),
    'posts/fresh/photo.jpg': 'six',
    'posts/hello/index.md': post('publishDate: 2022-05-05'),
    'posts/draft/index.md': post(
      'publishDate: 2021-04-07\nlegacyUrl: /2021/04/draft.html\npublished: false',
    ),
    'pages/about.md': '---\ntitle: About\nlegacyUrl: /p/about.html\n---\n\nWords.\n',
  });
}

/** Where the links of a post's text lead, by their text. */
function linksOf(page: Document): Record<string, string | undefined> {
  return Object.fromEntries(
    elements(onlyWithClass(page, 'e-content'), 'a')
      .filter((link) => !hasClass(link, 'anchor'))
      .map((link) => [lineOf(link), link.attribs['href']]),
  );
}

function imagesOf(page: Document): string[] {
  return elements(onlyWithClass(page, 'e-content'), 'img').flatMap(
    ({ attribs }) => attribs['src'] ?? [],
  );
}

describe('a blog that keeps its addresses', () => {
  let site: BuiltSite;
  let page: (address: string) => Document;

  beforeAll(async () => {
    site = built(await buildSite({ content: content() }));
    page = (address) => site.output.page(address);
  });

  it('publishes each post at its first old address, and new posts by the pattern', () => {
    const files = site.output.files().filter((file) => /^(?:\d{4}|old|p)\b/.test(file));
    expect(files).toEqual([
      '2019/01/index.html',
      '2019/01/script.html',
      '2019/index.html',
      "2020/01/a'b&(c)%{{d}}.html",
      '2020/01/caf\u00e9.html',
      '2020/01/caf\u00e9/photo.jpg',
      '2020/01/index.html',
      '2020/index.html',
      '2021/03/index.html',
      '2021/04/hello.html',
      '2021/04/hello/deep/photo.jpg',
      '2021/04/hello/paper.pdf',
      '2021/04/hello/photo.jpg',
      '2021/04/index.html',
      '2021/index.html',
      '2022/05/fresh.html',
      '2022/05/fresh/photo.jpg',
      '2022/05/hello.html',
      '2022/05/index.html',
      '2022/index.html',
      'old.php/index.html',
      'old/place/index.html',
      'old/place/photo.jpg',
      'p/about.html',
      'p/hello.html',
    ]);
  });

  it('redirects other old addresses, pages, and addresses that cannot be pages', () => {
    const targets = site.output
      .stubs()
      .filter(({ file }) => /^(?:p|old)/.test(file))
      .map(({ file, document }) => [file, metaContent(document, 'refresh')]);
    expect(targets).toEqual([
      ['old.php/index.html', '0; url=/2019/01/script.html'],
      ['p/about.html', '0; url=/about/'],
      ['p/hello.html', '0; url=/2021/04/hello.html'],
    ]);
  });

  it('uses that address everywhere', () => {
    const address = 'https://garden.example/2021/04/hello.html';
    const hello = page('/2021/04/hello.html');
    expect(linkTarget(hello, 'canonical')).toBe(address);
    expect(metaContent(hello, 'og:url')).toBe(address);
    expect(elements(hello, 'script').map(textOf).join('')).toContain(`"${address}"`);
    const sitemap = xmlElements(parseXml(site.output.read('sitemap.xml')), 'loc');
    const listed = sitemap.map(({ text }) => text).filter((text) => text.endsWith('.html'));
    expect(listed).toEqual([
      'https://garden.example/2019/01/script.html',
      "https://garden.example/2020/01/a'b&(c)%25%7B%7Bd%7D%7D.html",
      'https://garden.example/2020/01/caf%C3%A9.html',
      address,
      'https://garden.example/2022/05/fresh.html',
      'https://garden.example/2022/05/hello.html',
    ]);
    expect(attributes(page('/2021/04/'), 'href')).toContain('/2021/04/hello.html');
  });

  it('publishes the files of a post in a folder of the same name', () => {
    const hello = page('/2021/04/hello.html');
    expect(imagesOf(hello)).toEqual(['/2021/04/hello/photo.jpg', '/2021/04/hello/deep/photo.jpg']);
    expect(metaContent(hello, 'og:image')).toBe('https://garden.example/2021/04/hello/photo.jpg');
    expect(imagesOf(page('/old/place/'))).toEqual(['/old/place/photo.jpg']);
    expect(imagesOf(page('/2020/01/caf\u00e9.html'))).toEqual(['/2020/01/caf%C3%A9/photo.jpg']);
    expect(site.output.read('2021/04/hello/photo.jpg')).toBe('one');
    expect(site.output.read('2021/04/hello/deep/photo.jpg')).toBe('two');
  });

  it('resolves links to the old blog, however they are written', () => {
    expect(linksOf(page('/2021/04/hello.html'))).toEqual({
      itself: '/2021/04/hello.html#part',
      mobile: '/2021/04/hello.html',
      'other case': '/2021/04/hello.html',
      'other month': '/2021/04/hello.html',
      root: '/2020/01/caf%C3%A9.html',
      'same name': '/2022/05/hello.html',
      folder: '/old/place/',
      second: '/2021/04/hello.html',
      beside: '/2022/05/fresh.html',
      file: '/2021/04/hello/paper.pdf',
    });
    expect(linksOf(page('/old/place/'))).toEqual({ hello: '/2021/04/hello.html' });
    expect(site.stderr).not.toContain('link-legacy-unknown');
    expect(deadLinks(site.output, 'https://garden.example/')).toEqual([]);
  });

  it('uses absolute addresses in feeds', () => {
    const items = xmlElements(parseXml(site.output.read('rss.xml')), 'item');
    expect(items.map((item) => childText(item, 'link'))).toEqual([
      'https://garden.example/2022/05/fresh.html',
      'https://garden.example/2022/05/hello.html',
      'https://garden.example/2021/04/hello.html',
      'https://garden.example/old/place/',
      'https://garden.example/2020/01/caf%C3%A9.html',
      "https://garden.example/2020/01/a'b&(c)%25%7B%7Bd%7D%7D.html",
      'https://garden.example/2019/01/script.html',
    ]);
    const html = required(childText(required(items[2]), 'content:encoded'));
    expect(html).toContain('src="https://garden.example/2021/04/hello/photo.jpg"');
    expect(html).toContain('href="https://garden.example/2021/04/hello/paper.pdf"');
  });
});

it('shows a draft at its old address', async () => {
  const { output } = built(await buildSite({ content: content(), args: ['--drafts'] }));
  expect(output.has('2021/04/draft.html')).toBe(true);
});

it('works below a base path', async () => {
  const url = 'https://garden.example/blog/';
  const { output } = built(await buildSite({ content: content(), args: ['--site-url', url] }));
  const hello = output.page('/2021/04/hello.html');
  expect(linkTarget(hello, 'canonical')).toBe(`${url}2021/04/hello.html`);
  expect(imagesOf(hello)).toContain('/blog/2021/04/hello/photo.jpg');
  expect(linksOf(hello)).toMatchObject({
    itself: '/blog/2021/04/hello.html#part',
    root: '/blog/2020/01/caf%C3%A9.html',
    folder: '/blog/old/place/',
  });
  expect(deadLinks(output, url)).toEqual([]);
});

it('builds the same with Eleventy\u2019s own command', async () => {
  const project = copyProject();
  const own = path.join(project, 'content');
  rmSync(own, { recursive: true });
  cpSync(content(), own, { recursive: true });
  const { exitCode, stderr } = await run(
    'npm',
    ['run', 'eleventy', '--', '--output=theirs', '--quiet'],
    { cwd: project },
  );
  expect(exitCode, stderr).toBe(0);
  const theirs = new OutputFolder(path.join(project, 'theirs'));
  const ours = built(await buildSite({ content: own }));
  expect(theirs.has('2021/04/hello.html')).toBe(true);
  expect(theirs.fingerprint()).toEqual(ours.output.fingerprint());
});

it('serves the same in the preview', async () => {
  const preview = await startPreview({ args: ['--content', content()] });
  try {
    const page = await fetch(`${preview.url}2021/04/hello.html`, { redirect: 'manual' });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('src="/2021/04/hello/photo.jpg"');
    const photo = await fetch(`${preview.url}2021/04/hello/photo.jpg`);
    expect(await photo.text()).toBe('one');
    expect((await fetch(`${preview.url}2020/01/caf%C3%A9.html`)).status).toBe(200);
    const place = await fetch(`${preview.url}old/place`);
    expect(place.url).toBe(`${preview.url}old/place/`);
  } finally {
    await preview.stop();
  }
});

/** What is said of a site that cannot be built. */
async function failure(
  files: Readonly<Record<string, string>>,
  permalink = 'preserve',
): Promise<string> {
  const { exitCode, stderr } = await buildSite({
    content: folderWith({ 'site.yaml': `title: A\npermalink: ${permalink}\n`, ...files }),
  });
  expect(exitCode).toBe(1);
  return stderr;
}

describe('clashing addresses are reported for', () => {
  it('posts whose old addresses differ in letter case', async () => {
    const said = await failure({
      'posts/a/index.md': post('publishDate: 2021-04-02\nlegacyUrl: /2021/04/Hello.html'),
      'posts/b/index.md': post('publishDate: 2021-04-01\nlegacyUrl: /2021/04/hello.html'),
    });
    expect(said).toMatch(/^error address-taken\n.+posts\/b\/index\.md:4:1\n/m);
    expect(said).toContain('The post needs /2021/04/hello.html, but the post of');
    expect(said).toContain('is written to /2021/04/Hello.html, which many file systems');
    expect(said).toMatch(/^1 error\b/m);
  });

  it('a second old address that differs from the first in letter case', async () => {
    const said = await failure({
      'posts/a/index.md': post('publishDate: 2021-04-02\nlegacyUrl: [/a.html, /A.html]'),
    });
    expect(said).toContain('The old address needs /A.html, but the post of');
    expect(said).toMatch(/^1 error\b/m);
  });

  it('a post and the list of its month', async () => {
    const said = await failure({
      'posts/a/index.md': post('publishDate: 2021-04-02\nlegacyUrl: /2021/04'),
    });
    expect(said).toContain(
      'The post needs /2021/04/index.html, but a list of posts of the site itself is written to the same file.',
    );
  });

  it('a file of a post and the list of a month in the same folder', async () => {
    const said = await failure(
      {
        'posts/a/index.md': post(
          'publishDate: 2021-04-02\nlegacyUrl: /2021/04.html',
          '[x](index.html)',
        ),
        'posts/a/index.html': 'A file.',
      },
      'preserve\nattachments: [html]',
    );
    expect(said).toContain(
      'The file index.html needs /2021/04/index.html, but a list of posts of the site itself is written to the same file.',
    );
  });

  it('files of two posts in the same folder', async () => {
    const said = await failure({
      'posts/a/index.md': post('publishDate: 2021-04-02\nlegacyUrl: /place.html', '![](photo.jpg)'),
      'posts/a/photo.jpg': 'one',
      'posts/b/index.md': post('publishDate: 2021-04-01\nlegacyUrl: /place/', '![](photo.jpg)'),
      'posts/b/photo.jpg': 'two',
    });
    expect(said).toContain('The file photo.jpg needs /place/photo.jpg');
    expect(said).toMatch(/^1 error\b/m);
  });
});

describe('a mistake is reported once', () => {
  const redirects = 'redirects:\n  - { from: /x.html, to: /2021/04/hello.html }\n';

  it('in the setting', async () => {
    const said = await failure(
      {
        'posts/a/index.md': post('publishDate: 2021-04-02\nlegacyUrl: /2021/04/hello.html'),
        'redirects.yaml': redirects,
      },
      'perserve',
    );
    expect(said).toContain(
      '`permalink` is "perserve", but a pattern must start with a slash, end with a slash or `.html`',
    );
    expect(said).toMatch(/^1 error\b/m);
  });

  it('in an old address', async () => {
    const said = await failure({
      'posts/a/index.md': post('publishDate: 2021-04-02\nlegacyUrl: //2021/04/hello.html'),
    });
    expect(said).toContain('redirect-source-invalid');
    expect(said).toMatch(/^1 error\b/m);
  });
});
