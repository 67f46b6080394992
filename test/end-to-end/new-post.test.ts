/** `npm run new`. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { elements, lineOf } from '../support/dom.ts';
import { ROOT, buildSite, built, run, type Outcome } from '../support/build-site.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const SITE = 'title: A site\nurl: https://example.org/\ntimeZone: Pacific/Kiritimati\n';
const AUTHOR = JSON.stringify({ name: 'Ada Example' });

/** A folder in which git knows the name of the writer, or does not. */
function content(): string {
  return folderWith({ 'site.yaml': SITE, 'authors/ada.json': AUTHOR });
}

function begin(folder: string, args: readonly string[], writer = 'ada example'): Promise<Outcome> {
  const config = folderWith({ gitconfig: writer === '' ? '' : `[user]\n\tname = ${writer}\n` });
  return run(process.execPath, ['src/start.mjs', 'new', '--content', folder, ...args], {
    cwd: ROOT,
    env: {
      GIT_CONFIG_GLOBAL: path.join(config, 'gitconfig'),
      GIT_CONFIG_SYSTEM: path.join(config, 'none'),
      GIT_DIR: path.join(config, 'none'),
    },
  });
}

/** Today on the island where days begin first. */
function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Kiritimati' }).format(new Date());
}

describe('a new post', () => {
  it('is a draft dated today, by the author in git\u2019s settings', async () => {
    const folder = content();
    const before = today();
    const { exitCode, stdout, stderr } = await begin(folder, ['Ten years: a look back']);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    const file = path.join(folder, 'posts/ten-years-a-look-back/index.md');
    const text = readFileSync(file, 'utf8');
    const day = [before, today()].find((date) => text.includes(date)) ?? before;
    expect(text).toBe(
      [
        '---',
        "title: 'Ten years: a look back'",
        `publishDate: ${day}`,
        "author: 'Ada Example'",
        'tags: []',
        'published: false',
        '---',
        '',
        '',
      ].join('\n'),
    );
    const address = `/${day.slice(0, 7).replace('-', '/')}/ten-years-a-look-back/`;
    expect(stdout.split('\n').slice(0, 2)).toEqual([file, `http://localhost:8080${address}`]);
  });

  it.each([
    ['nobody whom the site knows', 'Somebody Else', 'is for "Somebody Else"'],
    ['nobody', '', 'git has no user.name'],
  ])('has no author when git knows %s', async (_what, writer, message) => {
    const folder = content();
    const { exitCode, stdout } = await begin(folder, ['Hello'], writer);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(message);
    expect(readFileSync(path.join(folder, 'posts/hello/index.md'), 'utf8')).not.toContain('author');
  });

  it('builds with any title', async () => {
    const folder = content();
    const titles = [
      `It's "quoted": yes # & no, {a} [b] \\n %`,
      '- a list? 🎉',
      '日本語のタイトル',
      '2026',
      'true',
      `A word ${'and another '.repeat(20)}`.trim(),
      'x'.repeat(290),
      '長'.repeat(250),
    ];
    for (const title of titles) {
      const { exitCode, stderr } = await begin(folder, ['--', title]);
      expect(exitCode, stderr).toBe(0);
    }
    const folders = readdirSync(path.join(folder, 'posts'));
    expect(folders).toHaveLength(titles.length);
    expect(Math.max(...folders.map((name) => Buffer.byteLength(name)))).toBe(120);
    const site = built(await buildSite({ content: folder, args: ['--drafts'] }));
    const shown = site.output
      .pages()
      .flatMap(({ document }) => elements(document, 'h1').map(lineOf));
    const typeset = '\u{2019}s \u{201C}quoted\u{201D}';
    const expected = titles.map((title) => title.replace(`'s "quoted"`, typeset));
    expect(shown).toEqual(expect.arrayContaining(expected));
  });

  it('joins a title of several lines', async () => {
    const folder = content();
    await begin(folder, ['One\r\ntwo\tthree\u0001']);
    expect(readFileSync(path.join(folder, 'posts/one-two-three/index.md'), 'utf8')).toContain(
      "title: 'One two three'\n",
    );
  });

  it('uses the given name', async () => {
    const folder = content();
    const { exitCode } = await begin(folder, ['🎉', '--slug', 'party']);
    expect(exitCode).toBe(0);
    expect(readdirSync(path.join(folder, 'posts'))).toEqual(['party']);
  });
});

describe('no post is created', () => {
  it.each([
    ['a title is missing', [], 'The title of the post is missing.'],
    ['the title is empty', ['  '], 'The title is empty'],
    ['the title has no letters', ['🎉'], 'has no letters or digits'],
    ['the name leads elsewhere', ['A', '--slug', '../b'], '--slug "../b" cannot'],
  ])('when %s', async (_what, args, message) => {
    const folder = content();
    const { exitCode, stdout, stderr } = await begin(folder, args);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage: npm run new');
    expect(readdirSync(folder)).not.toContain('posts');
  });

  it('over an existing one', async () => {
    const folder = folderWith({ 'site.yaml': SITE, 'posts/Hello/index.md': 'Mine.' });
    const { exitCode, stderr } = await begin(folder, ['Hello!']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${path.join(folder, 'posts/Hello')} already`);
    expect(readFileSync(path.join(folder, 'posts/Hello/index.md'), 'utf8')).toBe('Mine.');
    expect(readdirSync(path.join(folder, 'posts'))).toEqual(['Hello']);
  });

  it('without a content folder', async () => {
    const folder = path.join(temporaryFolder(), 'none');
    const { exitCode, stderr } = await begin(folder, ['Hello']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`There is no folder ${folder}.`);
  });

  it('when the settings cannot be read', async () => {
    const folder = folderWith({ 'site.yaml': 'title: [' });
    const { exitCode, stderr } = await begin(folder, ['Hello']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('error site-yaml');
    expect(stderr).toContain('No post was created.');
    expect(readdirSync(folder)).toEqual(['site.yaml']);
  });
});
