import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { openFolder } from '../../../src/import/source/folder.ts';
import { openSource } from '../../../src/import/source/open-source.ts';
import { readText, type Source } from '../../../src/import/source/source.ts';
import { makeTar } from '../../support/make-tar.ts';
import { makeZip } from '../../support/make-zip.ts';
import { folderWith, temporaryFolder } from '../../support/scratch.ts';

function fileOf(content: string | Uint8Array, name = 'export.zip'): string {
  return path.join(folderWith({ [name]: content }), name);
}

/** Path and text of each file. */
async function read(...names: string[]): Promise<Record<string, string>> {
  const source = await openSource(names);
  try {
    return await textsOf(source);
  } finally {
    await source.close();
  }
}

async function textsOf(source: Source): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const file of source.files) texts[file.path] = await readText(file);
  return texts;
}

async function skippedIn(name: string) {
  const source = await openSource([name]);
  await source.close();
  return source.skipped;
}

const FILES = { 'b/two.html': 'Two', 'a one.html': 'Öne' };

it('opens a file, a folder, a zip and a tar', async () => {
  expect(await read(fileOf('<feed/>', 'feed.atom'))).toEqual({ 'feed.atom': '<feed/>' });
  expect(await read(folderWith(FILES))).toEqual(FILES);
  expect(await read(fileOf(makeZip(FILES)))).toEqual(FILES);
  const tar = makeTar(Object.entries(FILES).map(([name, content]) => ({ name, content })));
  expect(await read(fileOf(tar, 'x.tar'))).toEqual(FILES);
  expect(await read(fileOf(gzipSync(tar), 'x.tgz'))).toEqual(FILES);
});

it('opens a gzipped file', async () => {
  expect(await read(fileOf(gzipSync('<rss/>'), 'feed.xml.gz'))).toEqual({ 'feed.xml': '<rss/>' });
});

it('does not take a folder that cannot be read for an empty one', () => {
  const file = path.join(folderWith({ a: '' }), 'a');
  expect(() => openFolder(file, 'a')).toThrow(`${file} cannot be read`);
});

it.runIf(process.platform === 'linux')('skips a name in another encoding', () => {
  const folder = folderWith({ 'a.md': 'A.' });
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/b`), Buffer.from([0xff])]), 'B.');
  const { files, skipped } = openFolder(folder, 'folder');
  expect(files.map((file) => file.path)).toEqual(['a.md']);
  expect(skipped).toMatchObject([{ path: 'b\ufffd' }]);
});

it('sorts the paths', async () => {
  expect(Object.keys(await read(folderWith({ b: '', B: '', 'a/c': '', a2: '' })))).toEqual([
    'B',
    'a/c',
    'a2',
    'b',
  ]);
});

it('reads members again and again, and stops in the midst of one', async () => {
  const source = await openSource([fileOf(makeZip({ 'long.txt': 'x'.repeat(1_000_000) }))]);
  const [file] = source.files;
  if (file === undefined) throw new Error('no file');
  for (let time = 0; time < 3; time++) {
    let size = 0;
    for await (const bytes of file.stream()) {
      size += bytes.length;
      break;
    }
    expect(size).toBeLessThan(1_000_000);
    expect(await readText(file)).toHaveLength(1_000_000);
  }
  await source.close();
});

it('merges several sources', async () => {
  const folder = folderWith({
    'takeout-001.zip': makeZip({ 'Takeout/feed.atom': '1' }),
    'takeout-002.zip': makeZip({ 'Takeout/x.jpg': '2' }),
    'posts.xml': '3',
  });
  const [first, second, third] = readdirSync(folder)
    .toSorted()
    .map((name) => path.join(folder, name));
  expect(await read(first ?? '', second ?? '', third ?? '', first ?? '')).toEqual({
    'posts.xml': '3',
    'takeout-001.zip/Takeout/feed.atom': '1',
    'takeout-002.zip/Takeout/x.jpg': '2',
  });
});

it('keeps apart files of one name', async () => {
  expect(await read(fileOf('1', 'posts.xml'), fileOf('2', 'posts.xml'))).toEqual({
    'posts.xml': '1',
    'posts (2).xml': '2',
  });
});

it('opens archives in the top folder of another, and removes what it unpacked', async () => {
  process.env['TMPDIR'] = temporaryFolder();
  const media = makeTar([{ name: '2020/05/x.jpg', content: 'picture' }]);
  const zip = makeZip([
    { name: 'blog/posts.xml', content: '<rss/>' },
    { name: 'blog/media.tar', content: media },
    { name: 'blog/deep/other.zip', content: makeZip({ 'a.txt': 'a' }) },
  ]);
  const source = await openSource([fileOf(zip)]);
  const texts = await textsOf(source);
  expect(Object.keys(texts)).toEqual([
    'blog/deep/other.zip',
    'blog/media.tar',
    'blog/media.tar/2020/05/x.jpg',
    'blog/posts.xml',
  ]);
  expect(texts['blog/media.tar/2020/05/x.jpg']).toBe('picture');
  expect(readdirSync(process.env['TMPDIR'] ?? '')).toHaveLength(1);
  await source.close();
  expect(readdirSync(process.env['TMPDIR'] ?? '')).toEqual([]);
});

it('opens the archives of a folder', async () => {
  expect(
    await read(
      folderWith({ 'one.zip': makeZip({ 'a.txt': 'a' }), 'bad.zip': 'PK\x03\x04', b: 'b' }),
    ),
  ).toMatchObject({ 'one.zip/a.txt': 'a', b: 'b' });
});

it('takes an address as it is', async () => {
  const source = await openSource(['https://blog.example/feed']);
  expect(source).toMatchObject({ url: 'https://blog.example/feed', files: [] });
  await expect(openSource(['https://blog.example/feed', 'x.zip'])).rejects.toThrow(
    'Import it alone',
  );
});

it('skips what leads out of an archive, and says so', async () => {
  const names = ['../evil.txt', 'a/../../evil.txt', '/abs.txt', 'C:\\w.txt', '..\\x', 'a\0b'];
  const zip = fileOf(
    makeZip([
      ...names.map((name) => ({ name, content: 'evil' })),
      { name: './good\\file.txt', content: 'good' },
    ]),
  );
  expect(await read(zip)).toEqual({ 'good/file.txt': 'good' });
  expect(await skippedIn(zip)).toEqual(
    names.map((name) => ({
      path: name.replace('\0', '\uFFFD'),
      reason: 'files whose path leads out of the export',
    })),
  );
  const tar = fileOf(
    makeTar([
      { name: '../evil.txt', content: 'evil' },
      { name: '/abs.txt', content: 'evil' },
      { name: 'good.txt', content: 'good' },
    ]),
    'x.tar',
  );
  expect(await read(tar)).toEqual({ 'good.txt': 'good' });
  expect(await skippedIn(tar)).toHaveLength(2);
  expect(existsSync(path.join(path.dirname(path.dirname(tar)), 'evil.txt'))).toBe(false);
});

it('follows no links and opens no pipes', async () => {
  const folder = folderWith({ 'post.md': 'text' });
  symlinkSync('/etc', path.join(folder, 'etc'));
  symlinkSync('.', path.join(folder, 'loop'));
  execFileSync('mkfifo', [path.join(folder, 'pipe')]);
  expect(await read(folder)).toEqual({ 'post.md': 'text' });
  expect((await skippedIn(folder))?.map(({ path: name }) => name).toSorted()).toEqual([
    'etc',
    'loop',
    'pipe',
  ]);
  const zip = makeZip([
    { name: 'link', content: '/etc/passwd', mode: 0o120777 },
    { name: 'file', content: 'x', mode: 0o100644 },
  ]);
  expect(await read(fileOf(zip))).toEqual({ file: 'x' });
  const tar = makeTar([
    { name: 'link', type: '2', target: '/etc/passwd' },
    { name: 'hard', type: '1', target: '/etc/passwd' },
    { name: 'pipe', type: '6' },
    { name: 'file', content: 'x' },
  ]);
  expect(await read(fileOf(tar, 'x.tar'))).toEqual({ file: 'x' });
  await expect(openSource([path.join(folder, 'pipe')])).rejects.toThrow(
    'neither a file nor a folder',
  );
});

it('drops what macOS and other tools add', async () => {
  const files = {
    '__MACOSX/Takeout/._feed.atom': 'x',
    'Takeout/._feed.atom': 'x',
    'Takeout/.DS_Store': 'x',
    'node_modules/a/post.md': 'x',
    '.git/HEAD': 'x',
    'Takeout/feed.atom': 'feed',
  };
  expect(await read(folderWith(files))).toEqual({ 'Takeout/feed.atom': 'feed' });
  expect(await read(fileOf(makeZip(files)))).toEqual({ 'Takeout/feed.atom': 'feed' });
  expect(await skippedIn(fileOf(makeZip(files)))).toEqual([]);
});

it('reads names in UTF-8 without a flag, and those of DOS', async () => {
  const zip = makeZip([
    { name: 'Grüße.html', content: '1', flags: 0 },
    { name: Buffer.from([0x81, 0x2e, 0x74]), content: '2', flags: 0 },
  ]);
  expect(await read(fileOf(zip))).toEqual({ 'Grüße.html': '1', 'ü.t': '2' });
});

it.each([
  ['no such file', () => '/nowhere/export.zip', 'there is no such file or folder'],
  ['an empty file', () => fileOf(''), 'is empty'],
  ['an empty folder', () => temporaryFolder(), 'holds no files'],
  ['an empty zip', () => fileOf(makeZip({})), 'holds no files'],
  [
    'an encrypted zip',
    () => fileOf(makeZip([{ name: 'a', content: 'a', flags: 1 }])),
    'protected by a password',
  ],
  ['a cut zip', () => fileOf(makeZip({ a: 'text' }).subarray(0, 40)), 'not wholly downloaded'],
  [
    'a zip of another method',
    () => fileOf(makeZip([{ name: 'a', content: 'a', method: 9 }])),
    '(9)',
  ],
  ['a RAR archive', () => fileOf('Rar!\x1a\x07'), 'is a RAR archive'],
  [
    'a cut tar',
    () => fileOf(makeTar([{ name: 'a', content: 'a'.repeat(9999) }]).subarray(0, 900), 'x.tar'),
    'not wholly downloaded',
  ],
  [
    'a damaged gzip',
    () => fileOf(gzipSync('x'.repeat(9999)).subarray(0, 30), 'x.gz'),
    'not wholly downloaded',
  ],
  [
    'a zip bomb',
    () =>
      fileOf(
        makeZip([
          { name: 'a', content: 'a', claimedSize: 4e9 },
          { name: 'b', content: 'b' },
        ]),
      ),
    'times its size',
  ],
])('explains %s', async (_, make, message) => {
  await expect(read(make())).rejects.toMatchObject({
    name: 'SourceError',
    message: expect.stringContaining(message),
  });
});

it('does not believe the size of a member', async () => {
  const zip = makeZip([{ name: 'a', content: 'x'.repeat(10_000), claimedSize: 10 }]);
  await expect(read(fileOf(zip))).rejects.toThrow('may be damaged');
});

it('refuses a tar that grows too much', async () => {
  const file = path.join(temporaryFolder(), 'x.tgz');
  const header = makeTar([{ name: 'a' }]).subarray(0, 512);
  header.write('77777777777', 124);
  header.write(' '.repeat(8), 148);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  writeFileSync(file, gzipSync(Buffer.concat([header, Buffer.alloc(10_000)])));
  await expect(read(file)).rejects.toThrow('times its size');
});
