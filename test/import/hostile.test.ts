/** Exports that are damaged, or made to do harm. */
import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findBlogs } from '../../src/import/readers/detect.ts';
import { checkCount } from '../../src/import/source/limits.ts';
import { openSource } from '../../src/import/source/open-source.ts';
import { importCampaign } from '../fuzz/import/campaign.ts';
import { tryImport, type Trial } from '../fuzz/import/trial.ts';
import { built, buildSite, run } from '../support/build-site.ts';
import { elements, isDataBlock, parsePage } from '../support/dom.ts';
import { HOSTILE } from '../support/hostile.ts';
import { makeZip, type ZipMember } from '../support/make-zip.ts';
import { largePhoto } from '../support/pictures.ts';
import { filesBelow, folderWith, temporaryFolder } from '../support/scratch.ts';
import { FOLDER, feedOf, settingsCsv, type TakeoutEntry } from '../support/takeout.ts';
import { wxr, wxrPost } from '../support/wxr.ts';

interface Tried extends Trial {
  /** Everything that was written, by path below the content folder. */
  readonly files: readonly string[];
  read(file: string): string;
}

/** Imports what is at a path, and expects no harm. */
async function harmless(source: string): Promise<Tried> {
  const folder = temporaryFolder();
  const trial = await tryImport(() => openSource([source]), folder);
  expect(trial.faults).toEqual([]);
  const content = path.join(folder, 'a/content');
  return {
    ...trial,
    files: filesBelow(folder).map((file) => path.relative(content, file)),
    read: (file) => readFileSync(path.join(content, file), 'utf8'),
  };
}

function fileOf(content: string | Uint8Array, name = 'feed.atom'): string {
  return path.join(folderWith({ [name]: content }), name);
}

function post(number: number, fields: Partial<TakeoutEntry> = {}): TakeoutEntry {
  return {
    ...{ number, title: `Post ${number}`, html: `<p>Words ${number}.</p>` },
    filename: `/2024/05/post-${number}.html`,
    ...fields,
  };
}

const FEED = feedOf([post(1), post(2), post(3)]);
const POSTS = [1, 2, 3].map((number) => `posts/post-${number}/index.md`);

/** Messages of notices. */
function notices({ result }: Trial): string[] {
  return Array.from(result?.notices ?? [], ({ message }) => message);
}

describe('a file that is cut', () => {
  it('gives what comes before, and says so', async () => {
    const tried = await harmless(fileOf(FEED.slice(0, FEED.indexOf('Words 3'))));
    expect(tried.files).toEqual(expect.arrayContaining(POSTS.slice(0, 2)));
    expect(tried.files).not.toContain(POSTS[2]);
    expect(notices(tried)).toEqual([expect.stringMatching(/^feed\.atom is cut: /)]);
  });

  it.each([0, 1, 10, 60, 150])('tells what to do if only %d bytes are left', async (length) => {
    for (const name of ['feed.atom', 'export.xml', 'export.json', 'takeout.zip', 'x.tgz']) {
      const tried = await harmless(fileOf(FEED.slice(0, length), name));
      expect(tried.message ?? notices(tried)[0], name).toMatch(/[.,;] .*\.$/);
    }
  });

  it('may be an archive', async () => {
    const zip = makeZip({ [`${FOLDER}/feed.atom`]: FEED });
    for (const length of [4, 50, zip.length >> 1, zip.length - 1]) {
      const { message } = await harmless(fileOf(zip.subarray(0, length), 'takeout.zip'));
      expect(message).toMatch(/download it again\.$/);
    }
  });
});

it('takes each of doubled items once', async () => {
  const tried = await harmless(fileOf(feedOf([post(1), post(2), post(1), post(1)])));
  expect(tried.files.filter((file) => file.startsWith('posts/'))).toHaveLength(2);
});

describe('text in another encoding than it says', () => {
  const feed = feedOf([post(1, { title: 'Rosé', html: '<p>日本 “é”</p>' })]);

  it.each([
    ['UTF-16', Buffer.from(`\uFEFF${feed}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\uFEFF${feed}`, 'utf16le').swap16()],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${feed}`)],
  ])('is read: %s', async (_, bytes) => {
    const { read } = await harmless(fileOf(bytes));
    expect(read('posts/post-1/index.md')).toMatch(/title: Rosé\n[^]*日本 “é”/);
  });

  it('arrives with a notice if nobody can read it', async () => {
    const tried = await harmless(fileOf(Buffer.from(feedOf([post(1, { title: 'é' })]), 'latin1')));
    expect(tried.files).toContain('posts/post-1/index.md');
    expect(notices(tried)).toEqual([expect.stringContaining('characters that cannot be read')]);
  });

  it('may have control characters', async () => {
    const strange = 'a\u0000b\u0007c\u001B[31md\u007F\u0085e\u202Ef\uFFFEg';
    const entry = post(1, { title: strange, html: `<p>${strange}</p>`, labels: [strange] });
    const { files } = await harmless(fileOf(feedOf([{ ...entry, author: strange }])));
    expect(files).toContain('posts/post-1/index.md');
  });
});

describe('names that lead elsewhere', () => {
  const NAMES = [
    '../../../../tmp/evil',
    '..%2f..%2fevil',
    '/etc/passwd',
    'C:\\evil',
    '..\\..\\evil',
    'a\u0000b',
    'con',
    'NUL.txt',
    '.git',
    '.',
    '..',
    'x'.repeat(5000),
    'a:b|c?d*e<f>g"h',
    ' . ',
    '\u202Egpj.x',
    '__proto__',
    'constructor',
    'index',
    '.import.json',
  ];

  it('are made safe in addresses, authors, labels and files', async () => {
    const entries = NAMES.map((name, index) =>
      post(index, {
        ...{ filename: `/2024/05/${name.replaceAll('<', '&lt;')}.html`, author: name },
        labels: [name],
        html: `<p><img src="https://1.bp.blogspot.com/x/s1600/${encodeURIComponent(name)}.png"><img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' onload='alert(1)'/>"></p>`,
      }),
    );
    const albums = NAMES.map((name): ZipMember => ({
      name: `Takeout/Blogger/Albums/Garden/${name}.png`,
      content: 'x',
    }));
    const zip = makeZip([{ name: `${FOLDER}/feed.atom`, content: feedOf(entries) }, ...albums]);
    const { files, result } = await harmless(fileOf(zip, 'takeout.zip'));
    expect(result?.counts.post).toBe(NAMES.length);
    expect(files.filter((file) => file.endsWith('.md') && file.startsWith('posts/'))).toHaveLength(
      NAMES.length,
    );
  });

  it('may be those of members of an archive', async () => {
    const zip = makeZip([
      { name: `${FOLDER}/feed.atom`, content: FEED },
      ...NAMES.flatMap((name) => [
        { name: `Takeout/${name}`, content: 'evil' },
        { name, content: 'evil' },
      ]),
    ]);
    const { files } = await harmless(fileOf(zip, 'takeout.zip'));
    expect(files.filter((file) => file.startsWith('posts/')).toSorted()).toEqual(POSTS);
  });

  it('may be links in a folder or an archive', async () => {
    const secret = fileOf('secret words', 'secret.txt');
    const folder = folderWith({ '_config.yml': 'title: Garden\n', '_posts/2024-05-01-a.md': TEXT });
    symlinkSync(secret, path.join(folder, '_posts/2024-05-02-b.md'));
    symlinkSync(path.dirname(secret), path.join(folder, 'images'));
    symlinkSync('.', path.join(folder, 'loop'));
    execFileSync('mkfifo', [path.join(folder, '_posts/2024-05-03-c.md')]);
    const zip = makeZip([
      { name: '_posts/2024-05-01-a.md', content: TEXT },
      { name: '_posts/2024-05-02-b.md', content: secret, mode: 0o120777 },
    ]);
    for (const source of [folder, fileOf(zip, 'blog.zip')]) {
      const { files, read } = await harmless(source);
      expect(files.filter((file) => file.startsWith('posts/'))).toHaveLength(1);
      expect(files.map(read).join('')).not.toContain('secret words');
    }
  });

  it('may be asked for by a text', async () => {
    const secret = fileOf('secret words', 'secret.txt');
    const folder = folderWith({
      '_config.yml': 'title: Garden\n',
      '_posts/2024-05-01-a.md': `---\ntitle: A\nimage: ${secret}\n---\n![x](../../../../../../..${secret}) [y](file://${secret}) [z](${path.relative('/', secret)}) {% include ../../${secret} %}\n`,
    });
    const { files, read } = await harmless(folder);
    expect(files.map(read).join('')).not.toContain('secret words');
  });
});

const TEXT = '---\ntitle: A\n---\nWords.\n';

describe('what is too large', () => {
  it('may be an archive that grows', async () => {
    const claims = makeZip([{ name: 'feed.atom', content: FEED, claimedSize: 0xfffffff0 }]);
    for (const zip of [claims, makeZip([{ name: 'a.zip', content: claims }])]) {
      const { message } = await harmless(fileOf(zip, 'takeout.zip'));
      expect(message).toBeDefined();
    }
  });

  it('may be the number of members of an archive', async () => {
    const empty = Array.from({ length: 70_000 }, (_, index): ZipMember => ({
      name: `Takeout/${index}.xml`,
      content: '',
      method: 0,
    }));
    const feed = { name: `${FOLDER}/feed.atom`, content: FEED };
    const source = await openSource([fileOf(makeZip([...empty, feed]), 'takeout.zip')]);
    onTestFinished(() => source.close());
    expect(source.files).toHaveLength(70_001);
    const { reader } = await findBlogs(source, { fetch: async () => ({ url: '', text: '' }) });
    expect(reader.format).toBe('blogger-takeout');
    expect(() => checkCount(500_001, 'takeout.zip')).toThrow(
      /^takeout\.zip holds more than 500,000 files\. /,
    );
  });

  it('may be an archive whose members are the same bytes', async () => {
    const content = Buffer.alloc(20_000_000);
    const overlaps = Array.from({ length: 60 }, (_, index): ZipMember => ({
      ...{ name: `${index}.xml`, content, isOverlap: index > 0 },
    }));
    const { message } = await harmless(fileOf(makeZip(overlaps), 'takeout.zip'));
    expect(message).toMatch(/would unpack to more than 100 times its size/);
  });

  it('may be an archive that is small enough to be read', async () => {
    const zeros = makeZip([
      { name: 'feed.atom', content: Buffer.alloc(80_000_000) },
      { name: 'posts.json', content: Buffer.alloc(40_000_000, '[') },
    ]);
    for (const zip of [zeros, makeZip([{ name: 'a.zip', content: zeros }])]) {
      expect(zip.length).toBeLessThan(1_000_000);
      const { message } = await harmless(fileOf(zip, 'takeout.zip'));
      expect(message).toBeDefined();
    }
  });

  it('may be a body with large pictures in it, which become files', async () => {
    const src = `data:image/png;base64,${(await largePhoto()).toString('base64')}`;
    const { files, result } = await harmless(
      fileOf(feedOf([post(1, { html: `<p>Words.</p><img src="${src}">` })])),
    );
    expect(result?.changes).toHaveLength(0);
    expect(files).toContain('posts/post-1/picture.png');
  });

  it('may be the time that a pattern of the old site takes', async () => {
    const slow = 'a'.repeat(60);
    const pelican = folderWith({
      'pelicanconf.py': "FILENAME_METADATA = r'(?P<slug>(a+)+)!'\n",
      [`content/${slow}.md`]: 'Title: A\nDate: 2024-05-01\n\nWords.\n',
    });
    const hexo = folderWith({
      '_config.yml': `title: Garden\nnew_post_name: "${':x'.repeat(30)}!.md"\npublic_dir: public\n`,
      [`source/_posts/${slow}.md`]: '---\ntitle: A\ndate: 2024-05-01\n---\nWords.\n',
    });
    for (const folder of [pelican, hexo])
      expect((await harmless(folder)).result?.counts.post).toBe(1);
  });

  it('may be a title, a label, an author or an address', async () => {
    const long = 'long '.repeat(200_000);
    const entry = post(1, { title: long, labels: [long, 'x'.repeat(1_000_000)], author: long });
    const tried = await harmless(
      fileOf(feedOf([entry, post(2, { filename: `/${'x'.repeat(1_000_000)}.html` })])),
    );
    expect(tried.result?.counts.post).toBe(2);
    expect(notices(tried)).toEqual([
      'The title has 999,999 characters, so the first were taken.',
      '1 of 1 authors were left out, because they are too long or too many.',
      '2 of 2 tags were left out, because they are too long or too many.',
      '1 of 1 old addresses were left out, because they are too long or too many.',
    ]);
  });

  it('may be a status, of which the summary shows the beginning', async () => {
    const status = 'strange '.repeat(2000);
    const { result } = await harmless(
      fileOf(wxr([wxrPost({ 'wp:status': status })]), 'garden.xml'),
    );
    expect(result?.counts.post).toBe(1);
  });

  it('may be the number of labels', async () => {
    const labels = Array.from({ length: 100_000 }, (_, index) => `label ${index}`);
    const tried = await harmless(fileOf(feedOf([post(1, { labels }), post(2)])));
    expect(tried.result?.counts.post).toBe(2);
    expect(notices(tried)).toEqual([
      expect.stringMatching(/^99,\d{3} of 100,000 tags were left out/),
    ]);
  });

  it('may be the depth or the number of elements', async () => {
    const entries = [
      post(1, { html: `${'<div>'.repeat(5000)}deep` }),
      post(2, { html: `${'<b>'.repeat(2000)}bold` }),
      post(3, { html: 'line<br>'.repeat(20_000) }),
      post(4, { html: '<table><tr><td>'.repeat(500) }),
      post(5, { html: '*_`[<&'.repeat(5000) }),
    ];
    const { result, read } = await harmless(fileOf(feedOf(entries)));
    expect(result?.counts.post).toBe(5);
    expect(read('posts/post-1/index.md')).toContain('deep');
    const { message } = await harmless(fileOf(`<feed>${'<entry>'.repeat(100_000)}`, 'a.xml'));
    expect(message).toBeDefined();
  });

  it('may be what entities of a document type stand for', async () => {
    const bomb = `<!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, index) => `<!ENTITY b${index} "&b${index - 1};&b${index - 1};">`).join('')}<!ENTITY x SYSTEM "file:///etc/passwd">]>`;
    const feed = feedOf([
      post(1, { more: '<blogger:metaDescription>&b19;&x;</blogger:metaDescription>' }),
    ]);
    const { read } = await harmless(fileOf(feed.replace('<feed', `${bomb}<feed`)));
    expect(read('posts/post-1/index.md')).not.toContain('root:');
  });
});

it('leaves nothing in the built site that runs', async () => {
  const attacks = Object.values(HOSTILE);
  const entries = attacks.flatMap((attack, index): TakeoutEntry[] => [
    post(2 * index, { title: attack, html: attack, labels: [attack], author: attack }),
    {
      ...{ number: 2 * index + 1, type: 'COMMENT', author: attack, html: attack },
      more: `<blogger:parent>tag:blogger.com,1999:blog-7.post-${2 * index}</blogger:parent>`,
    },
  ]);
  const attack = '<script>alert(1)</script>';
  const source = folderWith({
    [`${FOLDER}/feed.atom`]: feedOf(entries, 7, attack),
    [`${FOLDER}/settings.csv`]: settingsCsv({ blog_name: attack, blog_description: attack }),
  });
  const content = path.join(temporaryFolder(), 'content');
  const imported = await run(process.execPath, [
    ...['src/start.mjs', 'import', source, '--content', content, '--no-download'],
  ]);
  expect(imported).toMatchObject({ exitCode: 0, stderr: '' });
  const { output } = built(
    await buildSite({ content, args: ['--no-images', '--no-cards', '--no-search'] }),
  );
  const pages = output.files().filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(attacks.length);
  for (const file of pages) expect(dangers(output.read(file)), file).toEqual([]);
});

/** What would run in a page, besides the scripts of the site. */
function dangers(html: string): string[] {
  return elements(parsePage(html)).flatMap((element) => {
    const { name, attribs } = element;
    const isOwn = (attribs['src'] ?? '').startsWith('/hashed/') || isDataBlock(element);
    return [
      ...(name === 'script' && !isOwn ? ['a script'] : []),
      ...Object.entries(attribs).flatMap(([key, value]) =>
        key.startsWith('on') || /^[\s\0-\x20]*(?:javascript|vbscript|data):/i.test(value)
          ? [`${name} ${key}=${value}`]
          : [],
      ),
    ];
  });
}

it('tells each mistake in one message, without a trace', async () => {
  const missing = path.join(temporaryFolder(), 'missing.zip');
  const damaged = fileOf('PK\u0003\u0004 and so on', 'takeout.zip');
  const empty = temporaryFolder();
  const other = fileOf('words', 'letter.txt');
  const pipe = path.join(temporaryFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  writeFileSync(path.join(empty, '.DS_Store'), '');
  for (const source of [missing, damaged, empty, other, pipe, 'http://127.0.0.1:1/feed']) {
    const content = path.join(temporaryFolder(), 'content');
    const { exitCode, stdout, stderr } = await run(process.execPath, [
      ...['src/start.mjs', 'import', source, '--content', content],
    ]);
    expect({ exitCode, stdout }, source).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr, source).not.toMatch(/\n\s+at |Error:/);
    expect(stderr.trim().split('\n'), source).toHaveLength(1);
  }
});

it('imports WordPress exports that are cut anywhere', async () => {
  const whole = wxr([wxrPost(), wxrPost({ 'wp:post_id': '15', 'wp:post_name': 'lilies' })]);
  for (let length = 0; length < whole.length; length += 97) {
    const { message, result } = await harmless(fileOf(whole.slice(0, length), 'garden.xml'));
    expect(message ?? result?.counts.post, String(length)).toBeDefined();
  }
});

it('survives exports that were damaged at random', async () => {
  const { findings, cases } = await importCampaign({
    ...{ cases: 60, seed: 1, from: 0, milliseconds: 20_000, folder: temporaryFolder() },
  });
  expect(findings).toEqual([]);
  expect(cases).toBeGreaterThan(0);
});
