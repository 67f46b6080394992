/** `npm run dev` without a browser. */
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lanHosts } from '../../src/dev/lan.ts';
import { ROOT, run } from '../support/build-site.ts';
import { ownProject } from '../support/own-project.ts';
import { startPreview, type RunningPreview } from '../support/preview.ts';
import { askRaw } from '../support/raw-request.ts';
import { folderWith, temporaryFolder, writeFiles } from '../support/scratch.ts';

const POST =
  '---\ntitle: Roses\nlegacyUrl: /roses.html\npublishDate: 2024-03-10\n---\n\nSee [tulips](../tulips/).\n';
const FUTURE = '---\ntitle: Tulips\npublishDate: 2124-03-10\n---\n\nYellow.\n';

let preview: RunningPreview | undefined;

afterEach(async () => {
  await preview?.stop();
  preview = undefined;
});

async function startSite(
  url = 'https://garden.example/',
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
) {
  const content = folderWith({
    'site.yaml': `title: The garden\nurl: ${url}\nhost: netlify\nanalytics: { service: plausible, id: garden.example }\n`,
    'posts/roses/index.md': POST,
    'posts/tulips/index.md': FUTURE,
  });
  preview = await startPreview({ args: ['--content', content, ...args], env });
  return preview;
}

async function get(url: string, init?: RequestInit) {
  const response = await fetch(url, { redirect: 'manual', ...init });
  return { response, text: await response.text() };
}

it.each(['SIGINT', 'SIGTERM'] as const)(
  'ends cleanly on %s and leaves no files behind',
  async (signal) => {
    const { url } = await startSite();
    const open = await fetch(`${url}.perennial/events`);
    expect(open.status).toBe(200);
    expect(await preview?.stop(signal)).toBe(0);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    expect(existsSync(path.join(ROOT, '_preview'))).toBe(false);
  },
);

it('ends while the first build runs', async () => {
  const posts = Array.from({ length: 500 }, (_, number) => [
    `posts/roses-${number}/index.md`,
    POST.replace('title: ', `slug: roses-${number}\ntitle: ${number} `),
  ]);
  const content = folderWith({
    'site.yaml': 'title: The garden\nurl: https://garden.example/\n',
    ...Object.fromEntries(posts),
  });
  preview = await startPreview({ args: ['--content', content], isBuilt: false });
  expect(await preview.stop()).toBe(0);
  // The build would report links that lead nowhere.
  expect(preview.said).toMatch(/^Preview on .+\nEditor on .+\n$/);
});

it('shows scheduled posts, with links that stay on this machine', async () => {
  const { url } = await startSite();
  const { text } = await get(`${url}2124/03/tulips/`);
  expect(text).toContain('Scheduled for March 10, 2124');
  expect(text).toContain(`<meta property="og:url" content="${url}2124/03/tulips/"`);
  expect((await get(`${url}2024/03/roses/`)).text).toContain('href="/2124/03/tulips/"');
});

it('shows drafts only to this machine, whatever name a page elsewhere gives it', async () => {
  const { url } = await startSite();
  const { origin, port } = new URL(url);
  const ask = (host: string) => askRaw(origin, '/2124/03/tulips/', { host });
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    'localhost.evil.example',
    'localhost@evil.example',
  ]) {
    const { status, body } = await ask(host);
    expect(status, host).toBe(403);
    expect(body).not.toContain('Yellow.');
  }
  for (const host of ['localhost', `localhost:${port}`, '127.0.0.1', `[::1]:${port}`]) {
    const { status, body } = await ask(host);
    expect(status, host).toBe(200);
    expect(body).toContain('Yellow.');
  }
});

it('has no page of the site where the editor is, whose token its scripts could read', async () => {
  const { url } = await startSite();
  const at = (page: string) => new URL(page, url.replace('localhost', '127.0.0.1'));
  for (const page of ['/', '/2024/03/roses/', '/none/']) {
    const { status, headers } = await fetch(at(page), { redirect: 'manual' });
    expect(status, page).toBe(302);
    expect(headers.get('location')).toBe(new URL(page, url).href);
  }
  expect((await fetch(at('/admin/'), { redirect: 'manual' })).status).toBe(200);
  expect((await fetch(at('/css/site.css'), { redirect: 'manual' })).status).toBe(200);
});

it('has the editor for a site with errors, to correct them', async () => {
  const content = folderWith({
    'site.yaml': 'title: The garden\n',
    'posts/roses/index.md': POST.replace('title: Roses\n', ''),
  });
  preview = await startPreview({ args: ['--content', content] });
  const { url } = preview;
  expect((await get(url)).response.status).toBe(503);
  const atEditor = (file: string) => get(url.replace('localhost', '127.0.0.1') + file);
  const page = await atEditor('admin/');
  expect(page.response.status).toBe(200);
  expect(page.text).toContain('/.perennial/sign-in.js');
  expect((await atEditor('admin/config.json')).text).toContain('"repo"');
  // Of the preview beside a text.
  expect((await atEditor('css/site.css')).response.status).toBe(200);
});

it('serves files, feeds, redirects and the 404 page', async () => {
  const { url } = await startSite();
  const sheet = await get(`${url}css/site.css`);
  expect(sheet.response.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect((await get(`${url}rss.xml`)).text).toContain('<title>Roses</title>');
  const moved = await get(`${url}2024/03/roses`);
  expect(moved.response.headers.get('location')).toBe('/2024/03/roses/');
  const missing = await get(`${url}nothing/`);
  expect(missing.response.status).toBe(404);
  expect(missing.text).toContain('Page not found');
  for (const hostile of ['%2e%2e/package.json', '..%2fpackage.json', '%', '%00'])
    expect((await get(url + hostile)).response.status).toBe(404);
  for (const { response, text } of [sheet, missing, await get(url)]) {
    expect(text).not.toContain('plausible');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  }
  for (const origin of ['https://evil.example', 'null', 'http://localhost:1'])
    expect((await get(url, { headers: { origin } })).response.status).toBe(403);
  const headers = { origin: new URL(url).origin };
  expect((await get(url, { headers })).response.status).toBe(200);
});

it('answers old addresses for any site URL', async () => {
  const { url } = await startSite();
  expect((await get(`${url}roses.html`)).text).toContain('content="0; url=/2024/03/roses/"');
});

it('works below a base path', async () => {
  const { url, said } = await startSite('https://garden.example/blog/');
  expect(new URL(url).pathname).toBe('/blog/');
  const editor = new URL('admin/', url.replace('localhost', '127.0.0.1'));
  expect(said).toContain(`Editor on ${editor.href}\n`);
  expect((await get(editor.href)).text).toContain('/blog/admin/editor.js');
  expect((await get(`${url}2024/03/roses/`)).text).toContain('href="/blog/2124/03/tulips/"');
  const home = await get(new URL('/', url).href);
  expect(home.response.headers.get('location')).toBe('/blog/');
});

/** A program that writes down what it is to open, in the place of the system's own. */
function fakeOpener() {
  const folder = folderWith({
    'xdg-open': `#!/bin/sh\nprintf '%s\\n' "$@" >> "$(dirname "$0")/opened"\n`,
  });
  chmodSync(path.join(folder, 'xdg-open'), 0o755);
  const opened = path.join(folder, 'opened');
  return {
    env: { PATH: `${folder}:/usr/bin:/bin` },
    opened: () => (existsSync(opened) ? readFileSync(opened, 'utf8') : ''),
  };
}

describe.runIf(process.platform === 'linux')('--open', () => {
  it('opens the home page', async () => {
    const { env, opened } = fakeOpener();
    const { url } = await startSite('https://garden.example/blog/', ['--open'], env);
    expect(url).toMatch(/\/blog\/$/);
    await expect.poll(opened).toBe(`${url}\n`);
  });

  it('is off by default', async () => {
    const { env, opened } = fakeOpener();
    await startSite(undefined, [], env);
    expect(await preview?.stop()).toBe(0);
    expect(opened()).toBe('');
  });

  it('prints the address when no browser can be opened', async () => {
    const running = await startSite(undefined, ['--open'], { PATH: temporaryFolder() });
    await expect
      .poll(() => running.said)
      .toContain(`Could not open a browser. The preview is on ${running.url}`);
    expect((await get(running.url)).response.status).toBe(200);
  });
});

it('skips a port that is in use', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const { url } = await startSite(undefined, ['--port', String(port)]);
  expect(Number(new URL(url).port)).toBeGreaterThan(port);
  server.close();
});

it.each([
  [['--port', 'many'], '--port "many" is not a number from 1 to 65535.'],
  [['--port', '0'], '--port "0" is not a number from 1 to 65535.'],
  [['--nothing'], 'There is no flag --nothing'],
])('refuses %j', async (args, message) => {
  const { exitCode, stderr } = await run(process.execPath, ['src/start.mjs', 'dev', ...args]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
});

it('fails when no port is free', async () => {
  const server = createServer().listen(65_535, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve).once('error', resolve));
  const { exitCode, stderr } = await run(process.execPath, [
    'src/start.mjs',
    'dev',
    '--port',
    '65535',
  ]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('No port from 65535 to 65535 can be used');
  expect(stderr).not.toContain('    at ');
  server.close();
});

it('tells what is new, waits for a folder that is gone, and serves the network', async () => {
  const content = folderWith({
    'site.yaml': 'title: The garden\nurl: https://garden.example/\n',
    'posts/roses/index.md': POST.replace('publishDate', 'author: Rosa\npublishDate'),
    'posts/tulips/index.md': FUTURE,
  });
  preview = await startPreview({ args: ['--content', content, '--lan'] });
  const { url } = preview;
  const timeout = 140_000;
  const says = (text: string) => expect.poll(() => preview?.said, { timeout }).toContain(text);
  const before = () => preview?.said.length ?? 0;
  const since = (start: number) => preview?.said.slice(start);
  await says(lanHosts().length === 0 ? 'is in no network' : `http://${lanHosts()[0]}:`);
  expect(preview.said).toContain('describes "Rosa"');
  expect(preview.said).not.toContain('ExperimentalWarning');

  const start = before();
  writeFiles(content, {
    'posts/lilies/index.md':
      '---\ntitle: Lilies\nauthor: Lily\npublishDate: 2024-03-11\n---\n\nWhite.\n',
  });
  await says('3 posts in');
  expect(since(start)).toContain('describes "Lily"');
  expect(since(start)).not.toContain('describes "Rosa"');
  rmSync(path.join(content, 'posts/lilies'), { recursive: true });
  await says('1 warning is gone.');
  await expect.poll(() => since(start), { timeout }).toContain('lilies (gone)');

  const state = async () => (await get(`${url}.perennial/state`)).text;
  const earlier = await state();
  writeFiles(content, { 'theme/theme.css': 'h1 { letter-spacing: 7px }\n' });
  await expect.poll(state, { timeout }).not.toBe(earlier);
  // The page stays; its stylesheet is replaced.
  expect((await state()).replace(/"styles":"[^"]*"/, '')).toBe(
    earlier.replace(/"styles":"[^"]*"/, ''),
  );
  expect((await get(`${url}css/site.css`)).text).toContain('h1{letter-spacing:7px}');

  renameSync(content, `${content}-away`);
  await says('preview-source-missing');
  expect((await get(`${url}2024/03/roses/`)).text).toContain('See <a');
  writeFiles(`${content}-away`, { 'posts/tulips/index.md': FUTURE.replace('Yellow', 'Red') });
  renameSync(`${content}-away`, content);
  await expect
    .poll(async () => (await get(`${url}2124/03/tulips/`)).text, { timeout })
    .toContain('Red.');
  rmSync(path.join(content, 'site.yaml'));
  await expect.poll(() => since(start), { timeout }).toContain('site.yaml (gone)');
  expect((await get(url)).text).toContain('The garden');
});

it('follows a page in Nunjucks that somebody adds, changes and deletes', async () => {
  const project = ownProject({});
  preview = await startPreview({ project });
  const { url } = preview;
  const file = path.join(project, 'templates/pages/hello.njk');
  const shows = (text: string, page = 'hello/') =>
    vi.waitFor(async () => expect((await get(url + page)).text).toContain(text), {
      timeout: 20_000,
      interval: 100,
    });
  writeFileSync(file, '---\ntitle: Hello\n---\n{% include "part.njk" ignore missing %} First');
  await shows('First');
  await shows('<loc>', 'sitemap.xml');
  expect((await get(`${url}sitemap.xml`)).text).toContain('/hello/</loc>');
  writeFileSync(file, 'Second');
  await shows('Second');
  writeFileSync(file, '{{ site.fcats.title }}');
  await vi.waitFor(() => expect(preview?.said).toContain('there is no `fcats`'), 20_000);
  rmSync(file);
  await shows('Page not found');
  expect((await get(`${url}hello/`)).response.status).toBe(404);
});
