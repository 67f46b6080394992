/** Requests to servers that mean harm. */
import { createServer, type RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openFeed } from '../../src/feed-ids/open-feed.ts';
import { fetchBytes } from '../../src/lib/fetch-bytes.ts';
import { checkPublic } from '../../src/lib/public-host.ts';
import { Client, CLIENT_DEFAULTS } from '../../src/verify/client.ts';

/** The origin of a server that runs until the end of the test. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}

function redirectTo(location: string): Promise<string> {
  return serve((_request, response) => {
    response.writeHead(302, { location }).end();
  });
}

/** Fetches from a server that the owner has named. */
function fetchFrom(origin: string, limits = {}): Promise<Buffer> {
  return fetchBytes(origin, { timeout: 5000, maxBytes: 1_000_000, named: origin, ...limits });
}

describe('a download', () => {
  it('without end is cut off by its size', async () => {
    const origin = await serve((_request, response) => {
      const more = (): void => {
        if (!response.destroyed) response.write(Buffer.alloc(50_000), () => setImmediate(more));
      };
      more();
    });
    await expect(fetchFrom(origin)).rejects.toThrow('it is larger than 1 MB');
  });

  it('counts after decompression', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    const origin = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    await expect(fetchFrom(origin)).rejects.toThrow('it is larger than 1 MB');
  });

  it('that trickles is cut off by its time', async () => {
    const origin = await serve((_request, response) => {
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    });
    await expect(fetchFrom(origin, { timeout: 200 })).rejects.toThrow('timeout');
  });

  it('follows redirects on the host that was named, but not for ever', async () => {
    const origin = await serve(({ url = '/' }, response) => {
      if (url === '/end') response.end('Here.');
      else response.writeHead(302, { location: url === '/' ? '/end' : '/loop' }).end();
    });
    expect(String(await fetchFrom(origin))).toBe('Here.');
    await expect(fetchFrom(`${origin}/loop`)).rejects.toThrow('it redirects more than 5 times');
  });

  it('is not led into a private network', async () => {
    const asked: string[] = [];
    const hidden = await serve(({ url = '' }, response) => {
      asked.push(url);
      response.end('Secret.');
    });
    await expect(fetchFrom(await redirectTo(hidden))).rejects.toThrow('in a private network');
    const feed = await serve((_request, response) => {
      response.end(`<feed><link rel="next" href="${hidden}/next"/></feed>`);
    });
    expect(await openFeed(feed)).toMatchObject({
      reason: expect.stringContaining('in a private network'),
    });
    const site = await redirectTo(hidden);
    const client = new Client(site, { ...CLIENT_DEFAULTS, retries: 0 });
    expect(await client.get(site)).toMatchObject({ status: 302 });
    expect(await client.get(`${hidden}/verify`)).toMatchObject({
      reason: expect.stringContaining('in a private network'),
    });
    expect(asked).toEqual([]);
  });

  it('leads to no file', async () => {
    await expect(fetchFrom(await redirectTo('file:///etc/hostname'))).rejects.toThrow(
      'it leads to file:, not the web',
    );
  });
});

it.each([
  ...['http://127.1/', 'http://2130706433/', 'http://0/', 'http://10.0.0.1/', 'http://172.31.9.9/'],
  ...['http://192.168.1.1/', 'http://169.254.169.254/', 'http://100.64.0.1/', 'http://localhost/'],
  ...['http://[::1]/', 'http://[::]/', 'http://[::ffff:7f00:1]/', 'http://[fd00::1]/'],
  'http://[fe80::1]/',
])('%s is private', async (address) => {
  await expect(checkPublic(new URL(address))).rejects.toThrow('in a private network');
});

it.each(['http://93.184.215.14/', 'http://172.32.0.1/', 'http://[2606:4700::1111]/'])(
  '%s is public',
  async (address) => {
    await expect(checkPublic(new URL(address))).resolves.toBeUndefined();
  },
);
