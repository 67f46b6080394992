/** What the editor of the preview can do to files, and who can do it. */
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/lib/problem.ts';
import {
  LocalEditor,
  editorOrigin,
  localBackend,
} from '../../../src/dev/editor-api/local-editor.ts';
import type { Pages } from '../../../src/dev/editor-api/page-builder.ts';
import type { CmsBackend } from '../../../src/outputs/editor/backend.ts';
import { PreviewServer } from '../../../src/dev/server.ts';
import { displayPath } from '../../../src/lib/user-folder.ts';
import { Disk, describeWithDisks } from '../../support/disk.ts';
import { freePort } from '../../support/free-port.ts';
import { photograph, plain } from '../../support/pictures.ts';
import { askRaw } from '../../support/raw-request.ts';
import { filesBelow, folderWith, temporaryFolder, writeFiles } from '../../support/scratch.ts';

const ROSES = '---\r\ntitle: Roses\r\npublishDate: 2024-03-10\r\n---\r\n\r\nRed ones.';
const TULIPS = '---\ntitle: Tulips\npublishDate: 2024-03-11\n---\n\nYellow ones.\n';

let content: string;
let server: PreviewServer;
let editor: LocalEditor;
let backend: CmsBackend;

beforeEach(() => start(folderWith({ 'content/site.yaml': 'title: A\n' })));
afterEach(() => server.close());

/** In place of the builder, which `test/browser/editor-local.test.ts` has. */
const BUILDER: Pages = {
  unsavedPage: async (_path, text) => {
    const pictures = text.match(/https:[\w./:]+/g) ?? [];
    return {
      url: '/2024/03/lilies/',
      html: `<p>Lilies</p><script>evil()</script>${pictures.map((src) => `<img src="${src}">`).join('')}`,
      problems: ['title', 'tags', ...pictures].map((field) => ({
        ...{ severity: 'error', code: `post-${field}-missing`, file: '', field },
        ...{ message: `No ${field}.`, hint: `Write \`${field}: ...\`.` },
      })),
    };
  },
  linksLostWithout: async (file) => (file.includes('linked') ? linksLost() : []),
};

function linksLost(): Problem[] {
  return ['roses', 'tulips'].map((slug) => ({
    ...{ severity: 'warning', code: 'link-target-missing', message: '', hint: '' },
    file: displayPath(path.join(content, 'posts', slug, 'index.md')),
  }));
}

async function start(folder: string): Promise<void> {
  content = path.join(folder, 'content');
  writeFiles(content, { 'posts/roses/index.md': ROSES, 'posts/tulips/index.md': TULIPS });
  const options = { paths: [], command: undefined };
  server = await PreviewServer.listen({ port: await freePort(), lan: false, editor: options });
  editor = new LocalEditor(content, editorOrigin(server.origin), BUILDER);
  backend = localBackend(content, editorOrigin(server.origin));
  const state = { assets: '', styles: '', errors: null, warnings: null };
  server.serve({
    files: async () => undefined,
    editorFiles: async () => undefined,
    state: () => state,
  });
  server.localEditor = editor;
}

function version(): string {
  return new URL(`${backend.api_root}/version`).pathname;
}

function headers(): Record<string, string> {
  return { authorization: `token ${editor.token}`, origin: editorOrigin(server.origin) };
}

async function ask(
  address: string,
  body?: unknown,
  more = {},
): Promise<{ status: number; answer: unknown }> {
  const response = await fetch(backend.api_root + address, {
    headers: { ...headers(), ...more },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
  return { status: response.status, answer: await response.json() };
}

interface Change {
  readonly operation: string;
  readonly path: string;
  readonly from_path?: string;
  readonly content?: string | Buffer;
  readonly sha?: string | undefined;
}

function change(...files: readonly Change[]): Promise<{ status: number; answer: unknown }> {
  const encoded = files.map((file) => ({
    ...file,
    content: Buffer.from(file.content ?? '').toString('base64'),
  }));
  return ask(`/repos/${backend.repo}/contents`, { files: encoded });
}

/** The hash of each file by its path, as the editor gets them. */
async function hashes(): Promise<Map<string, string>> {
  const { answer } = await ask(`/repos/${backend.repo}/git/trees/x?recursive=1`);
  const files = JSON.parse(JSON.stringify(answer)).tree;
  return new Map(files.map(({ path: file, sha }: Record<string, string>) => [file, sha]));
}

const ROSES_FILE = 'content/posts/roses/index.md';
const TULIPS_FILE = 'content/posts/tulips/index.md';

function read(file: string): string {
  return readFileSync(path.join(content, '..', file), 'utf8');
}

describe('a request', () => {
  const strangers: [string, () => Record<string, string>][] = [
    ['without the token', () => ({ authorization: '' })],
    ['with another token', () => ({ authorization: 'token x' })],
    ['from a page of another site', () => ({ origin: 'https://evil.example' })],
    ['from a page of the site', () => ({ origin: server.origin })],
    ['for the host name of the site', () => ({ host: new URL(server.origin).host })],
    ['from another port', () => ({ origin: 'http://localhost:1' })],
    ['from a frame without an origin', () => ({ origin: 'null' })],
    ['for another host name', () => ({ host: 'evil.example' })],
    ['from another machine', () => ({ 'x-forwarded-for': '192.168.1.30' })],
    ['from another site, by what the browser says', () => ({ 'sec-fetch-site': 'cross-site' })],
  ];

  it('of the editor is answered', async () => {
    expect((await askRaw(editorOrigin(server.origin), version(), headers())).status).toBe(200);
  });

  it.each(strangers)('%s is refused', async (_, changed) => {
    const { status } = await askRaw(editorOrigin(server.origin), version(), {
      ...headers(),
      ...changed(),
    });
    expect(status).toBe(403);
  });

  it('for the host name of the site, without an origin, is refused', async () => {
    const { origin: _, ...others } = headers();
    expect((await askRaw(server.origin, version(), others)).status).toBe(403);
    expect((await askRaw(editorOrigin(server.origin), version(), others)).status).toBe(200);
  });

  it('to write that does not say where it is from is refused', async () => {
    const { origin: _, ...others } = headers();
    const response = await fetch(`${backend.api_root}/repos/${backend.repo}/contents`, {
      method: 'POST',
      headers: others,
      body: JSON.stringify({ files: [{ operation: 'delete', path: ROSES_FILE }] }),
    });
    expect(response.status).toBe(403);
    expect(read(ROSES_FILE)).toBe(ROSES);
  });
});

describe('a save', () => {
  it('creates, changes, moves and deletes files at once', async () => {
    writeFiles(content, { 'posts/tulips/a.txt': 'a', 'posts/tulips/b/c.txt': 'c' });
    const sha = await hashes();
    const inTulips = [...sha.keys()].filter((file) => file.startsWith(path.dirname(TULIPS_FILE)));
    const { status, answer } = await change(
      { operation: 'create', path: 'content/posts/lilies/index.md', content: '---\n---\n' },
      {
        operation: 'update',
        path: 'content/posts/red-roses/index.md',
        from_path: ROSES_FILE,
        content: `${ROSES.replaceAll('\r', '').replace('Red', 'White')}\n`,
        sha: sha.get(ROSES_FILE),
      },
      ...inTulips.map((file) => ({ operation: 'delete', path: file, sha: sha.get(file) })),
    );
    expect(status, JSON.stringify(answer)).toBe(200);
    expect(filesBelow(content).map((file) => path.relative(content, file))).toEqual([
      'site.yaml',
      'posts/lilies/index.md',
      'posts/red-roses/index.md',
    ]);
    // Line ends of Windows, and none at the end.
    expect(read('content/posts/red-roses/index.md')).toBe(ROSES.replace('Red', 'White'));
    expect(existsSync(path.join(content, 'posts/roses'))).toBe(false);
    expect(existsSync(path.join(content, 'posts/tulips'))).toBe(false);
    const now = await hashes();
    expect(answer).toMatchObject({
      files: [{ sha: now.get('content/posts/lilies/index.md') }, {}, null, null, null],
    });
  });

  it('changes nothing if a file has been changed on disk', async () => {
    const sha = await hashes();
    writeFileSync(path.join(content, 'posts/tulips/index.md'), `${TULIPS}More.\n`);
    const { status, answer } = await change(
      { operation: 'update', path: ROSES_FILE, content: 'x', sha: sha.get(ROSES_FILE) },
      { operation: 'update', path: TULIPS_FILE, content: 'x', sha: sha.get(TULIPS_FILE) },
    );
    expect(status).toBe(409);
    expect(answer).toEqual({
      message: `Nothing was saved, because somebody else has just changed "${TULIPS_FILE}". Save again.`,
    });
    expect(read(ROSES_FILE)).toBe(ROSES);
    expect(read(TULIPS_FILE)).toBe(`${TULIPS}More.\n`);
  });

  it('makes a file again that the editor knows to be gone', async () => {
    rmSync(path.join(content, 'posts/tulips'), { recursive: true });
    const { status } = await change({ operation: 'update', path: TULIPS_FILE, content: TULIPS });
    expect(status).toBe(200);
    expect(read(TULIPS_FILE)).toBe(TULIPS);
  });

  it('does not overwrite what another editor has saved', async () => {
    const sha = (await hashes()).get(TULIPS_FILE);
    const save = (text: string) =>
      change({ operation: 'update', path: TULIPS_FILE, content: text, sha });
    expect((await save('first\n')).status).toBe(200);
    expect((await save('second\n')).status).toBe(409);
    expect(read(TULIPS_FILE)).toBe('first\n');
  });

  it.each([
    ['create', 'exists already. Choose another name.'],
    ['update', 'somebody else has just deleted or renamed "content/posts/lilies/index.md". Save'],
    ['delete', 'has just deleted or renamed "content/posts/lilies/index.md". Reload the page'],
  ])('cannot %s what is not as expected', async (operation, message) => {
    const file = operation === 'create' ? TULIPS_FILE : 'content/posts/lilies/index.md';
    const answered = await change({ operation, path: file, content: 'x', sha: 'x' });
    expect(answered.status).toBe(409);
    expect(answered.answer).toHaveProperty('message', expect.stringContaining(message));
    expect(filesBelow(content)).toHaveLength(3);
  });

  it.each([
    'content/../secret.md',
    'content/posts/../../secret.md',
    '/etc/passwd',
    'content/posts/a/../../../b.md',
    'content//posts/a/index.md',
    'content/posts/a\\b/index.md',
    'content/.git/config',
    'content/posts/a/.htaccess',
    'content/theme/templates/page.njk',
    'content/public/evil.js',
    'content/posts/a/evil.html',
    'content/posts/a/evil.php',
    'content/posts/a/photo.php.jpg',
    'content/posts/a/_headers',
    'content/posts/con/index.md',
    'content/posts/Roses/index.md',
    'content/posts/a/more.md',
    'content/evil.md',
    'content/feed-ids.json',
    'content',
    '',
    'posts/a/index.md',
    `content/posts/${'a'.repeat(300)}/index.md`,
    'content/posts/a\u0000b/index.md',
  ])('refuses the name %j', async (file) => {
    const { status, answer } = await change({ operation: 'create', path: file, content: 'x' });
    expect([403, 422], JSON.stringify(answer)).toContain(status);
    expect(filesBelow(path.dirname(content))).toHaveLength(3);
  });

  it('that deletes what other posts link to has to be confirmed', async () => {
    writeFiles(content, { 'posts/linked/index.md': TULIPS });
    const file = 'content/posts/linked/index.md';
    const files = [{ operation: 'delete', path: file, sha: (await hashes()).get(file) }];
    const address = `/repos/${backend.repo}/contents`;
    expect(await ask(address, { files })).toEqual({
      status: 428,
      answer: {
        message:
          'Links in roses, tulips lead to what you are deleting. Readers who follow them would find nothing. Delete it anyway?',
      },
    });
    expect(read(file)).toBe(TULIPS);
    const { status } = await ask(address, { files }, { 'x-perennial-confirmed': 'yes' });
    expect(status).toBe(200);
    expect(existsSync(path.join(content, 'posts/linked'))).toBe(false);
  });

  it('that deletes the posts that link to it, too, is asked about the others alone', async () => {
    writeFiles(content, { 'posts/linked/index.md': TULIPS });
    const sha = await hashes();
    const deleteAll = (...paths: readonly string[]) =>
      change(...paths.map((file) => ({ operation: 'delete', path: file, sha: sha.get(file) })));
    const { answer } = await deleteAll('content/posts/linked/index.md', ROSES_FILE);
    expect(JSON.stringify(answer)).toContain('Links in tulips lead');
    const all = await deleteAll('content/posts/linked/index.md', ROSES_FILE, TULIPS_FILE);
    expect(all.status).toBe(200);
  });

  it('does not follow links', async () => {
    const outside = temporaryFolder();
    symlinkSync(outside, path.join(content, 'posts/out'));
    writeFiles(outside, { 'index.md': 'secret' });
    const file = 'content/posts/out/index.md';
    expect((await hashes()).has(file)).toBe(false);
    const { status } = await change({ operation: 'create', path: file, content: 'x' });
    expect(status).toBe(403);
    expect(readFileSync(path.join(outside, 'index.md'), 'utf8')).toBe('secret');
    expect((await ask(`/repos/${backend.repo}/raw/${file}`)).status).toBe(404);
  });

  it('keeps a picture upright, and without the place where it was taken', async () => {
    const file = 'content/posts/roses/photo.jpg';
    const picture = await photograph(40, 30, 6);
    const { answer } = await change({ operation: 'create', path: file, content: picture });
    const facts = await sharp(path.join(content, '..', file)).metadata();
    expect(facts).toMatchObject({ width: 30, height: 40 });
    expect([facts.orientation, facts.exif]).toEqual([undefined, undefined]);
    expect(answer).toMatchObject({ files: [{ sha: (await hashes()).get(file) }] });
  });

  it('keeps the size of a picture if the site publishes photos in full', async () => {
    writeFiles(content, { 'site.yaml': 'largePhotos: original\n' });
    const file = 'content/posts/roses/wide.png';
    const picture = await plain(2600, 10, 'teal');
    await change({ operation: 'create', path: file, content: picture });
    expect(readFileSync(path.join(content, '..', file)).equals(picture)).toBe(true);
  });

  it('moves a picture as it is', async () => {
    const picture = await photograph(40, 30, 6);
    writeFiles(content, { 'posts/roses/photo.jpg': picture });
    const from = 'content/posts/roses/photo.jpg';
    const to = 'content/posts/tulips/photo.jpg';
    const sha = (await hashes()).get(from);
    await change({ operation: 'update', path: to, from_path: from, content: picture, sha });
    expect(readFileSync(path.join(content, '..', to)).equals(picture)).toBe(true);
  });

  it('refuses a picture that is broken, and the text with it', async () => {
    const sha = (await hashes()).get(ROSES_FILE);
    const picture = (await photograph(640, 400)).subarray(0, 20_000);
    const { status, answer } = await change(
      { operation: 'create', path: 'content/posts/roses/photo.jpg', content: picture },
      { operation: 'update', path: ROSES_FILE, content: 'x', sha },
    );
    expect(status).toBe(422);
    expect(JSON.stringify(answer)).toMatch(
      /Nothing was saved, because the picture \\"photo\.jpg\\" cannot be read: .* choose another picture\./,
    );
    expect(filesBelow(content)).toHaveLength(3);
    expect(read(ROSES_FILE)).toBe(ROSES);
  });
});

function show(file: string, body = ''): Promise<{ status: number; answer: unknown }> {
  return ask('/preview', { collection: 'posts', path: file, text: `---\n---\n${body}` });
}

describe('the page of a text that is not saved', () => {
  it('runs no script, and is for this machine alone', async () => {
    const { answer } = await show(ROSES_FILE);
    const { url } = JSON.parse(JSON.stringify(answer));
    expect(url).toMatch(/^\/2024\/03\/lilies\/\?unsaved=[\w-]{20,}$/);
    const { headers: sent, body } = await askRaw(server.origin, url);
    expect(body).toBe('<p>Lilies</p>');
    expect(sent['content-security-policy']).toContain('sandbox allow-same-origin');
    const elsewhere = await askRaw(server.origin, url, { 'x-forwarded-for': '192.168.1.30' });
    expect(elsewhere.body).not.toContain('Lilies');
    expect((await askRaw(server.origin, '/2024/03/lilies/?unsaved=x')).status).toBe(410);
  });

  it('has pictures that are not saved either', async () => {
    const picture = 'blob:http://127.0.0.1:8080/a1b2';
    const { answer } = await show(ROSES_FILE, `![](${picture})`);
    const { url, problems } = JSON.parse(JSON.stringify(answer));
    const { body } = await askRaw(server.origin, url);
    expect(body).toBe(`<p>Lilies</p><img src="${picture}">`);
    expect(problems).toHaveLength(2);
  });

  it('comes with its problems, but not with how YAML is spelt', async () => {
    expect((await show(ROSES_FILE)).answer).toMatchObject({
      problems: [
        { severity: 'error', field: 'title', message: 'No title.' },
        { severity: 'error', field: 'tags', message: 'No tags.' },
      ],
    });
    expect(JSON.stringify(await show(ROSES_FILE))).not.toContain('hint');
  });

  it('does not ask for the fields that a new post begins with', async () => {
    expect((await show('')).answer).toMatchObject({ problems: [{ field: 'tags' }] });
  });

  it('is none outside of the content', async () => {
    expect((await show('content/../secret/index.md')).status).toBe(403);
  });
});

describeWithDisks('a full disk', () => {
  it('loses nothing, and the message says what to do', async () => {
    await server.close();
    const disk = await Disk.mount('200k');
    writeFiles(disk.seen, { 'content/site.yaml': 'title: A\n' });
    await start(disk.seen);
    const sha = await hashes();
    const { status, answer } = await change(
      { operation: 'update', path: TULIPS_FILE, content: 'x\n', sha: sha.get(TULIPS_FILE) },
      { operation: 'create', path: 'content/posts/big/index.md', content: 'x'.repeat(300_000) },
    );
    expect(status).toBe(507);
    expect(answer).toEqual({
      message:
        'Nothing was saved, because the disk is full. Free some space, and save again. Your text is still in this page.',
    });
    expect(filesBelow(content)).toHaveLength(3);
    expect(read(TULIPS_FILE)).toBe(TULIPS);
  });
});
