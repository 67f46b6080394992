/** The published editor in Chromium, with a stand-in for GitHub: what it commits, and what a build makes of that. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { loadWithProblems } from '../../src/build/load-site.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import type { GitHub } from '../support/github.ts';
import { plain } from '../support/pictures.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';
import type { EditorPage } from './editor-page.ts';
import { hostEditor, type HostedEditor } from './hosted-editor.ts';

/** Written by a person: with a comment, quotes of their own, and a field that nobody knows. */
const HELLO = `---
# The first one.
title: "Hello"
publishDate: 2021-04-06
author: Rosa
tags: [ herbs, 'garden' ]
series:   Herbs of the year
legacyUrl: '/old.html'
typography: "on"
mood: { calm: yes }
---

Hello there.[^1]

| a | b |
| - | - |
| 1 | 2 |

[^1]: A <b>note</b>.
`;

/** Values that a form shows in another shape, and as YAML. */
const SITE = `# Our garden
title: 'Garden'   # short
url: https://garden.example/
host: netlify
timeZone: Europe/Berlin
fonts: system
licence: CC BY 4.0
lists: { thumbnails: false }
navigation:
  - { text: About, url: /about/ }   # us
  - tags
references:
  - { name: Plants, pattern: 'https://plants.example/:plant', label: ':plant' }
editUrl: https://github.com/rosa/garden
editor: true
`;

const CONTENT = {
  'content/site.yaml': SITE,
  'content/authors/rosa.json': '{ "name": "Rosa" }\n',
  'content/pages/about.md': '---\ntitle: About\n---\n\nWe.\n',
  'content/posts/hello/index.md': HELLO,
};

/** What somebody could write who wants the token of the next reader. */
const HOSTILE = `---
title: '<img src=x onerror="owned=1337"> & <b>bold</b>'
publishDate: 2021-04-05
tags: ['<script>owned=1337</script>', '"><img src=x onerror=owned=1337>']
description: '[x](javascript:owned=1337)'
---

<script>owned=1337</script><img src=x onerror="owned=1337">
<iframe srcdoc="<script>parent.owned=1337</script>"></iframe>
`;

const ROSES = 'content/posts/rosa-s-two-roses';
const NOW = Date.parse('2026-12-01T12:00:00Z');

describeWith(CHROMIUM, 'the editor on a Git host', (program) => {
  let hosted: HostedEditor;
  let github: GitHub;
  let editor: EditorPage;

  beforeAll(async () => {
    hosted = await hostEditor(program, CONTENT);
    ({ github, editor } = hosted);
  });

  afterAll(() => hosted.stop());

  /** What a build of the newest commit would publish; problems are those of `npm run check`. */
  async function build() {
    const folder = temporaryFolder('checkout');
    github.checkOut(folder);
    const { site, problems } = await loadWithProblems({
      contentDir: `${folder}/content`,
      publicDir: folderWith({}),
      drafts: false,
      now: NOW,
      wanted: 'problems',
    });
    return {
      problems: problems.filter(({ code }) => code !== 'post-field-unknown'),
      posts: site.posts.map(({ path }) => path),
      files: site.assets.map(({ path }) => path).filter((path) => path.endsWith('.png')),
      redirects: site.redirects.exact.map(({ from, to }) => `${from} ${to.path}`),
    };
  }

  /** What a page must not do, whatever a writer does. */
  async function faults(): Promise<string[]> {
    const refused = z.array(z.string()).parse(await editor.page.evaluate('refusals'));
    return [...editor.errors, ...refused, ...github.unknown, ...github.foreign];
  }

  it('loads without what its policy forbids, and asks nobody but the Git host', async () => {
    expect(await faults()).toEqual([]);
    expect(await editor.page.getByRole('row').allInnerTexts()).toHaveLength(1);
  });

  it('makes a post with two pictures', async () => {
    const pictures = folderWith({
      'rose.png': await plain(640, 400, '#c02020'),
      'leaf.png': await plain(640, 400, '#20c020'),
    });
    await editor.create();
    await editor.fill('title', 'Rosa’s two roses');
    await editor.setDate('publishDate', '2026-11-30');
    await editor.add('author', 'Rosa');
    await editor.add('tags', 'roses', 'herbs');
    await editor.write('They are **red**.\n\nBoth of them.');
    await editor.addPicture(`${pictures}/leaf.png`, 'A leaf');
    await editor.upload('cover', `${pictures}/rose.png`);
    await editor.save();
    expect(github.files.filter((path) => path.startsWith(ROSES))).toEqual([
      `${ROSES}/index.md`,
      `${ROSES}/leaf.png`,
      `${ROSES}/rose.png`,
    ]);
    expect(github.read(`${ROSES}/index.md`).toString()).toBe(`---
title: Rosa’s two roses
publishDate: 2026-11-30
published: false
author: Rosa
tags:
  - roses
  - herbs
cover: ./rose.png
---

They are **red**.

Both of them.

![A leaf](./leaf.png)
`);
    expect(await build()).toMatchObject({ problems: [], posts: ['/2021/04/hello/'] });
    expect(await faults()).toEqual([]);
  });

  it('changes one line of a post for one field, once every field has been seen', async () => {
    await editor.open('Hello');
    await editor.reach('canonicalUrl');
    await editor.fill('title', 'Hello, "world"');
    await editor.save();
    expect(github.lastChange().slice(2)).toEqual([
      '-title: "Hello"',
      '+title: "Hello, \\"world\\""',
    ]);
    expect(github.read('content/posts/hello/index.md').toString()).toContain('A <b>note</b>.');
    expect((await build()).problems).toEqual([]);
  });

  it('renames a post, whose old address redirects', async () => {
    await editor.open('Hello');
    await editor.changeSlug('greeting');
    await editor.save();
    expect(github.files).not.toContain('content/posts/hello/index.md');
    expect(github.lastChange().filter((line) => /^[-+][^-+]/.test(line))).toEqual([
      "-legacyUrl: '/old.html'",
      '+legacyUrl:',
      '+  - /old.html',
      '+  - /2021/04/hello/',
    ]);
    const { problems, posts, redirects } = await build();
    expect(problems).toEqual([]);
    expect(posts).toEqual(['/2021/04/greeting/']);
    expect(redirects).toContain('/2021/04/hello/ /2021/04/greeting/');
  });

  it('schedules a post', async () => {
    await editor.reload();
    await editor.open('Rosa');
    await editor.setDate('publishDate', '2026-12-24', '18:30');
    await editor.switch('published');
    await editor.save();
    expect(github.lastChange().slice(2)).toEqual([
      '-publishDate: 2026-11-30',
      '-published: false',
      '+publishDate: 2026-12-24T18:30',
      '+published: true',
    ]);
    const { problems, posts } = await build();
    expect(problems).toEqual([]);
    expect(posts).toEqual(['/2021/04/greeting/']);
  });

  it('publishes a post', async () => {
    await editor.open('Rosa');
    await editor.setDate('publishDate', '2026-11-30', '');
    await editor.save();
    const { problems, posts, files } = await build();
    expect(problems).toEqual([]);
    expect(posts[0]).toBe('/2026/11/rosa-s-two-roses/');
    expect(files).toEqual(
      expect.arrayContaining([
        '/2026/11/rosa-s-two-roses/leaf.png',
        '/2026/11/rosa-s-two-roses/rose.png',
      ]),
    );
  });

  it('deletes a post with its pictures', async () => {
    await editor.open('Rosa');
    await editor.delete();
    expect(github.files.filter((path) => path.startsWith(ROSES))).toEqual([]);
    expect(await build()).toMatchObject({ problems: [], posts: ['/2021/04/greeting/'] });
    expect(await faults()).toEqual([]);
  });

  it('changes one line of the settings, once every field has been seen', async () => {
    await editor.goTo('collections/settings/entries/site');
    const navigation = (await editor.reach('navigation')).getByRole('textbox');
    const before = await navigation.inputValue();
    await navigation.fill('- text: [');
    expect(await editor.refusedSave()).toContain('YAML of "Navigation" cannot be read (line 2: ');
    await navigation.fill(before);
    await editor.reach('social');
    await editor.fill('title', 'Green garden');
    await editor.save();
    expect(github.lastChange().slice(2)).toEqual([
      "-title: 'Garden'   # short",
      "+title: 'Green garden'   # short",
    ]);
    expect((await build()).problems).toEqual([]);
    await editor.goTo('collections/posts');
  });

  it('writes beside what somebody else has written meanwhile, once the writer wants that', async () => {
    await editor.open('Hello');
    await editor.fill('title', 'Mine');
    await editor.changeSlug('good-day');
    const theirs = github.read('content/posts/greeting/index.md').toString();
    github.write('content/posts/greeting/index.md', theirs.replace('Hello there', 'Good day'));
    const { head } = github;
    expect(await editor.refusedSave()).toContain('changed');
    expect(github.head).toBe(head);
    await editor.press('Save');
    await editor.answer('Save Anyway');
    await editor.backInList();
    expect(github.lastChange().filter((line) => /^[-+][^-+]/.test(line))).toEqual([
      '-title: "Hello, \\"world\\""',
      '+title: "Mine"',
      '+  - /2021/04/greeting/',
    ]);
    expect(github.read('content/posts/good-day/index.md').toString()).toContain('Good day');
  });

  it('saves a post that cannot be read once its front matter is corrected', async () => {
    const broken = '---\ntitle: Broken\npublishDate: 2021-05-01\ndescription: a: b\n---\n\nKept.\n';
    const file = 'content/posts/broken/index.md';
    github.write(file, broken);
    github.write('content/site.yaml', `${SITE}tagline: a: b\n`);
    const { head } = github;
    await editor.goTo('collections/posts');
    await editor.reload();
    await editor.open('Broken cannot be read');
    const title = editor.field('title').getByRole('textbox');
    expect(await title.inputValue()).toContain('(line 4: bad indentation');
    const text = (await editor.reach('body')).locator('textarea');
    expect(await text.inputValue()).toBe(broken.trim());
    await text.fill(`${broken}More.`);
    expect(await editor.refusedSave()).toContain(`"${file}" cannot be read (line 4: bad`);
    expect(github.head).toBe(head);
    await text.fill(broken.replace('a: b', 'a, b'));
    await editor.changeSlug('mended');
    await editor.save();
    expect(github.lastChange().filter((line) => /^[-+][^-+]/.test(line))).toEqual([
      '-description: a: b',
      '+description: a, b',
      '+legacyUrl: /2021/05/broken/',
    ]);
    await editor.open('Broken');
    expect(await title.inputValue()).toBe('Broken');
    expect(await (await editor.reach('body')).locator('textarea').inputValue()).toBe('Kept.');
    const corrected = github.head;
    await editor.goTo('collections/settings/entries/site');
    await editor.fill('title', 'Mine');
    expect(await editor.refusedSave()).toContain('"content/site.yaml" cannot be read (line 16');
    expect(github.head).toBe(corrected);
    github.write('content/site.yaml', SITE);
  });

  it('runs nothing that is in a post', async () => {
    github.write('content/posts/hostile/index.md', HOSTILE);
    await editor.goTo('collections/posts');
    await editor.reload();
    await editor.open('bold');
    const body = await editor.reach('body');
    await body.getByRole('button', { name: 'Edit in Markdown' }).click();
    await body.locator('[contenteditable=true] p').first().waitFor();
    await editor.reach('canonicalUrl');
    expect(await editor.page.evaluate('"owned" in globalThis')).toBe(false);
    expect(github.foreign).toEqual([]);
  });
});
