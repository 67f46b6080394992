/** An Arabic site in Chromium: right to left, except code and URLs. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
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
      const over = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(over)).toBe(0);
    },
  );
});
