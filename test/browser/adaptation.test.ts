/** Pages in Chromium with readers' settings: text size, spacing, forced colours, reduced motion. */
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { CHROMIUM } from '../support/chromium.ts';
import { corpusSite, expectations } from '../support/corpus-site.ts';
import { describeWith, describeWithCorpus } from '../support/describe-with.ts';
import { HEADERS_HOST } from '../support/hosted-site.ts';
import { required } from '../support/required.ts';
import { layoutFaults } from './judges.ts';
import { pageKinds } from './page-kinds.ts';
import { Visitor } from './visitor.ts';

/** Lists, code, tables, pictures, long words. */
const POSTS = [
  'the-python-language-summit-2023-pattern',
  'python-is-for-everyone-inside-psfs-d',
  'python-language-summit-2024-pyrepl-new-default-repl-for-python',
  'membership-vote',
];

/** https://www.w3.org/TR/WCAG22/#text-spacing */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** What a reader changes in the browser. */
const SETTINGS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'zoomed to 200 percent': (page) => page.setViewportSize({ width: 640, height: 400 }),
  'zoomed to 400 percent': (page) => page.setViewportSize({ width: 320, height: 256 }),
  'with letters of twice the size': async (page) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  },
  'with text spaced out': (page) =>
    page.evaluate(`{
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(${JSON.stringify(SPACING)});
      document.adoptedStyleSheets.push(sheet);
    }`),
  'in forced colours': (page) => page.emulateMedia({ forcedColors: 'active' }),
};

describeWithCorpus('the pages of the corpus', (corpus) => {
  describeWith(CHROMIUM, 'in Chromium', (program) => {
    const posts = expectations(corpus);
    const visitor = new Visitor(program, () => corpusSite(corpus, [HEADERS_HOST]));

    function addresses(): string[] {
      const kinds = ['home', 'archive', 'year', 'tags', 'tag', 'author', 'subscribe'];
      const lists = pageKinds(visitor.output);
      return [
        ...kinds.map((kind) => required(lists.get(kind))),
        ...POSTS.map((slug) => required(posts.get(slug)).url),
      ];
    }

    /** What is wrong with any of the pages. */
    async function faults(judge: (page: Page) => Promise<readonly string[]>): Promise<string[]> {
      const found: string[] = [];
      const page = await visitor.context.newPage();
      for (const address of addresses()) {
        await visitor.open(address, 200, page);
        found.push(...(await judge(page)).map((fault) => `${address}: ${fault}`));
      }
      await page.close();
      return found;
    }

    describe.concurrent('keep their layout', () => {
      it.each(Object.entries(SETTINGS))('%s', async (_, change) => {
        const found = await faults(async (page) => {
          await change(page);
          return layoutFaults(page);
        });
        expect(found).toEqual([]);
      });
    });

    it('show controls and the current place in forced colours', async () => {
      const found = await faults(async (page) => {
        await page.emulateMedia({ forcedColors: 'active' });
        return texts(await page.evaluate(INVISIBLE));
      });
      expect(found).toEqual([]);
    });

    it('do not move with reduced motion', async () => {
      const found = await faults(async (page) => texts(await page.evaluate(MOVING)));
      expect(found).toEqual([]);
    });
  });
});

function texts(value: unknown): string[] {
  return z.array(z.string()).parse(value);
}

/** Controls with nothing to see; those that show the current page by a colour that is forced. */
const INVISIBLE = `[...document.querySelectorAll('a, button, summary, input, select')]
  .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .filter((element) => {
    const { borderTopStyle, textDecorationLine } = getComputedStyle(element);
    if (element.matches('nav [aria-current]') && textDecorationLine === 'none') return true;
    return element.innerText?.trim() === '' && borderTopStyle === 'none' &&
      element.querySelector('svg, img') === null && !element.matches('input, select');
  })
  .map(({ outerHTML }) => outerHTML)`;

/** What takes time, as the visitor's browser asks for reduced motion. */
const MOVING = `[document.documentElement, ...document.querySelectorAll('body, body *')].flatMap((element) =>
  ['', '::before', '::after'].flatMap((part) => {
    const { transitionDuration, animationDuration, animationName, scrollBehavior } =
      getComputedStyle(element, part);
    const lasts = (time) => time.split(',').some((one) => Number.parseFloat(one) > 0.01);
    const moves = lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration));
    return moves || scrollBehavior === 'smooth' ? [element.tagName + '.' + element.className + part] : [];
  }))`;
