/** The server of the preview, without a site: who may do what, and what proxies are told. */
import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { encode } from 'uqr';
import { afterEach, describe, expect, it } from 'vitest';
import { isFromOwnPage, isFromThisMachine, type Request } from '../../src/dev/access.ts';
import { describeLan, lanHosts } from '../../src/dev/lan.ts';
import { PreviewServer, type State } from '../../src/dev/server.ts';
import { freePort } from '../support/free-port.ts';
import { ROOT } from '../support/build-site.ts';
import { askRaw } from '../support/raw-request.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const STATE: State = {
  assets: '1',
  styles: '2',
  errors: { text: `Error\n    at ${ROOT}/src/cli.ts:1:2`, places: ['content/site.yaml:1'] },
  warnings: null,
};

let server: PreviewServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve({ lan = false, paths = [''], command = 'false' } = {}): Promise<string> {
  server = await PreviewServer.listen({ port: await freePort(), lan, editor: { paths, command } });
  server.serve({
    files: async () => undefined,
    editorFiles: async () => undefined,
    state: () => STATE,
  });
  return server.origin;
}

/** Of a browser elsewhere, whose request a proxy passes on. */
const ELSEWHERE = { 'x-forwarded-for': '192.168.1.30' };

describe('events', () => {
  it('are not held back by proxies that can be told', async () => {
    const response = await fetch(`${await serve()}/.perennial/events`);
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    let heard = '';
    for await (const chunk of response.body ?? []) {
      heard += Buffer.from(chunk).toString();
      if (heard.includes('event: alive')) break;
    }
    expect(heard.indexOf('data: {')).toBeGreaterThan(4096);
  });

  it('can be asked for instead', async () => {
    const response = await fetch(`${await serve()}/.perennial/state?page=/`);
    expect(await response.json()).toMatchObject({ styles: '2', errors: STATE.errors });
  });
});

it('names no folder of this machine to others', async () => {
  const origin = await serve();
  for (const address of ['/', '/.perennial/state']) {
    expect((await askRaw(origin, address)).body).toContain(ROOT);
    const { body } = await askRaw(origin, address, ELSEWHERE);
    expect(body).toContain('src/cli.ts:1:2');
    expect(body).not.toContain(ROOT);
    expect(body).not.toContain('content/site.yaml:1');
  }
});

describe('--lan', () => {
  it('serves every address of the machine, by its number only', async () => {
    const origin = (await serve({ lan: true })).replace('localhost', '127.0.0.2');
    for (const host of ['localhost', '192.168.1.20', '192.168.1.20:8080', '[fd00::1]:8080'])
      expect((await askRaw(origin, '/', { host })).status, host).toBe(503);
    for (const host of ['evil.example', '192.168.1.20.evil.example', '[evil]', 'x@192.168.1.20'])
      expect((await askRaw(origin, '/', { host })).status, host).toBe(403);
  });

  it('is off by default', async () => {
    const origin = await serve();
    await expect(askRaw(origin.replace('localhost', '127.0.0.2'), '/')).rejects.toThrow(
      'ECONNREFUSED',
    );
    expect((await askRaw(origin, '/', { host: '192.168.1.20' })).status).toBe(403);
  });

  it('prints every address, and a QR code of the first', () => {
    const text = describeLan('http://localhost:8080/blog/', false, ['192.168.1.20', '10.0.0.2']);
    expect(text).toContain('  http://192.168.1.20:8080/blog/\n  http://10.0.0.2:8080/blog/\n');
    const printed = text.slice(text.indexOf('█')).split('\n');
    // Each line has two rows; a block is light.
    const rows = printed.flatMap((line) => [
      [...line].map((sign) => sign !== '█' && sign !== '▀'),
      [...line].map((sign) => sign !== '█' && sign !== '▄'),
    ]);
    const { data } = encode('http://192.168.1.20:8080/blog/', { border: 2 });
    expect(rows.slice(0, data.length)).toEqual(data);
  });

  it('says so without a network', () => {
    expect(describeLan('http://localhost:8080/', false, [])).toContain('is in no network');
  });

  it('prefers the networks that a phone is in', () => {
    const rest = { netmask: '', mac: '', internal: false, cidr: null };
    const four = (address: string) => ({ ...rest, address, family: 'IPv4' as const });
    const six = (address: string) => ({ ...rest, address, family: 'IPv6' as const, scopeid: 0 });
    const loopback = { ...four('127.0.0.1'), internal: true };
    expect(
      lanHosts({
        lo: [loopback],
        docker0: [four('172.17.0.1')],
        eth0: [four('169.254.3.4'), six('fd00::5')],
        wlan0: [four('192.168.1.20')],
      }),
    ).toEqual(['192.168.1.20', '172.17.0.1']);
    expect(lanHosts({ lo: [loopback], eth0: [six('fe80::1'), six('fd00::5')] })).toEqual([
      '[fd00::5]',
    ]);
    expect(lanHosts({ lo: [loopback] })).toEqual([]);
  });
});

/** An editor that writes down its arguments. */
function fakeEditor() {
  const folder = folderWith({
    code: `#!/bin/sh\nprintf '%s ' "$@" >> "$(dirname "$0")/opened"\n`,
  });
  chmodSync(path.join(folder, 'code'), 0o755);
  const opened = path.join(folder, 'opened');
  return {
    command: `${path.join(folder, 'code')} --wait`,
    opened: () => (existsSync(opened) ? readFileSync(opened, 'utf8') : ''),
  };
}

async function open(origin: string, place: string, headers: Record<string, string> = {}) {
  const page = (await askRaw(origin, '/')).body;
  const token = /data-token="([^"]+)"/.exec(page)?.[1] ?? '';
  const response = await fetch(`${origin}/.perennial/open`, {
    method: 'POST',
    headers: { Origin: origin, 'X-Perennial-Token': token, ...headers },
    body: place,
  });
  return { status: response.status, text: await response.text() };
}

/** A request to open a file. */
function requestFrom(
  remoteAddress: string,
  host = 'localhost:8080',
  origin = `http://${host}`,
): Request {
  const headers = { host, origin, 'x-perennial-token': 'token' };
  return { socket: { remoteAddress }, method: 'POST', headers };
}

describe('a place in a message', () => {
  it('opens in the editor, at its line', async () => {
    const content = folderWith({ 'posts/a b/index.md': '' });
    const { command, opened } = fakeEditor();
    const origin = await serve({ paths: [content], command });
    const file = path.join(content, 'posts/a b/index.md');
    expect((await open(origin, `${file}:12:3`)).status).toBe(204);
    await expect.poll(opened).toBe(`--wait -r -g ${file}:12:3 `);
  });

  it('is refused outside of the site', async () => {
    const content = folderWith({ 'site.yaml': '' });
    const secret = path.join(folderWith({ secret: '' }), 'secret');
    symlinkSync(secret, path.join(content, 'link'));
    const { command, opened } = fakeEditor();
    const origin = await serve({ paths: [content], command });
    for (const place of [
      secret,
      path.join(content, 'link'),
      `${content}/../${path.basename(path.dirname(secret))}/secret`,
      path.join(content, 'missing.md'),
      content,
      '',
    ]) {
      const { status, text } = await open(origin, place);
      expect(status, place).toBe(403);
      expect(text).toContain('is not a file of this site.');
    }
    expect(opened()).toBe('');
  });

  it('is refused to everyone but the page itself', async () => {
    const content = folderWith({ 'site.yaml': '' });
    const { command, opened } = fakeEditor();
    const origin = await serve({ lan: true, paths: [content], command });
    const file = path.join(content, 'site.yaml');
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'X-Perennial-Token': '' },
      { 'X-Perennial-Token': 'guessed-guessed-guess' },
      ELSEWHERE,
    ])
      expect((await open(origin, file, headers)).status, JSON.stringify(headers)).toBe(403);
    expect(opened()).toBe('');
    expect((await askRaw(origin, '/', ELSEWHERE)).body).not.toContain('data-token');
  });

  it('is refused to other machines', () => {
    for (const here of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      expect(isFromOwnPage(requestFrom(here), 'token'), here).toBe(true);
    for (const there of ['192.168.1.30', '::ffff:192.168.1.30', 'fd00::5', '']) {
      expect(isFromThisMachine(requestFrom(there)), there).toBe(false);
      expect(isFromOwnPage(requestFrom(there), 'token'), there).toBe(false);
    }
    expect(isFromOwnPage(requestFrom('127.0.0.1', '192.168.1.20:8080'), 'token')).toBe(false);
    expect(isFromOwnPage({ ...requestFrom('127.0.0.1'), method: 'GET' }, 'token')).toBe(false);
  });

  it('says why it cannot be opened', async () => {
    const content = folderWith({ 'site.yaml': '' });
    const file = path.join(content, 'site.yaml');
    const command = path.join(temporaryFolder(), 'nothing');
    const missing = await open(await serve({ paths: [content], command }), file);
    expect(missing.status).toBe(500);
    expect(missing.text).toContain('does not exist');
  });
});
