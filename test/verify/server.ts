/** Test web server: serves a folder, with overrides. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { onTestFinished } from 'vitest';

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Reply instead of a file. `undefined` closes the connection, `never` keeps it open. */
export type Override = (attempt: number) => Answer | Promise<Answer>;

type Answer = Reply | 'never' | undefined;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.txt': 'text/plain',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
};

export interface TestServer {
  /** Address of the home page. */
  readonly url: string;
  /** How often each path was asked for. */
  readonly asked: ReadonlyMap<string, number>;
}

/**
 * Serves `folder` below `basePath` until the test ends.
 * @param overrides by raw path and query
 */
export async function serve(
  folder: string,
  overrides: Readonly<Record<string, Override>> = {},
  basePath = '',
): Promise<TestServer> {
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const target = request.url ?? '/';
    const attempt = (asked.get(target) ?? 0) + 1;
    asked.set(target, attempt);
    const override = overrides[target];
    void send(
      response,
      override === undefined ? fileReply(folder, basePath, target) : override(attempt),
    );
  });
  const port = await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${port}${basePath}/`, asked };
}

/** URL of a port without a server. */
export async function deserted(): Promise<string> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}

/** @returns a free port */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}

export function moved(to: string, status = 301): Reply {
  return { status, headers: { location: to } };
}

export function html(body: string): Reply {
  return { status: 200, headers: { 'content-type': 'text/html' }, body };
}

async function send(response: ServerResponse, answer: ReturnType<Override>): Promise<void> {
  const reply = await answer;
  if (reply === undefined) response.destroy();
  else if (reply !== 'never') response.writeHead(reply.status, reply.headers).end(reply.body ?? '');
}

/** Like a static host: `index.html` or `index.xml` for a folder, `404.html` for unknown paths. */
export function fileReply(folder: string, basePath: string, target: string): Reply {
  const name = decodeURIComponent(target.replace(/\?.*$/s, ''));
  if (!name.startsWith(`${basePath}/`)) return { status: 404 };
  const file = path.join(folder, name.slice(basePath.length));
  if (existsSync(file) && statSync(file).isDirectory()) {
    if (!name.endsWith('/')) return moved(target.replace(/(?=\?|$)/, '/'));
    for (const index of ['index.html', 'index.xml']) {
      if (existsSync(path.join(file, index))) return found(path.join(file, index));
    }
  } else if (existsSync(file)) return found(file);
  return { ...found(path.join(folder, '404.html')), status: 404 };
}

function found(file: string): Reply {
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  return { status: 200, headers: { 'content-type': type }, body: readFileSync(file) };
}
