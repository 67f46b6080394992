/** The subscribe page, feed addresses and feeds in Chromium. */
import { describe, expect, it } from 'vitest';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { elements, type Document } from '../support/dom.ts';
import { SmallSite } from './small-site.ts';

const CONTENT = {
  'site.yaml': 'title: Garden\ndescription: What grows.\nurl: https://example.org/blog/\n',
  'authors/rosa.json': '{ "name": "Rosa", "bio": "Grows roses." }',
  'posts/roses/index.md':
    '---\ntitle: Roses & thorns\npublishDate: 2024-03-10\nauthor: Rosa\ntags: [Red, Prickly]\nguid: roses-1\n---\n\nRed & *ones*.\n',
  'posts/poppies/index.md':
    '---\ntitle: Poppies\npublishDate: 2024-02-10\ntags: [Red]\n---\n\nRed ones too.\n',
};
const FORMATS = [
  ['application/atom+xml', 'atom.xml'],
  ['application/rss+xml', 'rss.xml'],
  ['application/feed+json', 'feed.json'],
];

describeWith(CHROMIUM, 'subscribing', (program) => {
  const site = new SmallSite(program, CONTENT, '/blog');

  describe('the subscribe page', () => {
    it('has one h1, landmarks, and a name for every control', async () => {
      const page = await site.open('subscribe/');
      expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual([
        'Subscribe',
      ]);
      for (const landmark of ['banner', 'navigation', 'main', 'contentinfo'] as const)
        expect(await page.getByRole(landmark).count(), landmark).toBe(1);
      const buttons = page.getByRole('main').getByRole('button');
      expect(await buttons.allTextContents()).toEqual([
        'Copy RSS address',
        'Copy Atom address',
        'Copy JSON Feed address',
        'Copy OPML address',
      ]);
    });

    it('lists every feed of the site, and each exists', async () => {
      const page = await site.open('subscribe/');
      const addresses = await page.locator('.feed-address code').allTextContents();
      expect(addresses).toEqual(
        ['rss.xml', 'atom.xml', 'feed.json', 'feeds.opml'].map(
          (file) => `https://example.org/blog/${file}`,
        ),
      );
      for (const address of addresses)
        expect(site.output.has(address.replace('https://example.org/blog/', '')), address).toBe(
          true,
        );
    });

    it('expands the feeds of tags and authors', async () => {
      const page = await site.open('subscribe/', { javaScriptEnabled: false });
      const red = page.getByRole('link', { name: 'Red' });
      expect(await red.isVisible()).toBe(false);
      await page.locator('summary', { hasText: 'Tags 2' }).click();
      expect(await red.isVisible()).toBe(true);
      const links = page.locator('.list-feeds a');
      expect(
        await links.evaluateAll((all) => all.map((link) => link.getAttribute('href'))),
      ).toEqual(
        ['tags/prickly', 'tags/red', 'authors/rosa'].map((list) => `/blog/${list}/atom.xml`),
      );
    });

    it('is linked in the footer of every page', async () => {
      const page = await site.open('2024/03/roses/');
      await page.getByRole('contentinfo').getByRole('link', { name: 'Subscribe' }).click();
      expect(page.url()).toMatch(/\/blog\/subscribe\/$/);
    });

    it.each([320, 390, 1280])('fits a window of %i pixels', async (width) => {
      for (const path of ['subscribe/', 'tags/prickly/', 'authors/rosa/']) {
        const page = await site.open(path, { viewport: { width, height: 800 } });
        await page.evaluate('document.querySelectorAll("details").forEach((d) => (d.open = true))');
        expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(width);
      }
    });
  });

  describe('a feed address', () => {
    it('is copied by its button, which confirms it', async () => {
      const page = await site.open('subscribe/', {
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      await page.getByRole('button', { name: 'Copy Atom address' }).click();
      await page.getByRole('status').getByText('Copied').waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
        'https://example.org/blog/atom.xml',
      );
    });

    it('is selected when the browser blocks copying', async () => {
      const page = await site.open('subscribe/');
      await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error())');
      await page.getByRole('button', { name: 'Copy JSON Feed address' }).click();
      await page.getByRole('status').getByText('Selected').waitFor();
      expect(await page.evaluate('getSelection().toString()')).toBe(
        'https://example.org/blog/feed.json',
      );
    });

    it('is selected with one click, and has no button without JavaScript', async () => {
      const page = await site.open('subscribe/', { javaScriptEnabled: false });
      expect(await page.getByRole('button').count()).toBe(0);
      await page.locator('.feed-address code').first().click();
      expect(await page.evaluate('getSelection().toString()')).toBe(
        'https://example.org/blog/rss.xml',
      );
    });

    it.each([
      ['tags/red/', 'Follow this tag', 'https://example.org/blog/tags/red/atom.xml'],
      ['authors/rosa/', 'Follow this author', 'https://example.org/blog/authors/rosa/atom.xml'],
    ])('of %s expands on its page, with a link to an explanation', async (path, fold, address) => {
      const page = await site.open(path, { javaScriptEnabled: false });
      const shown = page.getByText(address);
      expect(await shown.isVisible()).toBe(false);
      await page.getByText(fold).click();
      expect(await shown.isVisible()).toBe(true);
      await page.getByRole('link', { name: 'What is a feed reader?' }).click();
      expect(page.url()).toMatch(/\/blog\/subscribe\/#feed-reader$/);
      expect(await page.locator(':target').textContent()).toBe('What is a feed reader?');
    });
  });

  describe('the head of a page', () => {
    const ofSite = FORMATS.map(([type, file]) => [type, `/blog/${file}`]);

    it.each([
      ['/', []],
      ['/2024/03/roses/', []],
      ['/subscribe/', []],
      ['/404.html', []],
      ['/tags/red/', ['/blog/tags/red/atom.xml']],
      ['/authors/rosa/', ['/blog/authors/rosa/atom.xml']],
    ])("of %s lists its own feeds, then the site's", (path, own) => {
      const page = site.output.page(path);
      expect(feedLinks(page).map(({ type, href }) => [type, href])).toEqual([
        ...own.map((href) => ['application/atom+xml', href]),
        ...ofSite,
      ]);
    });

    it('gives each feed a unique title', () => {
      const titles = feedLinks(site.output.page('/tags/red/')).map(({ title }) => title);
      expect(titles[0]).toBe('Red \u2013 Garden');
      expect(new Set(titles).size).toBe(titles.length);
    });
  });

  describe('a feed', () => {
    it.each(['rss.xml', 'atom.xml', 'tags/red/atom.xml'])(
      'is readable in a browser: %s',
      async (path) => {
        const page = await site.open(path, { viewport: { width: 390, height: 800 } });
        const note = await page.evaluate(
          'getComputedStyle(document.documentElement, "::before").content',
        );
        expect(note).toMatch(/This is a feed/);
        const text = await page.evaluate(shownText);
        expect(text).toContain('Garden');
        expect(text).toContain('Roses & thorns');
        expect(text).toContain('March 10, 2024');
        expect(text).not.toMatch(/roses-1|<p>|<em>|&amp;|10 Mar|03-10/);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
        expect(await page.evaluate(shownLinks)).toEqual(
          expect.arrayContaining([
            'Roses & thorns https://example.org/blog/2024/03/roses/',
            'https://example.org/blog/2024/03/roses/ https://example.org/blog/2024/03/roses/',
          ]),
        );
      },
    );

    it.each(['rss.xml', 'atom.xml'])('is readable without JavaScript: %s', async (path) => {
      const page = await site.open(path, { javaScriptEnabled: false });
      const text = await page.evaluate(shownText);
      expect(text).toContain('Roses & thorns');
      expect(text).toMatch(/10 Mar 2024|2024-03-10/);
    });

    it.each(['America/Los_Angeles', 'Pacific/Auckland'])(
      'has the day of the site for a reader in %s',
      async (timezoneId) => {
        const page = await site.open('rss.xml', { timezoneId, locale: 'de' });
        expect(await page.evaluate(shownText)).toContain('March 10, 2024');
      },
    );
  });
});

/** The text of the elements that are shown. */
const shownText = `[...document.querySelectorAll('*')]
  .filter((element) => element.childElementCount === 0 && element.getClientRects().length > 0)
  .map((element) => element.textContent).join('\\n')`;

/** Text and address of the links that are shown. */
const shownLinks = `[...document.querySelectorAll('a')]
  .filter((link) => link.getClientRects().length > 0)
  .map((link) => link.textContent + ' ' + link.href)`;

interface FeedLink {
  readonly type: string | undefined;
  readonly href: string | undefined;
  readonly title: string | undefined;
}

function feedLinks(page: Document): FeedLink[] {
  return elements(page, 'link')
    .filter(({ attribs }) => attribs['rel'] === 'alternate')
    .map(({ attribs: { type, href, title } }) => ({ type, href, title }));
}
