/** `npm run check -- --report FILE`. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { run, type Outcome } from '../support/build-site.ts';
import { lineOf, onlyWithClass, parsePage } from '../support/dom.ts';
import { rowsOf, summaryOf } from '../support/report-page.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const SETTINGS = 'title: The garden\nurl: https://garden.example/\n';
const GOOD = {
  'site.yaml': SETTINGS,
  'posts/roses/index.md': '---\ntitle: Roses\npublishDate: 2024-03-10\n---\nRed ones.\n',
};

/** One of each thing that a report tells of. */
const OLD_BLOG = {
  'site.yaml': `${SETTINGS}legacyHosts: [old.blogspot.com]\n`,
  'redirects.yaml': [
    'redirects:',
    '  - { from: /p/us.html, to: /about/, status: 302 }',
    '  - { from: /gone.html, status: 410 }',
    '  - { from: /category/:name/, to: /tags/:name/ }',
    '',
  ].join('\n'),
  'pages/about.md': '---\ntitle: About\n---\n\n## Who we are\n\nGardeners.\n',
  'posts/roses/index.md': [
    '---', // 1
    'title: Roses', // 2
    'publishDate: 2024-03-10', // 3
    'description: Red ones.', // 4
    'tags: [Flowers, red]', // 5
    'legacyUrl: /2024/03/roses.html', // 6
    '---', // 7
    '', // 8
    '[Tulips](http://old.blogspot.com/2023/05/tulips.html?m=1) and', // 9
    '[home](http://old.blogspot.com/), [lost](http://old.blogspot.com/2001/01/lost.html),', // 10
    '[us](/about/#who-we-are), [you](/about/#who-you-are), [here](#nowhere),', // 11
    '[](https://x.example/), [slip](hhttps://x.example/)', // 12
    '', // 13
    '[![](https://1.bp.blogspot.com/-x/s200/rose.png)](https://1.bp.blogspot.com/-x/s1600/rose.png)', // 14
    '', // 15
    '```', // 16
    'print("red")', // 17
    '```', // 18
    '', // 19
    '##', // 20
    '', // 21
    'The end, says [1](https://www.blogger.com/blogger.g?blogID=1#1).', // 22
    '',
  ].join('\n'),
  'posts/tulips/index.md': [
    '---',
    'title: Tulips',
    'publishDate: 2023-05-01',
    'tags: [flowers]',
    'legacyUrl: [/2023/05/tulips.html, /2023/05/Yellow.html]',
    '---',
    '',
    'Yellow ones.',
    '',
  ].join('\n'),
  'posts/daisies/index.md':
    '---\ntitle: Daisies\npublishDate: 2023-04-01\ntags: [flowers]\n---\nWhite ones.\n',
};

interface Checked extends Outcome {
  readonly file: string;
}

/** Checks content and writes a report to a file that is not there yet. */
async function report(
  content: string,
  args: readonly string[] = [],
  file = path.join(temporaryFolder(), 'report.html'),
): Promise<Checked> {
  const flags = ['--content', content, '--report', file, ...args];
  const outcome = await run(process.execPath, ['src/start.mjs', 'check', ...flags]);
  return { ...outcome, file };
}

function pageAt(file: string) {
  return parsePage(readFileSync(file, 'utf8'));
}

describe('the report of a blog that leaves Blogger', () => {
  const content = { folder: '' };
  let checked: Checked;
  beforeAll(async () => {
    content.folder = folderWith(OLD_BLOG);
    checked = await report(content.folder);
  });

  const at = (place: string): string => path.join(content.folder, place);
  const rows = (title: string): string[][] => rowsOf(pageAt(checked.file), title);

  it('is written, and the command prints its path', () => {
    expect(checked.stdout).toMatch(`The report is in ${checked.file}.\n`);
    expect(checked.exitCode).toBe(0);
    expect(lineOf(onlyWithClass(pageAt(checked.file), 'verdict'))).toMatch(
      /^Ready to switch once you have read 5 warnings\./,
    );
  });

  it('lists every redirect with the line that defines it', () => {
    expect(rows('From legacyUrl of posts and pages')).toEqual([
      ['/2023/05/Yellow.html', '/2023/05/tulips/', '301', at('posts/tulips/index.md:5')],
      ['/2023/05/tulips.html', '/2023/05/tulips/', '301', at('posts/tulips/index.md:5')],
      ['/2024/03/roses.html', '/2024/03/roses/', '301', at('posts/roses/index.md:6')],
    ]);
    expect(rows('From redirects.yaml')).toEqual([
      ['/p/us.html', '/about/', '302', at('redirects.yaml:2')],
      ['/gone.html', 'gone', '410', at('redirects.yaml:3')],
      ['/category/:name/', '/tags/:name/', '301', at('redirects.yaml:4')],
    ]);
    const ofBlogger = rows('Built in for the old platform').map(([from]) => from);
    expect(ofBlogger).toEqual(
      expect.arrayContaining(['/2024_03_01_archive.html', '/search/label/red']),
    );
    expect(rows('Posts without an old address')).toEqual([[at('posts/daisies/index.md:1')]]);
  });

  it.each<[title: string, expected: [place: string, ...cells: string[]][]]>([
    [
      'Links rewritten to the new address',
      [
        [
          'posts/roses/index.md:9',
          'http://old.blogspot.com/2023/05/tulips.html?m=1',
          '/2023/05/tulips/',
        ],
        ['posts/roses/index.md:10', 'http://old.blogspot.com/', '/'],
      ],
    ],
    [
      'Links that stay as written',
      [['posts/roses/index.md:10', 'http://old.blogspot.com/2001/01/lost.html']],
    ],
    [
      'Links to Blogger itself',
      [['posts/roses/index.md:22', 'https://www.blogger.com/blogger.g?blogID=1#1']],
    ],
    [
      'Images hosted by Blogger',
      [['posts/roses/index.md:14', 'https://1.bp.blogspot.com/-x/s200/rose.png']],
    ],
    [
      'Links to images hosted by Blogger',
      [['posts/roses/index.md:14', 'https://1.bp.blogspot.com/-x/s1600/rose.png']],
    ],
    [
      'Images with an empty or missing description',
      [['posts/roses/index.md:14', 'https://1.bp.blogspot.com/-x/s200/rose.png']],
    ],
    ['Links without text, removed', [['posts/roses/index.md:12', 'https://x.example/']]],
    [
      'Links to missing anchors',
      [
        ['posts/roses/index.md:11', '/about/#who-you-are'],
        ['posts/roses/index.md:11', '#nowhere'],
      ],
    ],
    ['Posts without a description', [['posts/daisies/index.md:1'], ['posts/tulips/index.md:1']]],
    ['Similar tags', [['posts/roses/index.md:5', 'Flowers', 'flowers']]],
    ['Headings without text, removed', [['posts/roses/index.md:22', 'The end, says']]],
    ['Code without a language', [['posts/roses/index.md:17', 'print("red")']]],
  ])('has a table: %s', (title, expected) => {
    expect(rows(title)).toEqual(expected.map(([place, ...cells]) => [at(place), ...cells]));
  });

  it('counts everything', () => {
    expect(summaryOf(pageAt(checked.file))).toMatchObject({
      Errors: 0,
      Warnings: 5,
      'Links to the old blog': 3,
      'Dependencies on Blogger': 3,
      'Images without a description': 1,
      'Broken links': 3,
      'Details in posts': 5,
    });
  });

  it('does not change what the command prints', async () => {
    const args = ['src/start.mjs', 'check', '--content', content.folder];
    const { stdout, stderr } = await run(process.execPath, args);
    expect(stderr).toBe(checked.stderr);
    expect(stdout).not.toContain('report');
    expect(stdout).toContain('5 warnings');
  });

  it('is byte for byte the same again', async () => {
    const first = readFileSync(checked.file, 'utf8');
    const again = await report(content.folder, ['--quiet'], checked.file);
    expect(again.stdout).toBe('');
    expect(readFileSync(again.file, 'utf8')).toBe(first);
  });

  it('is available as JSON', async () => {
    const { stdout } = await report(content.folder, ['--format', 'json']);
    const document = z
      .object({
        warnings: z.number(),
        problems: z.array(z.object({ severity: z.literal('warning') })),
        notes: z.array(z.object({ severity: z.literal('note'), code: z.string() })),
        redirects: z.array(z.object({ from: z.string(), source: z.string() })),
      })
      .parse(JSON.parse(stdout));
    const counts = summaryOf(pageAt(checked.file));
    expect(document.warnings).toBe(5);
    expect(document.problems).toHaveLength(5);
    expect(document.redirects).toHaveLength(counts['Old addresses'] ?? 0);
    expect(document.notes.filter(({ code }) => code === 'link-healed')).toHaveLength(2);
  });
});

describe('a report', () => {
  it('of invalid content is written, and the command fails', async () => {
    const content = folderWith({
      ...GOOD,
      'posts/tulips/index.md':
        '---\ntitle: Tulips\npublishDate: soon\n---\n![](https://1.bp.blogspot.com/a.png)\n',
    });
    const { exitCode, stderr, file } = await report(content);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`1 error. A build would publish nothing. The report is in ${file}.\n`);
    expect(summaryOf(pageAt(file))).toMatchObject({ Errors: 1, 'Images without a description': 1 });
    expect(lineOf(onlyWithClass(pageAt(file), 'verdict'))).toMatch(/^Not ready to switch\./);
  });

  it('of a blog without any content says so', async () => {
    const { exitCode, file } = await report(path.join(temporaryFolder(), 'none'));
    expect(exitCode).toBe(1);
    expect(rowsOf(pageAt(file), 'content-missing')).toHaveLength(1);
  });

  it('lists posts that keep their addresses', async () => {
    const content = folderWith({
      ...OLD_BLOG,
      'site.yaml': `${OLD_BLOG['site.yaml']}permalink: preserve\n`,
    });
    const page = pageAt((await report(content)).file);
    expect(rowsOf(page, 'Unchanged addresses of posts and pages')).toEqual([
      [
        '/2024/03/roses.html',
        '/2024/03/roses.html',
        '200',
        path.join(content, 'posts/roses/index.md:6'),
      ],
      [
        '/2023/05/tulips.html',
        '/2023/05/tulips.html',
        '200',
        path.join(content, 'posts/tulips/index.md:5'),
      ],
    ]);
    expect(rowsOf(page, 'From legacyUrl of posts and pages')).toHaveLength(1);
  });

  it('replaces an earlier report', async () => {
    const { file } = await report(folderWith(OLD_BLOG));
    const { exitCode } = await report(folderWith(GOOD), [], file);
    expect(exitCode).toBe(0);
    expect(summaryOf(pageAt(file))).toMatchObject({ Warnings: 0 });
  });

  it('never replaces another file', async () => {
    const content = folderWith(GOOD);
    const file = path.join(content, 'posts/roses/index.md');
    const { exitCode, stdout, stderr } = await report(content, [], file);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      `${file} is not a report from this command, so it was left unchanged. Choose another file.\n`,
    );
    expect(readFileSync(file, 'utf8')).toBe(GOOD['posts/roses/index.md']);
  });

  it('fills an empty file', async () => {
    const file = path.join(temporaryFolder(), 'report.html');
    writeFileSync(file, '');
    expect((await report(folderWith(GOOD), [], file)).exitCode).toBe(0);
    expect(lineOf(onlyWithClass(pageAt(file), 'verdict'))).toMatch(/^Ready to switch\./);
  });

  it('cannot be a folder', async () => {
    const folder = path.join(temporaryFolder(), 'reports');
    mkdirSync(folder);
    const { exitCode, stderr } = await report(folderWith(GOOD), [], folder);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      `Cannot write the report to ${folder}, which is a folder. Choose a file in it, such as ${folder}/report.html.\n`,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('needs an existing folder', async () => {
    const folder = path.join(temporaryFolder(), 'none');
    const file = path.join(folder, 'report.html');
    const { exitCode, stderr } = await report(folderWith(GOOD), [], file);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      `Cannot write the report to ${file}: there is no folder ${folder}. Create it first, or choose another file.\n`,
    );
    expect(existsSync(folder)).toBe(false);
  });

  it('that cannot be stored is reported in a sentence', async () => {
    const file = path.join(temporaryFolder(), `${'x'.repeat(300)}.html`);
    const { exitCode, stderr } = await report(folderWith(GOOD), [], file);
    expect(exitCode).toBe(1);
    expect(stderr).toBe(
      `Cannot write the report to ${file}: the name is too long for the file system. Choose a shorter one.\n`,
    );
  });

  it('needs a file name', async () => {
    const { exitCode, stderr } = await run(process.execPath, [
      'src/start.mjs',
      'check',
      '--report',
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--report');
  });
});
