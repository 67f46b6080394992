/** What surrounds the posts by setting, in Chromium, under a host's security policy. */
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { noise } from '../support/pictures.ts';
import { axeFaults } from './judges.ts';
import { SmallSite } from './small-site.ts';

const SITE = `title: Garden
url: https://example.org/
home: cards
cover: garden.jpg
announcement: Closed in August. [When it opens](/about/)
footer: Words by the gardeners. [Privacy](/about/)
licence: CC BY-SA 4.0
editUrl: https://github.com/rosa/garden
navigation:
  - archive
  - { text: Topics, items: [tags, { text: About, url: /about/ }] }
  - { text: More, items: [authors, search] }
`;

const CONTENT = {
  'site.yaml': SITE,
  'garden.jpg': await noise(420, 240).jpeg().toBuffer(),
  'posts/roses/index.md':
    '---\ntitle: Roses\npublishDate: 2024-03-10\nauthor: Rosa\nimage: rose.jpg\n---\n\nRed.\n',
  'posts/roses/rose.jpg': await noise(340, 200).jpeg().toBuffer(),
  'posts/ferns/index.md': '---\ntitle: Ferns\npublishDate: 2024-02-01\n---\n\nGreen.\n',
  'pages/about.md': '---\ntitle: About\n---\n\nMe.\n',
  'theme/slots/header.md': 'A banner',
  'theme/slots/after-post.md': '## Did you like it?\n\n[Tell me](/about/).',
  'theme/slots/before-footer.md': 'Thanks to the seed shop.',
  'theme/slots/footer.html': '<p>Made in Bremen</p>',
};

function group(page: Page, name: string): Locator {
  return page.locator('summary', { hasText: name });
}

/** Names of the groups that are open. */
function openGroups(page: Page): Promise<string[]> {
  return page.locator('details[open] > summary').allTextContents();
}

function heading(page: Page): Promise<string> {
  return page.getByRole('heading', { level: 1 }).innerText();
}

describeWith(CHROMIUM, 'a site with everything around its posts', (program) => {
  const site = new SmallSite(program, CONTENT);

  it.each([
    [1280, 'light'],
    [320, 'dark'],
  ] as const)('is accessible and fits a page of %i pixels, %s', async (width, colorScheme) => {
    const page = await site.open('', { viewport: { width, height: 900 }, colorScheme });
    for (const address of ['', '2024/03/roses/']) {
      await page.goto(new URL(`/${address}`, page.url()).href);
      await group(page, 'Topics').click();
      expect(await axeFaults(page), address).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    }
  });

  it('opens groups by keyboard, one at a time, and closes them with Escape or elsewhere', async () => {
    const page = await site.open();
    await group(page, 'Topics').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Tags');
    expect(await openGroups(page)).toEqual(['Topics']);
    await page.keyboard.press('Escape');
    expect(await openGroups(page)).toEqual([]);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Topics');
    await group(page, 'Topics').click();
    await group(page, 'More').click();
    expect(await openGroups(page)).toEqual(['More']);
    await page.mouse.click(5, 600);
    expect(await openGroups(page)).toEqual([]);
  });

  it('opens groups without JavaScript', async () => {
    const page = await site.open('', { javaScriptEnabled: false });
    await group(page, 'Topics').click();
    await page.getByRole('link', { name: 'Tags' }).click();
    await page.waitForURL('**/tags/');
    expect(await heading(page)).toBe('Tags');
  });

  it('opens the search dialog from its word in the navigation', async () => {
    const page = await site.open();
    await group(page, 'More').click();
    await page.locator('.search-link').click();
    await expect.poll(() => page.getByRole('dialog').isVisible()).toBe(true);
  });

  it('leads from anywhere on a card to its post', async () => {
    const page = await site.open();
    await page
      .locator('.post-card')
      .first()
      .click({ position: { x: 20, y: 20 } });
    await page.waitForURL('**/roses/');
    expect(await heading(page)).toBe('Roses');
  });
});
