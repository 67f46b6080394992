/** A page of an earlier run of the preview, while a large blog is built. */
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { loadWithProblems } from '../../src/build/load-site.ts';
import { HTML } from '../../src/dev/answer.ts';
import { EarlyAnswers } from '../../src/dev/early-answers.ts';
import { SeenPages } from '../../src/dev/seen-pages.ts';
import { PreviewServer } from '../../src/dev/server.ts';
import { SiteFiles } from '../../src/dev/site-files.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { freePort } from '../support/free-port.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const STATE = { assets: '', styles: '', errors: null, warnings: null };
const EARLIER = '<!DOCTYPE html><title>Earlier</title><body><p>Roses</p></body>';

describeWith(CHROMIUM, 'in Chromium', (program) => {
  it('says that it is not the current one, and gives way to it', async () => {
    const contentDir = folderWith({ 'site.yaml': 'title: Garden\nurl: https://garden.example/\n' });
    const options = { contentDir, publicDir: temporaryFolder(), drafts: true };
    const { site } = await loadWithProblems(options);
    const files = new SiteFiles(site, new Map([['index.html', () => '<body>Tulips</body>']]));
    const seen = new SeenPages(temporaryFolder(), contentDir);
    seen.add('/', { status: 200, type: HTML, content: EARLIER, headers: files.headers });
    let end: (() => void) | undefined;
    const build = new Promise<void>((resolve) => {
      end = resolve;
    });
    const editor = { paths: [], command: 'false' };
    const server = await PreviewServer.listen({ port: await freePort(), lan: false, editor });
    server.early = new EarlyAnswers(seen, () => ({ done: 0, all: 0 }));
    server.early.until(build);
    const built = () => build.then(() => files);
    server.serve({ files: built, editorFiles: built, state: () => STATE });
    const browser = await chromium.launch({
      executablePath: program,
      args: ['--no-sandbox', '--disable-gpu'],
    });
    try {
      const page = await browser.newPage();
      await page.goto(server.origin);
      await page.getByText('Roses').waitFor();
      const note = page.getByText('This is how the page was when you last saw it.');
      await note.waitFor();
      end?.();
      await page.getByText('Tulips').waitFor();
      expect(await note.count()).toBe(0);
    } finally {
      await browser.close();
      await server.close();
    }
  });
});
