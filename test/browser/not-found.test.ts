/** The 404 page in Chromium. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHROMIUM, launchChromium } from '../support/chromium.ts';
import { z } from 'zod';
import { buildSite, built, type OutputFolder } from '../support/build-site.ts';
import { corpusSite } from '../support/corpus-site.ts';
import { describeWith, describeWithCorpus } from '../support/describe-with.ts';
import { linkTarget } from '../support/dom.ts';
import { startPreview } from '../support/preview.ts';
import { folderWith } from '../support/scratch.ts';
import { moved, serve, type Reply, type TestServer } from '../verify/server.ts';

const BASE = '/blog';
const POLICY =
  "default-src 'none'; script-src 'self'; img-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'";

function post(title: string, date: string, more = '', text = 'Words.'): string {
  return `---\ntitle: ${title}\npublishDate: ${date}\n${more}---\n\n${text}\n`;
}

const CONTENT = {
  'site.yaml': `title: Garden\nurl: https://example.org${BASE}/\nlegacy: blogger\n`,
  'posts/roses/index.md': post('Roses in winter', '2024-03-10', 'tags: [Red]\n'),
  'posts/bulbs/index.md': post(
    'Planting bulbs',
    '2023-10-01',
    'legacyUrl: /2020/01/Old_1.html\n',
    'Words about bulbs.',
  ),
  'posts/rose-1/index.md': post('Ros\u00e9', '2021-09-01', 'slug: ros\u00e9\n'),
  'posts/rose-2/index.md': post('Ros\u00eb', '2021-09-02', 'slug: ros\u00eb\n'),
  'posts/cafe/index.md': post(
    'The caf\u00e9 in the garden',
    '2022-05-01',
    'slug: caf\u00e9\nlegacyUrl: ["/2020/02/caf\u00e9-au-jardin.html", "/stra\u00dfe/index.php"]\n',
  ),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((day) => [
      `posts/harvest-${day}/index.md`,
      post(`Harvest diary, day ${day}`, `2021-08-0${day}`),
    ]),
  ),
  'pages/about.md': '---\ntitle: About\n---\n\nWords.\n',
  'redirects.yaml':
    "redirects:\n  - { from: '/notes/:name.php', to: '/:name/' }\n  - { from: '/r\u00e9sum\u00e9/:name.php', to: '/:name/' }\n",
};

function launch(executablePath: string): Promise<Browser> {
  return launchChromium(executablePath);
}

/** Where the parts stand that are there from the start. */
function placesOf(page: Page): Promise<unknown> {
  const parts = ['h1', '.lead', '.ways-on'];
  return Promise.all(parts.map((part) => page.locator(part).boundingBox()));
}

/** What a screen reader reads out. */
function answer(page: Page): Promise<string> {
  return page.locator('.nearby').ariaSnapshot();
}

function suggestions(page: Page): Promise<string[]> {
  return page.locator('.nearby li a').allTextContents();
}

function json(value: unknown): () => Reply {
  return () => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
}

describeWith(CHROMIUM, 'the 404 page', (program) => {
  let browser: Browser;
  let output: OutputFolder;

  beforeAll(async () => {
    ({ output } = built(await buildSite({ content: folderWith(CONTENT) })));
    browser = await launch(program);
  });

  afterAll(async () => {
    await browser?.close();
  });

  const host = (): Promise<TestServer> => serve(output.path, {}, BASE);

  /** The page with what its script has found. */
  async function open(url: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(url);
    await page.locator('.nearby h2').waitFor();
    return page;
  }

  /** The page as it stays when its script finds nothing, or may not run. */
  async function openQuiet(url: string, javaScriptEnabled = true): Promise<Page> {
    const page = await browser.newPage({ javaScriptEnabled });
    await page.goto(url, { waitUntil: 'networkidle' });
    return page;
  }

  it.each([
    ['2020/01/OLD_1.HTML', '2023/10/bulbs/'],
    ['2020/01/old_1.html?m=1#end', '2023/10/bulbs/?m=1#end'],
    ['2020/01/%4Fld%5F1.html/', '2023/10/bulbs/'],
    ['2020//01/OLD_1.html', '2023/10/bulbs/'],
    ['2020/01/Old_1', '2023/10/bulbs/'],
    ['2020/01/Old_1.html).', '2023/10/bulbs/'],
    ['2023/10/Bulbs/index.html', '2023/10/bulbs/'],
    ['2023/10/bulbs.html', '2023/10/bulbs/'],
    ['2023/10/b%C3%BClbs/', '2023/10/bulbs/'],
    ['2020/02/Caf%C3%89-au-jardin.html', '2022/05/caf%C3%A9/'],
    ['2020/02/cafe%CC%81-au-jardin.html', '2022/05/caf%C3%A9/'],
    ['2020/02/CAFE-au-jardin', '2022/05/caf%C3%A9/'],
    ['2022/05/cafe.html', '2022/05/caf%C3%A9/'],
    ['STRASSE/Index.php', '2022/05/caf%C3%A9/'],
    ['Stra%C3%9Fe', '2022/05/caf%C3%A9/'],
    ['Re%CC%81sum%C3%89/about.php', 'about/'],
    ['2024_03_17_archive.html', '2024/03/'],
    ['search/label/RED', 'tags/red/'],
    ['Notes/About.php', 'about/'],
    ['SEARCH/?q=roses', 'search/?q=roses'],
  ])('leads from %s to %s', async (address, expected) => {
    const { url } = await host();
    const page = await browser.newPage();
    await page.goto(url);
    await page.goto(url + address);
    await page.waitForURL(url + expected);
    // As if the misspelt address had never been asked for.
    await page.goBack();
    expect(page.url()).toBe(url);
    await page.close();
  });

  it('says where the page is before it opens', async () => {
    const { url } = await host();
    const page = await browser.newPage();
    await page.addInitScript(`addEventListener('pagehide', () => {
      const { textContent, firstElementChild } = document.querySelector('.nearby ul');
      const told = document.querySelector('.nearby h2 + p').textContent;
      const { pathname } = firstElementChild.querySelector('a');
      sessionStorage.setItem('told', [told, textContent, pathname].join(' | '));
    })`);
    await page.goto(`${url}2020/01/old_1.HTML`);
    await page.waitForURL(`${url}2023/10/bulbs/`);
    expect(await page.evaluate(`sessionStorage.getItem('told')`)).toBe(
      'What you were looking for is here now, and opens by itself: | Planting bulbs/blog/2023/10/bulbs/ | /blog/2023/10/bulbs/',
    );
    await page.close();
  });

  it.each([
    ['is missing too', '/blog/2023/10/bulbs/', undefined],
    ['redirects to what is missing', '/blog/2023/10/bulbs/', '/blog/2023/10/bulbs'],
    ['redirects to another site', '/blog/2023/10/bulbs/', 'http://localhost:1/'],
  ])('stays where it is if the page %s', async (_what, path, to) => {
    const missing = (): Reply => ({
      status: 404,
      headers: { 'content-type': 'text/html' },
      body: output.read('404.html'),
    });
    const { url } = await serve(
      output.path,
      {
        [path]: to === undefined ? missing : () => moved(to),
        [path.slice(0, -1)]: missing,
      },
      BASE,
    );
    const page = await open(`${url}2023/10/BULBS/`);
    expect(page.url()).toBe(`${url}2023/10/BULBS/`);
    expect(await suggestions(page)).toEqual(['Planting bulbs', 'October 2023']);
    await page.close();
  });

  it('does not lead in circles on a host that answers with status 200', async () => {
    const content = output.read('404.html');
    const page404 = (): Reply => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: content,
    });
    const { url, asked } = await serve(output.path, { '/blog/2023/10/bulbs/': page404 }, BASE);
    const page = await open(`${url}2023/10/bulbs/`);
    expect(await suggestions(page)).toEqual(['Planting bulbs', 'October 2023']);
    // The page, whether it is there, and what it is about.
    expect(asked.get('/blog/2023/10/bulbs/')).toBe(3);
    await page.close();
  });

  it('does not choose between pages that differ in their diacritics only', async () => {
    const { url } = await host();
    const page = await open(`${url}2021/09/rose.html`);
    expect(page.url()).toBe(`${url}2021/09/rose.html`);
    expect((await suggestions(page)).toSorted()).toEqual(
      ['Ros\u00e9', 'Ros\u00eb', 'September 2021'].toSorted(),
    );
    await page.close();
  });

  it('says what the pages that it suggests are about', async () => {
    const { url } = await host();
    const page = await open(`${url}2023/10/plantnig-blubs`);
    expect(await page.locator('.nearby .excerpt').allTextContents()).toEqual([
      'Words about bulbs.',
      'Posts of October 2023 on Garden.',
    ]);
    expect(await page.locator('.nearby .excerpt').first().getAttribute('lang')).toBe('en');
    await page.close();
  });

  it.each([
    ['a misspelt name', '2023/10/plantnig-blubs', ['Planting bulbs', 'October 2023']],
    ['another month', '2019/01/roses-winter.html', ['Roses in winter']],
    ['an address that was cut off', '2024/03/roses-in-wint', ['Roses in winter', 'March 2024']],
    ['accents', 'Th%C3%A9-Cafe-Gard%C3%A9n/', ['The caf\u00e9 in the garden']],
    ['a list', 'tags/rad-roses/', ['Roses in winter', 'Tags']],
  ])('suggests pages similar to %s', async (_what, address, expected) => {
    const { url } = await host();
    const page = await open(url + address);
    expect(await suggestions(page)).toEqual(expected);
    expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe(
      'Perhaps one of these',
    );
    await page.close();
  });

  it('suggests at most five pages, best first, then newest', async () => {
    const { url } = await host();
    const page = await open(`${url}harvest-diary-3`);
    expect(await suggestions(page)).toEqual(
      [3, 6, 5, 4, 2].map((day) => `Harvest diary, day ${day}`),
    );
    await page.close();
  });

  it.each([
    ['2020/03/growing-roses_at%20home.html', '?q=growing+roses+at+home'],
    ['caf%C3%A9/2024/', '?q=caf%C3%A9'],
    ['2020/03/', ''],
    ['2020/03/100%25-sure', '?q=100+sure'],
  ])('prefills the search with the words of %s', async (address, query) => {
    const { url } = await host();
    const page = await openQuiet(url + address);
    const way = page.getByRole('link', { name: 'Search', exact: true }).last();
    const { pathname, search } = new URL((await way.getAttribute('href')) ?? '', url);
    expect(pathname + search).toBe(`/blog/search/${query}`);
    await page.close();
  });

  it('suggests nothing when nothing is similar', async () => {
    const { url } = await host();
    for (const address of ['qwertz/asdf', '404.html', '2019/']) {
      const page = await openQuiet(url + address);
      expect(await answer(page), address).toBe('');
      expect(await page.getByRole('heading').allTextContents()).toEqual(['Page not found']);
      await page.close();
    }
  });

  it('works without JavaScript', async () => {
    const { url } = await host();
    const page = await openQuiet(`${url}2020/01/OLD_1.html`, false);
    expect(await answer(page)).toBe('');
    const links = page.locator('.ways-on a');
    expect(await links.allTextContents()).toEqual([
      'Search',
      'All posts by date',
      'All tags',
      'Home',
    ]);
    for (const path of ['search/', 'archive/', 'tags/', '']) {
      await page.locator(`.ways-on a[href="${BASE}/${path}"]`).click();
      expect(page.url()).toBe(url + path);
      expect(await page.locator('h1').count()).toBe(1);
      await page.goBack();
    }
    await page.close();
  });

  it('does not shift the page when suggestions appear', async () => {
    const { url } = await host();
    const still = await openQuiet(`${url}roses`, false);
    const lively = await open(`${url}roses`);
    expect(await suggestions(lively)).toHaveLength(1);
    expect(await placesOf(lively)).toEqual(await placesOf(still));
    await still.close();
    await lively.close();
  });

  it('announces suggestions to screen readers and keeps the focus', async () => {
    const { url } = await host();
    const page = await open(`${url}roses`);
    expect(await page.locator('.nearby').getAttribute('aria-live')).toBe('polite');
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
    expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
    await page.close();
  });

  it('works under the security policy of the site', async () => {
    const { url } = await host();
    const page = await browser.newPage();
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text());
    });
    await page.route('**/Roses-in-Winter', async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'content-security-policy': POLICY };
      await route.fulfill({ response, headers });
    });
    await page.goto(`${url}Roses-in-Winter`, { waitUntil: 'networkidle' });
    expect(await suggestions(page)).toEqual(['Roses in winter']);
    expect(refused).toEqual([]);
    await page.close();
  });

  it('is the only page that loads the 404 index', async () => {
    const { url, asked } = await host();
    const page = await openQuiet(url);
    expect(asked.get(`${BASE}/addresses.json`)).toBe(undefined);
    await page.goto(`${url}nothing`, { waitUntil: 'networkidle' });
    expect(asked.get(`${BASE}/addresses.json`)).toBe(1);
    await page.close();
  });

  it('reads the part of a large site that has the address, and manages without', async () => {
    const { url, asked } = await serve(
      output.path,
      {
        '/blog/addresses.json': json({
          pages: [
            ['/2023/10/', 'October 2023'],
            ['/tags/red/', 'Red'],
          ],
          redirects: [],
          patterns: [['^/label/([^/]+?)/?$', '/2023/10/$1/']],
          parts: [
            ['b', 'hashed/addresses.b.json'],
            ['r', 'hashed/addresses.r.json'],
          ],
        }),
        '/blog/hashed/addresses.b.json': json({
          pages: [['/2023/10/bulbs/', 'Planting bulbs']],
          redirects: [['/2020/01/blubs.html', 0]],
        }),
      },
      BASE,
    );
    for (const address of ['2023/10/BULBS.html', '2020/01/Blubs', 'label/Bulbs']) {
      const page = await browser.newPage();
      await page.goto(url + address);
      await page.waitForURL(`${url}2023/10/bulbs/`);
      await page.close();
    }
    expect(asked.get('/blog/hashed/addresses.r.json')).toBe(undefined);

    const page = await open(`${url}2023/10/red`);
    expect(await suggestions(page)).toEqual(['Red', 'October 2023']);
    expect(asked.get('/blog/hashed/addresses.r.json')).toBe(1);
    await page.close();
  });

  it('works in the preview', async () => {
    const preview = await startPreview({ args: ['--content', folderWith(CONTENT)] });
    try {
      const page = await browser.newPage();
      await page.goto(`${preview.url}2024_03_17_archive.html`);
      await page.waitForURL(`${preview.url}2024/03/`);
      expect(await page.locator('h1').textContent()).toBe('March 2024');
      await page.close();
    } finally {
      await preview.stop();
    }
  });
});

describeWithCorpus('old addresses of the corpus', (corpus) => {
  describeWith(CHROMIUM, 'in Chromium', (program) => {
    it('are found in upper case', async () => {
      const { output } = await corpusSite(corpus);
      const { url } = await serve(output.path);
      const old = output.stubs().map(({ file }) => `/${file}`);
      expect(old.length).toBeGreaterThan(1100);
      const browser = await launch(program);
      try {
        const page = await browser.newPage();
        await page.goto(url);
        const found = await page.evaluate(`(async () => {
          const { NotFoundIndex } = await import('/js/not-found-index.js');
          const book = new NotFoundIndex(await (await fetch('/addresses.json')).json());
          return ${JSON.stringify(old)}.map((path) => book.find(path.toUpperCase())?.path ?? null);
        })()`);
        const targets = output
          .stubs()
          .map(({ document }) =>
            linkTarget(document, 'canonical')?.replace('https://blog.example.org', ''),
          );
        expect(z.array(z.string().nullable()).parse(found)).toEqual(targets);
      } finally {
        await browser.close();
      }
    });
  });
});
