/** Search in Chromium, under a host's security policy. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { buildSite, built } from '../support/build-site.ts';
import { CHROMIUM, launchChromium } from '../support/chromium.ts';
import { photograph } from '../support/pictures.ts';
import { corpusSite } from '../support/corpus-site.ts';
import { describeWith, describeWithCorpus } from '../support/describe-with.ts';
import { HEADERS_HOST } from '../support/hosted-site.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';
import { serve } from '../verify/server.ts';
import { newVisitor } from './visit.ts';
import { Visitor } from './visitor.ts';

function post(title: string, date: string, text: string, more = ''): string {
  return `---\ntitle: ${title}\npublishDate: ${date}\n${more}---\n\n${text}\n`;
}

const CONTENT = {
  'site.yaml': `title: Garden\nurl: https://example.org/\nhost: ${HEADERS_HOST}\n`,
  'posts/roses/index.md': post(
    'Roses in winter',
    '2024-03-10',
    '![](rose.jpg)\n\nA ladybird sleeps under the leaves. Write `<b>bold</b> & <script>alert(1)</script>` in code.',
    'tags: [Red]\nauthor: Rosa\n',
  ),
  'posts/roses/rose.jpg': await photograph(640, 480),
  'posts/bulbs/index.md': post(
    'Planting bulbs',
    '2023-10-01',
    'The ladybird has gone. See bed Q.',
    'tags: [Red, Autumn]\nauthor: Ann\n',
  ),
  'posts/tee/index.md': post('Tee', '2022-05-01', 'Der Marienkäfer schläft.', 'language: de\n'),
  ...Object.fromEntries(
    Array.from({ length: 20 }, (_, day) => [
      `posts/diary-${day}/index.md`,
      post(`Diary ${day}`, '2021-08-01', `Harvest of day ${day}.`, 'author: Ann\n'),
    ]),
  ),
};

const JAPANESE = {
  'site.yaml': `title: 庭\nurl: https://example.org/\nlanguage: ja\nhost: ${HEADERS_HOST}\n`,
  'posts/a/index.md': post('春の庭', '2024-03-10', '東京都に住んでいる友人が桜を見に来ました。'),
  'posts/b/index.md': post('秋の庭', '2023-10-01', '京都の紅葉は美しい。'),
  'posts/c/index.md': post(
    'Größere Gärten',
    '2022-10-01',
    'Hinter der Straße beginnt ein Park in Zürich, in dem Kinder Äpfel suchen.',
    'language: de\n',
  ),
  'posts/d/index.md': post(
    'حديقة',
    '2021-10-01',
    'زَرَعَ الجَارُ شجرةً كبيرة قرب المدرسة.',
    'language: ar\n',
  ),
  'posts/e/index.md': post('Sørens have', '2020-10-01', 'Łukasz besøger Søren.', 'language: da\n'),
  'posts/f/index.md': post('园丁', '2019-10-01', '他们在图书馆里读书。'),
};

const FAILED = 'The search could not be loaded. Please try again later.';

/** The dialog, open and with its filters. */
async function openBy(page: Page, press: () => Promise<void>): Promise<void> {
  await press();
  await page.locator('dialog[open] option').nth(4).waitFor({ state: 'attached' });
}

function byKey(page: Page, key: string): Promise<void> {
  return openBy(page, () => page.keyboard.press(key));
}

async function titles(page: Page): Promise<string[]> {
  return page.locator('.search li a').allTextContents();
}

async function told(page: Page, text: string): Promise<void> {
  await page.locator('.search output').getByText(text, { exact: true }).waitFor();
}

function focused(page: Page): Promise<unknown> {
  return page.evaluate(`(({ className, tagName, textContent }) =>
    className || (tagName === 'A' ? textContent : tagName))(document.activeElement)`);
}

describeWith(CHROMIUM, 'the search', (program) => {
  const visitor = new Visitor(program, () => buildSite({ content: folderWith(CONTENT) }));

  it.each(['/', 'Control+k', 'Meta+k'])(
    'opens with %s, and Escape restores the focus',
    async (key) => {
      const visit = await visitor.open('/2024/03/roses/');
      const { page } = visit;
      await page.locator('.tag-list a, .p-category').first().focus();
      const before = await page.evaluate('document.activeElement.href');
      await byKey(page, key);
      expect(await page.evaluate('document.activeElement.type')).toBe('search');
      expect(await page.getByRole('dialog', { name: 'Search' }).isVisible()).toBe(true);
      await page.keyboard.type('lady');
      await page.keyboard.press('Escape');
      expect(await page.locator('dialog[open]').count()).toBe(0);
      expect(await page.evaluate('document.activeElement.href')).toBe(before);
      expect(await visit.faults()).toEqual([]);
      await page.close();
    },
  );

  it.each(['Enter', ' '])(
    'opens from the header with %s, and closes with its button',
    async (key) => {
      const { page } = await visitor.open('/');
      const button = page.getByRole('button', { name: 'Search', exact: true });
      await openBy(page, () => button.press(key));
      await page.getByRole('button', { name: 'Close' }).click();
      expect(await page.locator('dialog[open]').count()).toBe(0);
      expect(await focused(page)).toBe('search-link');
      await page.close();
    },
  );

  it('closes on a click outside', async () => {
    const { page } = await visitor.open('/');
    await openBy(page, () => page.locator('.search-link').click());
    await page.mouse.click(5, 5);
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.close();
  });

  it('does not open on a slash typed into a field', async () => {
    const { page } = await visitor.open('/search/');
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.type')).toBe('search');
    await page.keyboard.type('a/b');
    expect(await page.getByRole('searchbox').inputValue()).toBe('a/b');
    expect(await page.locator('dialog').count()).toBe(0);
    await page.close();
  });

  it.each(['/', '/search/'])(
    'loads only its small script on %s before it is used',
    async (path) => {
      const page = await visitor.context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(visitor.origin + path, { waitUntil: 'networkidle' });
      expect(asked.filter((file) => /search\.|search-|pagefind/.test(file))).toEqual([
        expect.stringMatching(/^\/hashed\/search\.[0-9a-f]{12}\.js$/),
      ]);
      await page.keyboard.press('/');
      await page.locator('.search option').nth(4).waitFor({ state: 'attached' });
      expect(asked).toContain('/pagefind/pagefind.js');
      await page.close();
    },
  );

  it('finds the query, highlights it, and announces the number of results', async () => {
    const visit = await visitor.open('/');
    const { page } = visit;
    await byKey(page, '/');
    await page.keyboard.type('ladyb');
    await told(page, '2 results');
    expect((await titles(page)).toSorted()).toEqual(['Planting bulbs', 'Roses in winter']);
    const roses = page.locator('.search li', { hasText: 'Roses in winter' });
    expect(await roses.locator('mark').allTextContents()).toEqual(['ladybird']);
    expect(await roses.locator('img').getAttribute('src')).toMatch(
      /^\/hashed\/[0-9a-f]+-\d+\.avif$/,
    );
    expect(await page.locator('.search li', { hasText: 'bulbs' }).locator('img').count()).toBe(0);
    expect(await roses.locator('.search-facts').textContent()).toBe('March 10, 2024 \u00b7 Rosa');
    expect(await roses.locator('.search-excerpt').textContent()).toBe(
      'A ladybird sleeps under the leaves. Write <b>bold</b> & <script>alert(1)</script> in code.',
    );
    expect(await page.getByRole('status').textContent()).toBe('2 results');
    expect(await page.locator('.search-suggestion').innerText()).toBe('');
    // A post has a word with which these begin.
    for (const nonsense of ['qqxyzzy', 'ladybird qqxyzzy']) {
      await page.getByRole('searchbox').fill(nonsense);
      await told(page, 'Nothing was found.');
      expect(await titles(page)).toEqual([]);
    }
    await page.getByRole('searchbox').fill('ladybirds sleeping');
    await told(page, '1 result');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('nothing of the kind');
    await told(page, 'Nothing was found.');
    expect(await titles(page)).toEqual([]);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.locator('.search output:empty').waitFor({ state: 'attached' });
    expect(await visit.faults()).toEqual([]);
    await page.close();
  });

  it('marks the words of the query in titles', async () => {
    const { page } = await visitor.open('/search/?q=ros+winter');
    await told(page, '1 result');
    const marked = page.locator('.search-results > li > a mark');
    expect(await marked.allTextContents()).toEqual(['Roses', 'winter']);
    await page.close();
  });

  it('tells readers with a keyboard which keys it knows', async () => {
    const { page } = await visitor.open('/');
    await byKey(page, '/');
    const hints = page.locator('.search-keys');
    expect(await hints.innerText()).toBe('/ Search\n\u2191 \u2193 Choose\nEnter Open\nEsc Close');
    await page.keyboard.type('ladyb');
    await told(page, '2 results');
    expect(await hints.isVisible()).toBe(false);
    await page.goto(`${visitor.origin}/search/`);
    expect(await hints.getByText('Close').isVisible()).toBe(false);
    await page.close();
  });

  it('remembers searches only if the reader wants, and forgets them', async () => {
    const visit = await visitor.open('/search/');
    const { page } = visit;
    const recent = page.getByRole('list', { name: 'Recent searches' }).getByRole('button');
    const box = page.getByLabel('Remember my searches in this browser');
    const stored = () => page.evaluate(`localStorage.getItem('searches')`);
    const look = async (words: string, result: string) => {
      await page.getByRole('searchbox').fill(words);
      await told(page, result);
      await page.getByRole('searchbox').press('Enter');
      await page.locator('.search-results a:focus').waitFor();
      await page.getByRole('searchbox').fill('');
      await box.waitFor();
    };
    await look('ladybird', '2 results');
    expect(await box.isChecked()).toBe(false);
    expect(await stored()).toBe(null);
    await box.check();
    await look('harvest', '20 results');
    await look('Ladybird', '2 results');
    await look('HARVEST', '20 results');
    expect(await recent.allTextContents()).toEqual(['HARVEST', 'Ladybird']);
    expect(await visit.faults()).toEqual([]);
    await page.goto(`${visitor.origin}/`);
    await byKey(page, '/');
    await recent.getByText('Ladybird').click();
    await told(page, '2 results');
    expect(await recent.first().isVisible()).toBe(false);
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: 'Forget them' }).click();
    expect(await recent.count()).toBe(0);
    expect(await stored()).toBe('[]');
    await box.uncheck();
    expect(await stored()).toBe(null);
    await page.close();
  });

  it.each(['{', '"roses"', '[1, {}, "roses"]'])(
    'bears %s where it keeps searches',
    async (text) => {
      const { page } = await visitor.open('/');
      await page.evaluate(`localStorage.setItem('searches', ${JSON.stringify(text)})`);
      await byKey(page, '/');
      await page.keyboard.type('ladyb');
      await told(page, '2 results');
      expect(await titles(page)).toHaveLength(2);
      await page.evaluate(`localStorage.removeItem('searches')`);
      await page.close();
    },
  );

  it('finds titles, authors, and words in other languages of the site', async () => {
    const { page } = await visitor.open('/');
    await byKey(page, '/');
    for (const [words, title] of [
      ['bulbs', 'Planting bulbs'],
      ['Rosa', 'Roses in winter'],
      ['Marienkäfer', 'Tee'],
      ['schlafen', 'Tee'],
    ] as const) {
      await page.getByRole('searchbox').fill(words);
      await expect.poll(() => titles(page)).toEqual([title]);
      await told(page, '1 result');
    }
    await page.close();
  });

  it('offers the nearest word of the site for a misspelt one', async () => {
    const visit = await visitor.open('/');
    const { page } = visit;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await byKey(page, '/');
    await page.keyboard.type('ladybird');
    await told(page, '2 results');
    expect(asked.filter((path) => path.includes('words-'))).toEqual([]);
    // At once: a slow machine would look for the first letters, too.
    await page.getByRole('searchbox').fill('ladybrid');
    const button = page.getByRole('button', { name: 'ladybird', exact: true });
    await button.waitFor();
    expect(await page.locator('.search-suggestion').innerText()).toBe('Did you mean ladybird?');
    // Those of the first two letters.
    expect(asked.filter((path) => path.includes('words-'))).toHaveLength(2);
    await page.keyboard.press('ArrowDown');
    await page.locator('.search-suggestion button:focus').waitFor();
    await page.keyboard.press('Enter');
    await told(page, '2 results');
    await button.waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('INPUT');
    expect(await page.getByRole('searchbox').inputValue()).toBe('ladybird');
    for (const [typed, meant] of [
      ['marienkaffer', 'marienk\u00e4fer'],
      ['the adybird', 'the ladybird'],
    ] as const) {
      await page.getByRole('searchbox').fill(typed);
      await page.getByRole('button', { name: meant, exact: true }).waitFor();
    }
    expect(await visit.faults()).toEqual([]);
    await page.close();
  });

  it('shows the newest posts until something is asked', async () => {
    const { page } = await visitor.open('/search/');
    const newest = page.getByRole('heading', { name: 'Newest posts' });
    expect((await titles(page)).slice(0, 3)).toEqual(['Roses in winter', 'Planting bulbs', 'Tee']);
    expect(await titles(page)).toHaveLength(8);
    expect(await page.locator('.search time').first().textContent()).toBe('March 10, 2024');
    await page.getByRole('searchbox').focus();
    await page.locator('.search option').nth(4).waitFor({ state: 'attached' });
    await page.getByLabel('Author', { exact: true }).selectOption('Rosa');
    await told(page, '1 result');
    expect(await newest.count()).toBe(0);
    await page.getByLabel('Author', { exact: true }).selectOption('');
    await newest.waitFor();
    await page.close();
  });

  it('filters by tag, author and year, with and without a query', async () => {
    const { page } = await visitor.open('/');
    await byKey(page, '/');
    const offered = async (name: string) =>
      page.getByLabel(name, { exact: true }).locator('option').allTextContents();
    expect(await offered('Tag')).toEqual(['All tags', 'Autumn', 'Red']);
    expect(await offered('Author')).toEqual(['All authors', 'Ann', 'Rosa']);
    expect(await offered('Year')).toEqual(['All years', '2024', '2023', '2022', '2021']);
    await page.getByLabel('Tag', { exact: true }).selectOption('Red');
    await told(page, '2 results');
    expect(await titles(page)).toEqual(['Roses in winter', 'Planting bulbs']);
    await page.getByLabel('Author', { exact: true }).selectOption('Ann');
    await told(page, '1 result');
    expect(await titles(page)).toEqual(['Planting bulbs']);
    await page.getByLabel('Year', { exact: true }).selectOption('2024');
    await told(page, 'Nothing was found.');
    await page.getByLabel('Author', { exact: true }).selectOption('');
    await page.getByRole('searchbox').fill('ladybird');
    await told(page, '1 result');
    expect(await titles(page)).toEqual(['Roses in winter']);
    await page.close();
  });

  it('works with arrow keys, Enter and Tab', async () => {
    const { page } = await visitor.open('/');
    await byKey(page, '/');
    await page.keyboard.type('harvest');
    await told(page, '20 results');
    const shown = await titles(page);
    expect(shown).toHaveLength(8);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(shown[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('INPUT');
    await page.keyboard.press('Enter');
    await page.locator('.search li:first-child a:focus').waitFor();
    for (let press = 0; press < shown.length; press++) await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('search-more');
    await page.keyboard.press('Enter');
    await page.locator('.search li').nth(15).waitFor();
    expect(await focused(page)).toBe((await titles(page))[8]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/2021\/08\/diary-/);
    await page.close();
  });

  it('reads the query from the address and keeps it there', async () => {
    const visit = await visitor.open('/search/?q=ladybird&author=Ann');
    const { page } = visit;
    await told(page, '1 result');
    expect(await titles(page)).toEqual(['Planting bulbs']);
    expect(await page.getByLabel('Author', { exact: true }).inputValue()).toBe('Ann');
    await page.getByRole('searchbox').fill('harvest');
    await told(page, '20 results');
    expect(new URL(page.url()).search).toBe('?q=harvest&author=Ann');
    await page.locator('.search li a').first().click();
    await page.goBack();
    await told(page, '20 results');
    expect(await visit.faults()).toEqual([]);
    await page.close();
  });

  it("answers Blogger's search address", async () => {
    const { page } = await visitor.open('/search?q=ladybird');
    await told(page, '2 results');
    expect(new URL(page.url()).pathname).toBe('/search/');
    await page.close();
  });

  it('reports when it cannot load', async () => {
    const page = await visitor.context.newPage();
    await page.route('**/*.pf_meta', (route) => route.abort());
    await page.goto(`${visitor.origin}/search/?q=ladybird`);
    await told(page, FAILED);
    expect(await titles(page)).toEqual([]);
    await page.close();
  });

  it('explains without JavaScript that it needs it, and links to the archive', async () => {
    const browser = visitor.context.browser();
    const context = await browser?.newContext({ javaScriptEnabled: false });
    const page = await context?.newPage();
    await page?.goto(`${visitor.origin}/`);
    await page?.locator('.search-link').click();
    await page?.waitForURL('**/search/');
    const main = page?.locator('main');
    expect(await main?.innerText()).toContain('needs JavaScript');
    expect(await main?.getByRole('link', { name: 'Roses in winter' }).isVisible()).toBe(true);
    expect(await main?.locator('input, select, button').filter({ visible: true }).count()).toBe(0);
    await main?.getByRole('link', { name: 'All posts by date' }).click();
    expect(page?.url()).toBe(`${visitor.origin}/archive/`);
    await context?.close();
  });
});

describeWith(CHROMIUM, 'the search of a Japanese site', (program) => {
  const visitor = new Visitor(program, () => buildSite({ content: folderWith(JAPANESE) }));

  it('finds words in text without spaces, and all spellings of a word, in every language', async () => {
    const visit = await visitor.open('/search/?q=桜');
    const { page } = visit;
    await told(page, '1件見つかりました');
    expect(await titles(page)).toEqual(['春の庭']);
    expect(await page.locator('.search-excerpt').textContent()).toBe(
      '東京都に住んでいる友人が桜を見に来ました。',
    );
    for (const [words, title, mark] of [
      ['紅葉', '秋の庭', '紅葉'],
      ['桜 東京', '春の庭', '桜'],
      ['東京の桜', '春の庭', '東京'],
      ['图书馆', '园丁', '图书馆'],
      ['straße', 'Größere Gärten', 'Straße'],
      ['STRASSE', 'Größere Gärten', 'Straße'],
      ['zurich', 'Größere Gärten', 'Zürich,'],
      ['zuerich', 'Größere Gärten', 'Zürich,'],
      ['aepfel', 'Größere Gärten', 'Äpfel'],
      ['beginnen', 'Größere Gärten', 'beginnt'],
      ['groessere', 'Größere Gärten', undefined],
      ['زرع', 'حديقة', 'زَرَعَ'],
      ['جار', 'حديقة', 'الجَارُ'],
      ['مدرسه', 'حديقة', 'المدرسة.'],
      ['شجره', 'حديقة', 'شجرةً'],
      ['soren', 'Sørens have', 'Søren.'],
      ['lukasz', 'Sørens have', 'Łukasz'],
    ] as const) {
      await page.getByRole('searchbox').fill(words);
      const found = async () => [
        ...(await titles(page)),
        (await page.locator('.search-excerpt mark').allTextContents())[0],
      ];
      await expect.poll(found, { message: words }).toEqual([title, mark]);
      await told(page, '1件見つかりました');
      expect(await page.locator('.search-results').innerHTML(), words).not.toContain('\u00ad');
    }
    for (const [words, mark] of [
      ['groessere', 'Größere'],
      ['春', '春'],
      ['حديقه', 'حديقة'],
    ] as const) {
      await page.getByRole('searchbox').fill(words);
      const marks = page.locator('.search-results > li > a mark');
      await expect.poll(async () => (await marks.allTextContents())[0]).toBe(mark);
    }
    expect(await visit.faults()).toEqual([]);
    await page.close();
  });
});

describeWith(CHROMIUM, 'the search below a base path', (program) => {
  it('finds pages', async () => {
    const content = folderWith({
      ...CONTENT,
      'site.yaml': 'title: Garden\nurl: https://example.org/blog/\n',
    });
    const { output } = built(await buildSite({ content, args: ['--cache', temporaryFolder()] }));
    const { url } = await serve(output.path, {}, '/blog');
    const browser = await launchChromium(program);
    try {
      const page = await (await newVisitor(browser)).newPage();
      await page.goto(url);
      await byKey(page, '/');
      await page.keyboard.type('sleeps');
      await told(page, '1 result');
      await page.locator('.search li a').click();
      await page.waitForURL(`${url}2024/03/roses/`);
      expect(await page.locator('h1').textContent()).toBe('Roses in winter');
    } finally {
      await browser.close();
    }
  });
});

/** Milliseconds from the last key to the result. */
const Times = z.array(z.number());

describeWithCorpus('the search of the corpus', (corpus) => {
  describeWith(CHROMIUM, 'in Chromium', (program) => {
    const visitor = new Visitor(program, () => corpusSite(corpus, [HEADERS_HOST]));

    it('finds a rare word in less than 300 milliseconds', async () => {
      const { page } = await visitor.open('/');
      await byKey(page, '/');
      const times = Times.parse(
        await page.evaluate(`(async () => {
          const field = document.querySelector('.search input');
          const list = document.querySelector('.search ol');
          const times = [];
          for (const word of ['namibia', 'beeware', 'zimbabwe', 'micropython', 'indonesia']) {
            list.replaceChildren();
            const start = performance.now();
            field.value = word;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            while (list.children.length === 0 && performance.now() - start < 5000)
              await new Promise((resolve) => setTimeout(resolve, 2));
            times.push(Math.round(performance.now() - start));
          }
          return times;
        })()`),
      );
      console.log(`Found after ${times.join(', ')} ms`);
      // Other programs may have taken the machine for any of the others.
      expect(Math.min(...times)).toBeLessThan(300);
      await page.close();
    });
  });
});
