/** The help of the editor, and the accessibility of its controls that are ours. */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { buildSite, built } from '../support/build-site.ts';
import { CHROMIUM, launchChromium } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { GitHub } from '../support/github.ts';
import { hostSite, type HostedSite } from '../support/hosted-site.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';
import { EditorPage } from './editor-page.ts';
import { axe, axeFaults } from './judges.ts';

const CONTENT = {
  'content/site.yaml':
    'title: Garden\nurl: https://garden.example/\nhost: netlify\neditor: { backend: github, repo: rosa/garden }\n',
  'content/posts/hello/index.md':
    '---\ntitle: Hello\npublishDate: 2021-04-06\nauthor: Rosa\ntags: [herbs]\n---\n\nHello.\n',
};

describeWith(CHROMIUM, 'the help of the editor', (program) => {
  let host: HostedSite;
  let browser: Browser;

  beforeAll(async () => {
    const site = built(await buildSite({ content: `${folderWith(CONTENT)}/content` }));
    host = await hostSite(site.output.path);
    browser = await launchChromium(program);
  });

  afterAll(async () => {
    await browser.close();
    host.stop();
  });

  async function signedIn(
    locale: string,
  ): Promise<{ context: BrowserContext; editor: EditorPage }> {
    const context = await browser.newContext({ locale });
    context.setDefaultTimeout(20_000);
    await new GitHub(temporaryFolder('github'), CONTENT).answer(context);
    const page = await context.newPage();
    // As after signing in before.
    await page.goto(`${host.origin}/admin/licences.txt`);
    await page.evaluate(
      `localStorage.setItem('sveltia-cms.user', JSON.stringify({ backendName: 'github', token: 'x' }))`,
    );
    const editor = new EditorPage(page);
    await page.goto(`${host.origin}/admin/#/collections/posts/entries/hello/index`);
    await editor.field('title').getByRole('textbox').waitFor();
    return { context, editor };
  }

  it.each(['en', 'de'])('has accessible pages: %s', async (language) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme });
      const page = await context.newPage();
      await page.goto(`${host.origin}/admin/help/${language}.html`);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await axeFaults(page)).toEqual([]);
      await context.close();
    }
  });

  it.each([
    ['de-AT', 'Hilfe: Videos', 'de'],
    ['en-GB', 'Help: videos', 'en'],
    ['cs', 'Help: videos', 'en'],
  ])(
    'is linked in the language of the editor, and opens beside it: %s',
    async (locale, name, page) => {
      const { context, editor } = await signedIn(locale);
      const opened = context.waitForEvent('page');
      await (await editor.reach('body')).getByRole('link', { name }).click();
      expect((await opened).url()).toBe(`${host.origin}/admin/help/${page}.html`);
      expect(editor.page.url()).toContain('/hello/index');
      await context.close();
    },
  );

  it('stands beside accessible controls', async () => {
    const { context, editor } = await signedIn('en');
    await axe(editor.page, ['image-alt']);
    const faults = z.array(z.string()).parse(
      await editor.page.evaluate(`axe.run(
        { include: [['.perennial-date'], ['.perennial-names']] },
        { rules: { 'target-size': { enabled: true } } },
      ).then(({ violations, passes }) => passes.length === 0
        ? ['nothing was judged']
        : violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`),
    );
    expect(faults).toEqual([]);
    await context.close();
  });

  it('has controls for the keyboard', async () => {
    const { context, editor } = await signedIn('en');
    const tags = await editor.reach('tags');
    await tags.getByLabel('Add a name').focus();
    await editor.page.keyboard.type('garden');
    await editor.page.keyboard.press('Enter');
    await tags.getByRole('button', { name: 'Remove herbs' }).focus();
    await editor.page.keyboard.press('Enter');
    expect(await tags.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('garden'),
    ]);
    await context.close();
  });
});
