/** The scripts that check a whole site in Chromium. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { run } from '../support/build-site.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { elements, parsePage } from '../support/dom.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const CONTENT = {
  'site.yaml': 'title: Garden\nurl: https://example.org/garden/\n',
  'posts/roses/index.md': '---\ntitle: Roses\npublishDate: 2024-03-10\n---\n\nRed.\n',
};

describeWith(CHROMIUM, 'in Chromium', () => {
  describe('npm run screenshots', () => {
    it('captures kinds of pages in four widths, light and dark, and shows them on one page', async () => {
      const pictures = temporaryFolder();
      const content = folderWith(CONTENT);
      const args = ['--content', content, '--output', pictures, '--only', 'home,post'];
      const { exitCode, stderr } = await run('npm', ['run', 'screenshots', '--', ...args]);
      expect(exitCode, stderr).toBe(0);
      const folder = path.join(pictures, path.basename(content));
      const views = [390, 768, 1280, 1920].flatMap((width) => [`${width}-light`, `${width}-dark`]);
      const names = ['home', 'post'].flatMap((kind) => views.map((view) => `${kind}-${view}.png`));
      expect(readdirSync(folder).toSorted()).toEqual(names.toSorted());
      const sheet = parsePage(readFileSync(path.join(pictures, 'index.html'), 'utf8'));
      const shown = elements(sheet, 'img').map(({ attribs }) =>
        path.basename(attribs['src'] ?? ''),
      );
      expect(shown).toEqual(names);
      const [day, night] = ['light', 'dark'].map((light) =>
        readFileSync(path.join(folder, `home-390-${light}.png`)),
      );
      expect(day).not.toEqual(night);
    });
  });

  describe('axe-all', () => {
    it('checks every post, and finds no fault of ours', async () => {
      const { exitCode, stdout } = await run(process.execPath, [
        ...['test/node_modules/tsx/dist/cli.mjs', 'test/browser/axe-all.ts'],
        ...['--content', folderWith(CONTENT)],
      ]);
      expect(stdout).toBe(
        '\nOutside of the words of posts: 0 in 0 of 1 posts\n\nIn the words of posts: 0 in 0 of 1 posts\n',
      );
      expect(exitCode).toBe(0);
    });
  });
});
