/** The editor of the preview in Chromium, on the files of the content: what changes in them. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { Browser, FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { loadWithProblems } from '../../src/build/load-site.ts';
import { CHROMIUM, launchChromium } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import { freePort } from '../support/free-port.ts';
import { photograph, plain } from '../support/pictures.ts';
import { startPreview, type RunningPreview } from '../support/preview.ts';
import { folderWith, writeFiles } from '../support/scratch.ts';
import { required } from '../support/required.ts';
import { EditorPage } from './editor-page.ts';
import { axeFaults } from './judges.ts';

/** Milliseconds; the figures that are printed are what counts, machines differ. */
const LATEST = 20_000;

const ROSES = `---
# Ours.
title: 'Roses' # of the garden
publishDate: 2024-03-10
author: Rosa
mood: { calm: yes }
---

Red ones, not [tulips](/2024/03/tulips/).[^1]

| a | b |
|---|---|
| 1 | 2 |

* one
* two

[^1]: A <b>note</b>.
`;
const TULIPS = '---\ntitle: Tulips\npublishDate: 2024-03-11\nauthor: Rosa\n---\n\nYellow ones.\n';

const CONTENT = {
  'site.yaml': 'title: The garden\nurl: https://garden.example/\n',
  'authors/rosa.json': '{ "name": "Rosa", "bio": "Grows roses." }\n',
  'posts/roses/index.md': ROSES,
  'posts/tulips/index.md': TULIPS,
};
const LILIES = 'posts/lilies-and-more';

/** The page of the text that is edited. */
function pageOf({ page }: EditorPage): FrameLocator {
  return page.frameLocator('iframe.preview').frameLocator('iframe').last();
}

describeWith(CHROMIUM, 'the editor of the preview', (program) => {
  describeWith(['git'], 'in a Git work tree', (git) => {
    let browser: Browser;
    let preview: RunningPreview;
    let editor: EditorPage;
    const content = folderWith(CONTENT);
    let command: readonly string[];
    const figures: string[] = [];

    beforeAll(async () => {
      run('init', '--quiet');
      commit();
      command = ['--content', content, '--port', String(await freePort())];
      preview = await startPreview({ args: command });
      browser = await launchChromium(program);
      editor = await openEditor();
    });

    beforeEach(({ onTestFailed }) => onTestFailed(() => console.error(preview.said)));

    afterAll(async () => {
      await browser?.close();
      await preview?.stop();
      console.log(figures.join('\n'));
    });

    async function openEditor(locale = 'en-US'): Promise<EditorPage> {
      const page = await (await browser.newContext({ locale })).newPage();
      page.setDefaultTimeout(LATEST);
      const opened = new EditorPage(page);
      const started = performance.now();
      await page.goto(`${preview.url}admin/`);
      await page.getByRole('row', { name: 'Roses' }).waitFor();
      figures.push(`list of posts: ${Math.round(performance.now() - started)} ms`);
      return opened;
    }

    function run(...args: readonly string[]): string {
      const identity = ['-c', 'user.name=Rosa', '-c', 'user.email=rosa@garden.example'];
      return execFileSync(git, [...identity, ...args], { cwd: content, encoding: 'utf8' });
    }

    function commit(): void {
      run('add', '--all');
      run('commit', '--quiet', '--message', 'Change');
    }

    /** Names of changed files, and lines that went and came, since the last call. */
    function changes(): string[] {
      run('add', '--all');
      const files = run('diff', '--cached', '--name-status', '--find-renames=50').trim();
      const lines = run('diff', '--cached', '--unified=0', '--find-renames=50', '--', '*.md')
        .split('\n')
        .filter((line) => /^[-+](?![-+])/.test(line));
      run('commit', '--quiet', '--allow-empty', '--message', 'Change');
      return [...files.split('\n'), ...lines].map((line) => line.replaceAll('\t', ' '));
    }

    function read(file: string): string {
      return readFileSync(path.join(content, file), 'utf8');
    }

    /** What `npm run check` says, and the posts that a build would publish. */
    async function check() {
      const options = { contentDir: content, publicDir: folderWith({}), drafts: false };
      const { site, problems } = await loadWithProblems({
        ...{ ...options, now: Date.parse('2026-12-01T12:00:00Z'), wanted: 'problems' },
      });
      return {
        problems: problems.filter(({ code }) => code !== 'post-field-unknown'),
        posts: site.posts.map((post) => post.path),
      };
    }

    it('signs in by itself', async () => {
      expect(await editor.page.getByRole('row').count()).toBe(2);
      expect(editor.page.url()).not.toContain('token');
      expect(editor.errors).toEqual([]);
    });

    it('makes a post with two pictures', async () => {
      const pictures = folderWith({
        'leaf.png': await plain(640, 400, '#20c020'),
        'rose.jpg': await photograph(64, 40, 6),
      });
      await editor.create();
      await editor.fill('title', 'Lilies and more');
      await editor.setDate('publishDate', '2026-11-30');
      await editor.add('author', 'Rosa');
      await editor.write('They are **white**.');
      await editor.addPicture(`${pictures}/leaf.png`, 'A leaf');
      const shown = pageOf(editor).getByAltText('A leaf');
      // Not merely its description.
      await expect.poll(async () => (await shown.boundingBox())?.height).toBeGreaterThan(200);
      await editor.upload('cover', `${pictures}/rose.jpg`);
      await editor.save();
      expect(changes().filter((line) => line.startsWith('A'))).toEqual([
        `A ${LILIES}/index.md`,
        `A ${LILIES}/leaf.png`,
        `A ${LILIES}/rose.jpg`,
      ]);
      expect(read(`${LILIES}/index.md`)).toBe(`---
title: Lilies and more
publishDate: 2026-11-30
published: false
author: Rosa
cover: ./rose.jpg
---

They are **white**.

![A leaf](./leaf.png)
`);
      const { exif, width, height } = await sharp(`${content}/${LILIES}/rose.jpg`).metadata();
      expect([exif, width, height]).toEqual([undefined, 40, 64]);
      expect((await check()).problems).toEqual([]);
    });

    it('shows the page as it is typed, and problems at their fields', async () => {
      await editor.open('Roses');
      await pageOf(editor).getByText('Red ones, not').waitFor();
      const started = performance.now();
      await editor.fill('title', 'Roses & thorns');
      await pageOf(editor).getByRole('heading', { name: 'Roses & thorns' }).first().waitFor();
      figures.push(`typed title: ${Math.round(performance.now() - started)} ms`);
      await editor.write('No [page](/nowhere/).');
      await editor.page.locator('.perennial-note').getByText('/nowhere/').waitFor();
      expect(await editor.field('body').locator('.perennial-note').count()).toBe(1);
      const pane = required(editor.page.frames().find((frame) => frame.url().startsWith('blob:')));
      // It is a part of a page, which has these.
      const inPage = /^(?:landmark-one-main|page-has-heading-one)/;
      expect((await axeFaults(pane)).filter((fault) => !inPage.test(fault))).toEqual([]);
      await pane.getByRole('button').first().click();
      expect(await editor.field('body').locator(':focus').count()).toBe(1);
      expect(run('status', '--short')).toBe('');
      expect(editor.errors).toEqual([]);
      await leave();
    });

    /** Without saving. */
    async function leave(): Promise<void> {
      await editor.page.getByRole('button', { name: 'Cancel Editing' }).click();
      await editor.backInList();
      await editor.reload();
    }

    it('changes one line of a post for one field', async () => {
      await editor.open('Roses');
      await editor.fill('title', "Rosa's roses");
      await editor.save();
      expect(changes()).toEqual([
        'M posts/roses/index.md',
        "-title: 'Roses' # of the garden",
        "+title: 'Rosa''s roses' # of the garden",
      ]);
      expect((await check()).problems).toEqual([]);
    });

    it('changes one paragraph that is edited as rich text', async () => {
      await editor.open('roses');
      await typeAfter('two', ' or three');
      await editor.save();
      expect(changes()).toEqual(['M posts/roses/index.md', '-* two', '+* two or three']);
    });

    it('changes one paragraph of a draft in rich text that is restored', async () => {
      await editor.open('roses');
      await typeAfter('two or three', ' or four');
      await editor.keepDraft('or four');
      await editor.reload();
      await editor.open('roses');
      await editor.answer('Restore');
      await editor.save();
      expect(changes().slice(1)).toEqual(['-* two or three', '+* two or three or four']);
    });

    /** In rich text. */
    async function typeAfter(before: string, added: string): Promise<void> {
      const body = await editor.reach('body');
      await body.getByRole('button', { name: 'Edit in Markdown' }).click();
      const text = body.locator('[contenteditable=true]');
      await text.getByText(before).click();
      await editor.page.keyboard.press('End');
      await editor.page.keyboard.type(added);
      await text.getByText(before + added).waitFor();
    }

    it('renames a post with its pictures, whose old address redirects', async () => {
      await editor.open('Lilies');
      await editor.changeSlug('water-lilies');
      await editor.save();
      expect(changes()).toEqual([
        `R079 ${LILIES}/index.md posts/water-lilies/index.md`,
        `R100 ${LILIES}/leaf.png posts/water-lilies/leaf.png`,
        `R100 ${LILIES}/rose.jpg posts/water-lilies/rose.jpg`,
        '+legacyUrl: /2026/11/lilies-and-more/',
      ]);
      expect(existsSync(path.join(content, LILIES))).toBe(false);
      expect((await check()).problems).toEqual([]);
    });

    it('schedules and publishes a post', async () => {
      await editor.open('Lilies');
      await editor.setDate('publishDate', '2026-12-24', '18:30');
      await editor.switch('published');
      await editor.save();
      expect(changes().slice(1)).toEqual([
        '-publishDate: 2026-11-30',
        '-published: false',
        '+publishDate: 2026-12-24T18:30',
        '+published: true',
      ]);
      expect(await check()).toMatchObject({ problems: [], posts: { length: 2 } });
      await editor.open('Lilies');
      await editor.setDate('publishDate', '2026-11-30', '');
      await editor.save();
      expect(changes().slice(1)).toEqual([
        '-publishDate: 2026-12-24T18:30',
        '+publishDate: 2026-11-30',
      ]);
      const { problems, posts } = await check();
      expect(problems).toEqual([]);
      expect(posts[0]).toBe('/2026/11/water-lilies/');
    });

    it('saves beside what has been changed on disk meanwhile, once the writer wants that', async () => {
      await editor.open('Tulips');
      await editor.fill('title', 'Our tulips');
      const theirs = changeOnDisk('Yellow', 'Pink');
      expect(await editor.refusedSave()).toMatch(
        /has been changed .* both are kept\. Where both have/s,
      );
      expect(read('posts/tulips/index.md')).toBe(theirs);
      await editor.press('Save');
      await editor.answer('Save Anyway');
      await editor.backInList();
      expect(read('posts/tulips/index.md')).toBe(theirs.replace('Tulips', 'Our tulips'));
      changes();
    });

    it('asks before it replaces what somebody else has written in the same place', async () => {
      await editor.open('Our tulips');
      await editor.fill('title', 'Edited');
      await editor.write('Edited here.');
      changeOnDisk('Pink', 'White');
      const theirs = changeOnDisk('title: Our tulips\n', '');
      const asked: string[] = [];
      editor.page.once('dialog', (dialog) => {
        asked.push(dialog.message());
        return dialog.dismiss();
      });
      await editor.press('Save');
      await editor.answer('Save Anyway');
      await editor.page.getByText('Nothing was saved.').waitFor();
      expect(asked).toEqual([expect.stringMatching(/Title: \(removed\)\nText: White ones\.$/)]);
      expect(read('posts/tulips/index.md')).toBe(theirs);
      await editor.page.getByRole('alertdialog').getByRole('button').last().click();
      expect(await editor.field('body').locator('textarea').inputValue()).toBe('Edited here.');
      changeOnDisk('---\n', '---\ntitle: Our tulips\n');
      await leave();
    });

    it('saves a restored draft beside what has been changed on disk since', async () => {
      await editor.open('Our tulips');
      await (await editor.reach('title')).getByRole('textbox').click();
      await editor.page.keyboard.press('End');
      await editor.page.keyboard.type(' and theirs');
      await editor.keepDraft('and theirs');
      const theirs = changeOnDisk('White', 'Black');
      await editor.reload();
      await editor.open('Our tulips');
      await editor.answer('Restore');
      await editor.save();
      expect(read('posts/tulips/index.md')).toBe(
        theirs.replace('Our tulips', 'Our tulips and theirs'),
      );
      changes();
    });

    it('saves nothing into a file that somebody else has broken meanwhile', async () => {
      await editor.open('Our tulips');
      await editor.write('Edited here.');
      const broken = changeOnDisk('title: Our', 'title: Our: own');
      await editor.press('Save');
      await editor.answer('Save Anyway');
      await editor.page.getByText('can no longer be read (line 2: ').waitFor();
      await editor.answer('OK');
      expect(read('posts/tulips/index.md')).toBe(broken);
      changeOnDisk('title: Our: own', 'title: Our');
      await leave();
      changes();
    });

    it('refuses the second save of two editors of a post, one of them in German', async () => {
      const other = await openEditor('de-DE');
      await other.open('Our tulips');
      await editor.open('Our tulips');
      await editor.fill('title', 'Ours');
      await editor.save();
      await other.fill('title', 'Theirs');
      await other.press('Speichern');
      await other.page
        .getByRole('alertdialog')
        .getByText(/changed/)
        .waitFor();
      expect(read('posts/tulips/index.md')).toContain('title: Ours\n');
      const pane = required(other.page.frames().find((frame) => frame.url().startsWith('blob:')));
      expect(await pane.title()).toBe('Vorschau');
      await other.page.context().close();
      changes();
    });

    /** @returns the file of the tulips */
    function changeOnDisk(before: string, after: string): string {
      const theirs = read('posts/tulips/index.md').replace(before, after);
      writeFileSync(path.join(content, 'posts/tulips/index.md'), theirs);
      return theirs;
    }

    it('deletes a post with its pictures, and asks first since another links to it', async () => {
      writeFiles(content, {
        'posts/roses/index.md': ROSES.replace('2024/03/tulips', '2026/11/water-lilies'),
      });
      commit();
      const asked: string[] = [];
      editor.page.once('dialog', (dialog) => {
        asked.push(dialog.message());
        return dialog.accept();
      });
      await editor.open('Lilies');
      await editor.delete();
      expect(asked).toEqual([
        'Links in roses lead to what you are deleting. Readers who follow them would find nothing. Delete it anyway?',
      ]);
      expect(changes().filter((line) => line.startsWith('D'))).toHaveLength(3);
      expect(existsSync(path.join(content, 'posts/water-lilies'))).toBe(false);
    });

    it('says that the preview has ended, and keeps the text', async () => {
      await editor.open('Roses');
      await editor.write('Not lost.');
      await preview.stop();
      await editor.page.getByRole('button', { name: 'Save', exact: true }).click();
      await editor.page.getByRole('alertdialog').waitFor();
      await editor.page.getByRole('alertdialog').getByRole('button').last().click();
      expect(await editor.field('body').locator('textarea').inputValue()).toBe('Not lost.');
    });

    it('saves the text once the preview runs again', async () => {
      preview = await startPreview({ args: command });
      await editor.save();
      expect(read('posts/roses/index.md')).toContain('Not lost.');
    });
  });
});
