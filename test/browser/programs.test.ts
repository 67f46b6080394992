/** The scripts that check a whole site in Chromium. */
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { run } from '../support/build-site.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const CONTENT = {
  'site.yaml': 'title: Garden\nurl: https://example.org/garden/\n',
  'posts/roses/index.md': '---\ntitle: Roses\npublishDate: 2024-03-10\n---\n\nRed.\n',
};

describeWith(CHROMIUM, 'in Chromium', () => {
  describe('npm run screenshots', () => {
    it('captures each kind of page, light and dark, on phone and desktop', async () => {
      const pictures = temporaryFolder();
      const args = ['--content', folderWith(CONTENT), '--output', pictures];
      const { exitCode, stderr } = await run('npm', ['run', 'screenshots', '--', ...args]);
      expect(exitCode, stderr).toBe(0);
      const kinds = ['404', 'archive', 'home', 'month', 'post', 'subscribe', 'year'];
      const views = ['desk-dark', 'desk-light', 'phone-dark', 'phone-light'];
      const names = readdirSync(pictures);
      expect(names).toEqual(
        expect.arrayContaining(kinds.flatMap((kind) => views.map((view) => `${kind}-${view}.png`))),
      );
      const [day, night] = ['light', 'dark'].map((light) =>
        readFileSync(`${pictures}/home-phone-${light}.png`),
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
