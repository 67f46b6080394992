/** An Arabic site in Chromium: right to left, except code and URLs. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { SmallSite } from './small-site.ts';

function post(title: string, date: string): string {
  return `---\ntitle: ${title}\npublishDate: ${date}\n---\n\n*كلمة* و\`a(b)\`.\n\n\`\`\`\nprint(1)\n\`\`\`\n`;
}

function style(page: Page, selector: string, property: string, pseudo = ''): Promise<unknown> {
  return page.evaluate(
    `getComputedStyle(document.querySelector('${selector}'), '${pseudo}').${property}`,
  );
}

const CONTENT = {
  'site.yaml': 'title: الحديقة\nurl: https://example.org/\nlanguage: ar\npageSize: 1\n',
  'posts/a/index.md': post('الأولى', '2024-03-10'),
  'posts/b/index.md': post('الثانية', '2024-03-11'),
};

/** Pixels that can be scrolled sideways. */
const OVER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

describeWith(CHROMIUM, 'an Arabic site', (program) => {
  const site = new SmallSite(program, CONTENT);
  const open = (path: string, width = 390): Promise<Page> =>
    site.open(path, { viewport: { width, height: 800 } });

  it('points its arrows the right-to-left way', async () => {
    const home = await open('/');
    expect(await style(home, '.older', 'content', '::after')).toContain('\u2190');
    const second = await open('/page/2/');
    expect(await style(second, '.newer', 'content', '::before')).toContain('\u2192');
  });

  it('aligns right, and neither spaces out nor slants letters', async () => {
    const page = await open('/2024/03/b/');
    expect(await style(page, 'h1', 'direction')).toBe('rtl');
    expect(await style(page, 'h1', 'letterSpacing')).toMatch(/^(?:normal|0px)$/);
    expect(await style(page, 'em', 'fontSynthesisStyle')).toBe('none');
  });

  it('keeps code left to right', async () => {
    const page = await open('/2024/03/b/');
    for (const selector of ['pre', 'p code']) {
      expect(await style(page, selector, 'direction')).toBe('ltr');
      expect(await style(page, selector, 'unicodeBidi')).toBe('isolate');
    }
  });

  it.each(['/', '/2024/03/b/', '/subscribe/', '/archive/', '/404.html'])(
    'fits a narrow phone at %s',
    async (path) => {
      const page = await open(path, 320);
      expect(await page.evaluate(OVER)).toBe(0);
    },
  );
});

function right(page: Page, selector: string): Promise<number> {
  return page.evaluate(`document.querySelector('${selector}').getBoundingClientRect().right`);
}

/** Where the right edge of the page's text is. */
const EDGE = `(() => {
  const header = document.querySelector('.site-header');
  return header.getBoundingClientRect().right - parseFloat(getComputedStyle(header).paddingRight);
})()`;

describeWith(CHROMIUM, 'an English site with a long title and an Arabic post', (program) => {
  const site = new SmallSite(program, {
    'site.yaml':
      'title: The garden behind the old school, where the river bends twice\nurl: https://example.org/\n',
    'posts/a/index.md': post('Beans', '2024-03-11'),
    'posts/b/index.md': post('الأولى\nlanguage: ar', '2024-03-10'),
  });

  it.each([390, 1280])('keeps the order of words at %i pixels', async (width) => {
    const page = await site.open('/2024/03/b/', { viewport: { width, height: 800 } });
    expect(await page.locator('.reading-time').innerText()).toBe('1 min read');
    const [first, last] = z.array(z.number()).parse(
      await page.evaluate(`[0, 9].map((index) => {
        const range = new Range();
        range.setStart(document.querySelector('.reading-time').firstChild, index);
        range.setEnd(range.startContainer, index + 1);
        return range.getBoundingClientRect().left;
      })`),
    );
    expect(first).toBeLessThan(last ?? 0);
    expect(await style(page, '.reading-time', 'textAlign')).toBe('right');
  });

  it.each([320, 870, 1000, 1280])(
    'keeps the date of the post inside the page at %i pixels',
    async (width) => {
      const page = await site.open('/', { viewport: { width, height: 800 } });
      expect(await page.evaluate(OVER)).toBe(0);
      const beyond =
        (await right(page, '[dir=rtl] .post-meta')) - Number(await page.evaluate(EDGE));
      expect(beyond).toBeLessThan(1);
    },
  );

  it.each([320, 700, 1280])(
    'has the switch at the edge of a header of two rows, %i pixels wide',
    async (width) => {
      const page = await site.open('/2024/03/a/', { viewport: { width, height: 800 } });
      const [tools, title] = await Promise.all(
        ['.site-tools', '.site-title'].map((name) => page.locator(name).boundingBox()),
      );
      expect(tools?.y).toBeGreaterThan(title?.y ?? Infinity);
      const control = await right(page, '.site-tools > :last-child');
      expect(Math.abs(control - Number(await page.evaluate(EDGE)))).toBeLessThan(16);
    },
  );
});
