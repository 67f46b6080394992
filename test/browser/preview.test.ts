/** The preview in Chromium: what appears after each kind of save. */
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { listen } from '../verify/server.ts';
import { freePort } from '../support/free-port.ts';
import { startPreview, type RunningPreview } from '../support/preview.ts';
import { copyProject } from '../support/project-copy.ts';
import { folderWith, writeFiles } from '../support/scratch.ts';

/** Milliseconds; the figures that are printed are what counts, machines differ. */
const LATEST = 60_000;

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const SITE = {
  'site.yaml': 'title: The garden\nurl: https://garden.example/\n',
  'authors/rosa.json': '{ "name": "Rosa", "bio": "Grows roses." }',
  'posts/roses/index.md': post('Roses', 'Red ones.', 'author: Rosa'),
  'posts/tulips/index.md': post('Tulips', 'Yellow ones.', 'published: false'),
};

function post(title: string, text: string, more = 'author: Rosa'): string {
  return `---\ntitle: ${title}\npublishDate: 2024-03-10\n${more}\n---\n\n${text}\n`;
}

describeWith(CHROMIUM, 'the preview', (program) => {
  let browser: Browser;
  let page: Page;
  let preview: RunningPreview;
  const content = { folder: '' };
  const project = { folder: '' };
  const figures: string[] = [];

  beforeAll(async () => {
    project.folder = copyProject();
    content.folder = folderWith(SITE);
    const busy = createServer();
    const port = await listen(busy);
    preview = await startPreview({
      project: project.folder,
      args: ['--content', content.folder, '--port', String(port)],
    });
    busy.close();
    browser = await chromium.launch({
      executablePath: program,
      args: ['--no-sandbox', '--disable-gpu'],
    });
    page = await browser.newPage();
    page.setDefaultTimeout(LATEST);
  });

  // What the program said tells more than what the page does not show.
  beforeEach(({ onTestFailed }) => onTestFailed(() => console.error(preview.said)));

  afterAll(async () => {
    await browser?.close();
    await preview?.stop();
    console.log(figures.join('\n'));
  });

  function inContent(name: string): string {
    return path.join(content.folder, name);
  }

  /** Opens a page. The one before may reload in between, which ends the attempt. */
  async function visit(address: string): Promise<void> {
    for (let attempts = 1; ; attempts++) {
      try {
        await page.goto(address);
        return;
      } catch (error) {
        if (attempts === 5 || !/interrupted|ERR_ABORTED/.test(String(error))) throw error;
      }
    }
  }

  /** Saves, waits for what the reader is to see, and notes the time between. */
  async function figure(name: string, save: () => void, seen: () => Promise<unknown>) {
    const started = performance.now();
    save();
    await seen();
    const milliseconds = Math.round(performance.now() - started);
    figures.push(`${name}: ${milliseconds} ms`);
    expect(milliseconds).toBeLessThan(LATEST);
  }

  const see = (text: string) => page.getByText(text).first().waitFor();
  const builds = () => preview.said.match(/posts in/g)?.length;
  const isLoaded = () =>
    page.getByRole('img', { name: 'A lily' }).evaluate((image) => {
      return 'naturalWidth' in image && image.naturalWidth === 1;
    });
  const overlay = () => page.locator('perennial-problems');

  it('shows an edited post', async () => {
    await visit(`${preview.url}2024/03/roses/`);
    await see('Red ones.');
    await figure(
      'edited post',
      () => writeFiles(content.folder, { 'posts/roses/index.md': post('Roses', 'White ones.') }),
      () => see('White ones.'),
    );
    expect(await page.getByText('Red ones.').count()).toBe(0);
  });

  it('shows a post that was saved by an atomic rename', async () => {
    await figure(
      'post saved by renaming',
      () => {
        writeFileSync(inContent('posts/roses/.index.md.new'), post('Roses', 'Pink ones.'));
        renameSync(inContent('posts/roses/.index.md.new'), inContent('posts/roses/index.md'));
      },
      () => see('Pink ones.'),
    );
    expect(await page.getByText('White ones.').count()).toBe(0);
  });

  it('goes on when the folder of a post is back', async () => {
    renameSync(inContent('posts/roses'), `${content.folder}-away`);
    await see('Page not found');
    expect(preview.said).toContain('posts/roses (gone)');
    renameSync(`${content.folder}-away`, inContent('posts/roses'));
    await see('Pink ones.');
  });

  it('overlays the messages while a post is broken', async () => {
    await figure(
      'broken post',
      () => writeFiles(content.folder, { 'posts/roses/index.md': '---\ntitle: Roses\n---\nNo.\n' }),
      () => overlay().waitFor(),
    );
    await see('post-publishDate-missing');
    const text = (await overlay().locator('pre').textContent()) ?? '';
    expect(await overlay().locator('pre > strong').allTextContents()).toContainEqual(
      expect.stringMatching(/^error [\w-]+$/),
    );
    expect(text).toContain('posts/roses/index.md');
    expect(preview.said).toContain(text);
    await see('Pink ones.');
    await page.reload();
    await overlay().waitFor();
    await see('Pink ones.');
    await figure(
      'mended post',
      () => writeFiles(content.folder, { 'posts/roses/index.md': post('Roses', 'Mended ones.') }),
      () => see('Mended ones.'),
    );
    expect(await overlay().count()).toBe(0);
  });

  it('removes the messages when the post is restored', async () => {
    const file = inContent('posts/roses/index.md');
    const good = readFileSync(file);
    writeFileSync(file, 'nothing');
    await overlay().waitFor();
    writeFileSync(file, good);
    await overlay().waitFor({ state: 'detached' });
    expect(await page.getByText('Mended ones.').count()).toBe(1);
  });

  it('shows and labels drafts', async () => {
    await visit(`${preview.url}2024/03/tulips/`);
    await see('Yellow ones.');
    expect(await page.locator('.draft-label').first().textContent()).toBe('Draft');
  });

  it('does not reload when a file is saved unchanged or only other pages change', async () => {
    await page.evaluate('window.stays = true');
    for (const save of [
      { 'posts/tulips/index.md': SITE['posts/tulips/index.md'] },
      { 'site.yaml': SITE['site.yaml'] },
      { 'posts/roses/index.md': post('Roses', 'Blue ones.') },
    ]) {
      const before = builds();
      writeFiles(content.folder, save);
      await expect.poll(builds, { timeout: LATEST }).not.toBe(before);
    }
    // What the server says next, the page hears after all that.
    writeFiles(content.folder, { 'posts/roses/index.md': 'nothing' });
    await overlay().waitFor();
    writeFiles(content.folder, { 'posts/roses/index.md': post('Roses', 'Mended ones.') });
    await overlay().waitFor({ state: 'detached' });
    expect(await page.evaluate('window.stays')).toBe(true);
    writeFiles(content.folder, { 'posts/tulips/index.md': post('Tulips', 'Wild ones.') });
    await see('Wild ones.');
    expect(await page.evaluate('window.stays')).toBe(undefined);
  });

  it('follows a new post through an image, a rename and deletion', async () => {
    await visit(preview.url);
    await figure(
      'new post',
      () => writeFiles(content.folder, { 'posts/lilies/index.md': post('Lilies', 'Tall ones.') }),
      () => page.getByRole('link', { name: 'Lilies' }).first().waitFor(),
    );
    await visit(`${preview.url}2024/03/lilies/`);
    await figure(
      'new image',
      () =>
        writeFiles(content.folder, {
          'posts/lilies/lily.png': PIXEL,
          'posts/lilies/index.md': post('Lilies', 'Tall ones.\n\n![A lily](./lily.png)'),
        }),
      () => page.getByRole('img', { name: 'A lily' }).waitFor(),
    );
    await expect.poll(isLoaded).toBe(true);
    await visit(preview.url);
    await figure(
      'renamed post',
      () => renameSync(inContent('posts/lilies'), inContent('posts/white-lilies')),
      () => page.locator('a[href="/2024/03/white-lilies/"]').first().waitFor(),
    );
    await figure(
      'deleted post',
      () => rmSync(inContent('posts/white-lilies'), { recursive: true }),
      () => page.getByRole('link', { name: 'Lilies' }).first().waitFor({ state: 'detached' }),
    );
  });

  it('shows changed settings and authors', async () => {
    await visit(`${preview.url}authors/rosa/`);
    await figure(
      'author',
      () =>
        writeFiles(content.folder, { 'authors/rosa.json': '{ "name": "Rosa", "bio": "Grew." }' }),
      () => see('Grew.'),
    );
    await figure(
      'site.yaml',
      () =>
        writeFiles(content.folder, {
          'site.yaml': 'title: The park\nurl: https://garden.example/\n',
        }),
      () => see('The park'),
    );
    expect(await page.title()).toContain('The park');
  });

  it('replaces a stylesheet without reloading', async () => {
    await visit(preview.url);
    await page.evaluate('window.stays = true');
    const sheet = path.join(project.folder, 'public/css/site/print.css');
    await figure(
      'stylesheet',
      () => writeFileSync(sheet, `${readFileSync(sheet, 'utf8')}\nbody { outline-color: red; }\n`),
      () =>
        expect
          .poll(() => page.evaluate('getComputedStyle(document.body).outlineColor'), {
            timeout: 60_000,
          })
          .toBe('rgb(255, 0, 0)'),
    );
    expect(await page.evaluate('window.stays')).toBe(true);
    await expect.poll(() => page.locator('link[rel=stylesheet]').count()).toBe(1);
  });

  it('shows a changed template, and the error of a broken one', async () => {
    const file = path.join(project.folder, 'templates/components/site-footer.tsx');
    const good = readFileSync(file, 'utf8');
    await figure(
      'template',
      () => writeFileSync(file, good.replace('</footer>', '<p>Dug by hand.</p></footer>')),
      () => see('Dug by hand.'),
    );
    writeFileSync(file, `${good}<`);
    await overlay().waitFor();
    expect(await overlay().locator('pre').textContent()).toContain('site-footer.tsx');
    writeFileSync(file, good);
    await overlay().waitFor({ state: 'detached' });
    expect(preview.said).not.toContain('ExperimentalWarning');
  });

  it('restarts when the program changes', async () => {
    const file = path.join(project.folder, 'src/site/facts.ts');
    const good = readFileSync(file, 'utf8');
    await figure(
      'program',
      () => writeFileSync(file, good.replace('title: settings.title', "title: 'Overgrown'")),
      () => see('Overgrown'),
    );
    expect(await page.title()).toContain('Overgrown');
    // The first port is free again, but pages in browsers know the second one.
    expect(page.url()).toContain(preview.url);
  });
});

/** A proxy that passes an answer on only when it is complete. */
async function withBufferingProxy(target: string, use: (origin: string) => Promise<void>) {
  const proxy = createServer(({ url = '' }, response) => {
    request(new URL(url, target), { agent: false }, async (answer) => {
      const body = await buffer(answer).catch(() => '');
      response.writeHead(answer.statusCode ?? 502, answer.headers).end(body);
    })
      .on('error', () => response.destroy())
      .end();
  });
  const port = await freePort();
  await new Promise<void>((resolve) => proxy.listen(port, '127.0.0.1', resolve));
  try {
    await use(`http://localhost:${port}`);
  } finally {
    proxy.close();
    proxy.closeAllConnections();
  }
}

describeWith(CHROMIUM, 'a broken site', (program) => {
  it('starts with errors above warnings, opens their places, and works behind a proxy', async () => {
    const lonely = { 'posts/lilies/index.md': post('Lilies', 'Tall ones.', 'author: Lily') };
    const content = folderWith({ ...SITE, ...lonely, 'posts/roses/index.md': 'nothing' });
    const editor = folderWith({ code: '#!/bin/sh\necho "$@" >> "$(dirname "$0")/opened"\n' });
    chmodSync(path.join(editor, 'code'), 0o755);
    const opened = path.join(editor, 'opened');
    const preview = await startPreview({
      args: ['--content', content],
      env: { EDITOR: `${path.join(editor, 'code')} --wait` },
    });
    const browser = await chromium.launch({
      executablePath: program,
      args: ['--no-sandbox', '--disable-gpu'],
    });
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(LATEST);
      await page.goto(preview.url);
      const errors = page.locator('perennial-problems');
      await errors.getByText('posts/roses/index.md').first().waitFor();
      expect(await errors.locator('h1 ~ pre').innerText()).not.toContain('Lily');
      const folded = errors.locator('h1 ~ pre ~ details:not([open])');
      expect(await folded.locator('summary').innerText()).toBe('1 warning');
      await folded.locator('summary').click();
      await errors.getByRole('button', { name: 'posts/lilies/index.md:4' }).click();
      await expect
        .poll(() => (existsSync(opened) ? readFileSync(opened, 'utf8') : ''), { timeout: LATEST })
        .toContain(`${path.join(content, 'posts/lilies/index.md')}:4:1`);

      writeFiles(content, SITE);
      await page.getByRole('link', { name: 'Roses' }).first().waitFor();
      expect(await errors.count()).toBe(0);
      const badge = page.locator('perennial-warnings');
      await badge.getByText('1 warning', { exact: true }).waitFor();
      expect(await badge.locator('pre').isVisible()).toBe(false);
      const isAbove = () =>
        page.evaluate(
          `document.querySelector('perennial-warnings').getBoundingClientRect().bottom
            <= document.body.getBoundingClientRect().top`,
        );
      expect(await isAbove()).toBe(true);
      await badge.locator('summary').click();
      await badge.getByText('describes "Lily"').waitFor();
      expect(await isAbove()).toBe(true);

      await withBufferingProxy(preview.url, async (origin) => {
        await page.goto(`${origin}/2024/03/roses/`);
        writeFiles(content, { 'posts/roses/index.md': post('Roses', 'Proxied ones.') });
        await page.getByText('Proxied ones.').waitFor();
        rmSync(path.join(content, 'posts/lilies'), { recursive: true });
        await badge.waitFor({ state: 'detached' });
      });
    } finally {
      await browser.close();
      await preview.stop();
    }
  });
});
