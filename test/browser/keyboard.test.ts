/** Keyboard navigation of the corpus in Chromium. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { CHROMIUM } from '../support/chromium.ts';
import { corpusSite, expectations } from '../support/corpus-site.ts';
import { describeWith, describeWithCorpus } from '../support/describe-with.ts';
import { HEADERS_HOST } from '../support/hosted-site.ts';
import { required } from '../support/required.ts';
import { pageKinds } from './page-kinds.ts';
import { Visitor } from './visitor.ts';

/** Controls of a page that show themselves, in its order. */
const CONTROLS = `[...document.querySelectorAll('a[href], button, select, summary, input, audio, video, [tabindex="0"]')]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.tabIndex >= 0)`;

/** Where the keyboard is, and what is wrong there. */
const Place = z.object({
  /** Among the controls; -1 for what is none, such as a frame that scrolls. */
  index: z.number(),
  name: z.string(),
  fault: z.string(),
});

const PLACE = `(() => {
  const element = document.activeElement;
  // The ring of a link is around the picture that it holds.
  const ringed = element.querySelector(':scope > img, :scope > picture > img') ?? element;
  const { outlineStyle, outlineWidth } = getComputedStyle(ringed);
  const [box] = element.getClientRects();
  const name = element.tagName + ' ' + (element.textContent.trim() || element.className).slice(0, 40);
  const index = ${CONTROLS}.indexOf(element);
  if (element === document.body || box === undefined) return { index, name, fault: '' };
  const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
  const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  const top = document.elementFromPoint(x, y);
  const faults = [];
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) faults.push('has no outline');
  if (!element.contains(top) && !top?.contains(element)) faults.push('cannot be seen');
  return { index, name, fault: faults.map((fault) => name + ' ' + fault).join() };
})()`;

async function place(page: Page): Promise<z.output<typeof Place>> {
  return Place.parse(await page.evaluate(PLACE));
}

/** Presses Tab until the keyboard is on what has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab');
    if ((await place(page)).name.endsWith(` ${name}`)) return;
  }
  expect.fail(`Tab does not lead to ${name}`);
}

describeWithCorpus('keyboard navigation', (corpus) => {
  describeWith(CHROMIUM, 'in Chromium', (program) => {
    const posts = expectations(corpus);
    const visitor = new Visitor(program, () => corpusSite(corpus, [HEADERS_HOST]));

    async function open(address: string): Promise<Page> {
      const { page } = await visitor.open(address);
      await page.setViewportSize({ width: 1024, height: 768 });
      return page;
    }

    it.each([
      ['home', 'home'],
      ['subscribe', 'subscribe'],
      ['author', 'author'],
      ['a post with headings', 'the-python-language-summit-2023-pattern'],
      ['a post with code', 'python-language-summit-2024-pyrepl-new-default-repl-for-python'],
      ['a post with tables', 'membership-vote'],
      ['a post with frames', 'a-million-children'],
    ])('reaches every control in order, with visible focus: %s', async (_, name) => {
      const address = posts.get(name)?.url ?? pageKinds(visitor.output).get(name);
      const page = await open(required(address));
      const count = Number(await page.evaluate(`${CONTROLS}.length`));
      const reached: number[] = [];
      const faults: string[] = [];
      while (reached.at(-1) !== count - 1) {
        await page.keyboard.press('Tab');
        const { index, fault } = await place(page);
        if (fault !== '') faults.push(fault);
        if (index < 0) continue;
        reached.push(index);
        if (index !== reached.length - 1) break;
      }
      expect(faults).toEqual([]);
      expect(reached).toEqual(Array.from({ length: count }, (_skipped, index) => index));
      await page.close();
    });

    it('skips the header, opens the newest post, and goes on to the next', async () => {
      const page = await open('/');
      await page.keyboard.press('Tab');
      const skip = page.locator(':focus');
      expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
      expect(await skip.getAttribute('href')).toBe('#main');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const newest = page.locator('main a[href]').first();
      expect(await page.evaluate('document.activeElement.href')).toBe(
        new URL(required((await newest.getAttribute('href')) ?? undefined), visitor.origin).href,
      );
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/\d{4}\/\d{2}\/[^/]+\/$/);
      expect(await page.locator('h1').count()).toBe(1);
      const older = required((await page.locator('a.older').getAttribute('href')) ?? undefined);
      for (let press = 0; press < 200; press++) {
        await page.keyboard.press('Tab');
        if ((await page.evaluate('document.activeElement.pathname')) === older) break;
      }
      await page.keyboard.press('Enter');
      await page.waitForURL(visitor.origin + older);
      await page.close();
    });

    it('opens the archive from the header, and switches the theme there', async () => {
      const page = await open('/');
      await tabTo(page, 'Archive');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${visitor.origin}/archive/`);
      await tabTo(page, 'SystemLightDark');
      await page.keyboard.press('End');
      expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
      expect((await place(page)).fault).toBe('');
      await page.keyboard.press('Home');
      expect(await page.evaluate('document.documentElement.dataset.theme')).toBe(undefined);
      await page.close();
    });
  });
});
