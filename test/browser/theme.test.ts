/** The theme switch, and the owner's brand, in Chromium, under a host's security policy. */
import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { axeFaults, layoutFaults } from './judges.ts';
import { SmallSite } from './small-site.ts';

const CONTENT = {
  'site.yaml':
    "title: Garden\nurl: https://example.org/\nlogo: logo.svg\naccent: '#05c'\nfonts: { serif: serif.woff2 }\n",
  'logo.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path fill="currentColor" d="M0 0h20v10z"/></svg>',
  'theme/serif.woff2': readFileSync('public/fonts/literata-latin.woff2'),
  'theme/theme.css': 'h1 { background: url(dot.svg) }\n',
  'theme/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  'posts/roses/index.md': '---\ntitle: Roses\npublishDate: 2024-03-10\n---\n\nRed.\n',
};
const DAY = 'rgb(251, 250, 245)';
const NIGHT = 'rgb(22, 26, 23)';

function paper(page: Page): Promise<unknown> {
  return page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
}

/** What colours the bars of the browser. */
function barColour(page: Page): Promise<unknown> {
  return page.evaluate(
    '[...document.querySelectorAll("meta[name=theme-color]")].filter(({ media }) => matchMedia(media).matches).map(({ content }) => content).join()',
  );
}

describeWith(CHROMIUM, 'the theme switch', (program) => {
  const site = new SmallSite(program, CONTENT);
  const open = (options: BrowserContextOptions = {}): Promise<Page> =>
    site.open('', { colorScheme: 'light', ...options });

  it('follows the system by default', async () => {
    const page = await open({ colorScheme: 'dark' });
    expect(await paper(page)).toBe(NIGHT);
    expect(await page.getByRole('combobox', { name: 'Theme' }).inputValue()).toBe('');
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await paper(page)).toBe(DAY);
    expect(await barColour(page)).toBe('#fbfaf5');
  });

  it('works by keyboard, and lasts across pages and after Back', async () => {
    const page = await open();
    const control = page.getByRole('combobox', { name: 'Theme' });
    await control.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await control.inputValue()).toBe('dark');
    expect(await paper(page)).toBe(NIGHT);
    expect(await barColour(page)).toBe('#161a17');
    await page.getByRole('link', { name: 'Roses' }).click();
    await page.getByRole('heading', { name: 'Roses' }).waitFor();
    expect(await paper(page)).toBe(NIGHT);
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('Light');
    await page.goBack();
    await expect
      .poll(() => page.evaluate('document.querySelector(".theme select").value'))
      .toBe('light');
    expect(await paper(page)).toBe(DAY);
  });

  it('applies before the first paint', async () => {
    const page = await open();
    await page.evaluate('localStorage.setItem("theme", "dark")');
    await page.addInitScript(
      'new PerformanceObserver(() => { window.seen ??= getComputedStyle(document.documentElement).backgroundColor; }).observe({ type: "paint", buffered: true })',
    );
    await page.reload();
    await expect.poll(() => page.evaluate('window.seen')).toBe(NIGHT);
  });

  it('works for one page when storage is blocked', async () => {
    const page = await open();
    await page.addInitScript(
      'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no"); } })',
    );
    await page.reload();
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
    expect(await paper(page)).toBe(NIGHT);
  });

  it('changes the accent and the logo too; both are readable, and nothing is blocked', async () => {
    const page = await open();
    const refused: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) refused.push(message.text());
    });
    await page.addInitScript(
      'new PerformanceObserver((list) => { window.shift = (window.shift ?? 0) + list.getEntries().length; }).observe({ type: "layout-shift", buffered: true })',
    );
    await page.goto(new URL('2024/03/roses/', page.url()).href, { waitUntil: 'networkidle' });
    expect(
      await page.evaluate(
        '[...document.fonts].filter((f) => f.status === "loaded").map((f) => f.family)',
      ),
    ).toContain('site-serif');
    expect(await page.evaluate('window.shift')).toBeUndefined();
    const logo = page.getByRole('link', { name: 'Garden', exact: true }).getByRole('img');
    expect(await logo.count()).toBe(1);
    const style = (selector: string, property: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${property}`);
    for (const [theme, shade] of Object.entries({
      Light: 'rgb(0, 85, 204)',
      Dark: 'rgb(104, 161, 255)',
    })) {
      await page.getByRole('combobox', { name: 'Theme' }).selectOption(theme);
      expect(await style('.logo', 'color')).toBe(shade);
      expect([...(await axeFaults(page)), ...(await layoutFaults(page))], theme).toEqual([]);
    }
    expect(await style('h1', 'backgroundImage')).toMatch(/\/hashed\/dot\.\w{12}\.svg"\)$/);
    expect(refused).toEqual([]);
  });

  it('is hidden without JavaScript', async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await page.getByRole('combobox').count()).toBe(0);
  });
});
