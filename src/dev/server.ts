/** Serves the preview on this machine alone, and tells open pages of changes. */
import { readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import { escapeHtml } from '../html.ts';
import { decodePath, encodePath } from '../paths.ts';
import { faultOf } from './builder.ts';
import type { SiteFiles } from './site-files.ts';

/** What open pages go by. */
export interface State {
  /** Changes with every change of pages. */
  readonly page: string;
  /** Changes with every change of stylesheets. */
  readonly styles: string;
  /** The messages that keep the site from being built. */
  readonly problems: string | null;
}

/** What is served. */
export interface Source {
  /** The last good site; resolves when the first attempt to build has ended. */
  readonly files: () => Promise<SiteFiles | undefined>;
  readonly state: () => State;
}

const EVENTS = '/.perennial/events';
const CLIENT = '/.perennial/client.js';
const HTML = 'text/html; charset=utf-8';
/** Milliseconds after which a page looks for a server that has gone. */
const RETRY = 300;
/** Ports that are tried when the first is taken. */
const ATTEMPTS = 100;

/** There is no port to listen on. The message says which were tried. */
export class NoPort extends Error {
  constructor(first: number, last: number, reason: string) {
    super(`No port from ${first} to ${last} can be used (${reason}). Name another with --port.`);
    this.name = 'NoPort';
  }
}

export class PreviewServer {
  readonly #server: Server;
  readonly #open = new Set<ServerResponse>();
  #source: Source | undefined;

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request, response) => void this.#respond(request, response));
  }

  /**
   * Listens on the port, or on the next one that is free.
   * @throws {NoPort} when none of them can be had
   */
  static async listen(port: number): Promise<PreviewServer> {
    const server = createServer();
    const last = Math.min(port + ATTEMPTS, 65_535);
    let failure: Error | undefined;
    for (let next = port; next <= last; next++) {
      failure = await tryPort(server, next);
      if (failure === undefined) return new PreviewServer(server);
    }
    throw new NoPort(port, last, failure?.message ?? 'none was tried');
  }

  /** `http://localhost:8080` */
  get origin(): string {
    const address = this.#server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    return `http://localhost:${port ?? ''}`;
  }

  /** Until it is called, requests wait in vain. */
  serve(source: Source): void {
    this.#source = source;
  }

  /** Tells every open page how things stand. */
  announce(): void {
    for (const page of this.#open) this.#tell(page);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { pathname } = new URL(request.url ?? '/', this.origin);
      // A page elsewhere must not read drafts by giving its own name to this machine.
      if (!isLocal(request.headers.host)) send(response, 403, {}, 'Ask for localhost.');
      else if (pathname === EVENTS) this.#follow(response);
      else if (pathname === CLIENT)
        send(response, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }, clientScript());
      else await this.#sendFile(pathname, response);
    } catch (error) {
      this.#sendHtml(response, 500, messagePage('This page cannot be shown', faultOf(error)));
    }
  }

  #follow(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(`retry: ${RETRY}\n`);
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
    this.#tell(response);
  }

  #tell(page: ServerResponse): void {
    if (this.#source !== undefined) page.write(`data: ${JSON.stringify(this.#source.state())}\n\n`);
  }

  async #sendFile(pathname: string, response: ServerResponse): Promise<void> {
    const files = await this.#source?.files();
    if (files === undefined) {
      const problems = this.#source?.state().problems ?? '';
      this.#sendHtml(response, 503, messagePage('The site cannot be built', problems));
      return;
    }
    const { basePath } = files;
    const path = decodePath(pathname);
    if (pathname === '/' && basePath !== '') {
      send(response, 302, { Location: `${basePath}/` });
      return;
    }
    const isInside = path?.startsWith(`${basePath}/`) === true;
    const found = isInside ? files.at(path.slice(basePath.length)) : undefined;
    if (found?.kind === 'moved') send(response, 302, { Location: basePath + encodePath(found.to) });
    else if (found?.type === HTML) this.#sendHtml(response, 200, String(found.content));
    else if (found !== undefined)
      send(response, 200, { 'Content-Type': found.type }, found.content);
    else this.#sendNotFound(files, response);
  }

  #sendNotFound(files: SiteFiles, response: ServerResponse): void {
    const page = files.at('/404.html');
    const text = page?.kind === 'file' ? String(page.content) : messagePage('Not found', '');
    this.#sendHtml(response, 404, text);
  }

  /** A page with the script that follows changes. */
  #sendHtml(response: ServerResponse, status: number, html: string): void {
    const { page = '', styles = '' } = this.#source?.state() ?? {};
    const script = `<script src="${CLIENT}" data-page="${page}" data-styles="${styles}"></script>`;
    const end = html.lastIndexOf('</body>');
    const at = end === -1 ? html.length : end;
    send(response, status, { 'Content-Type': HTML }, html.slice(0, at) + script + html.slice(at));
  }
}

/** @returns why it failed */
function tryPort(server: Server, port: number): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const settle = (failure?: Error): void => {
      server.off('error', settle).off('listening', succeed);
      resolve(failure);
    };
    const succeed = (): void => settle();
    server.once('error', settle).once('listening', succeed).listen(port, '127.0.0.1');
  });
}

function isLocal(host: string | undefined): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host ?? '');
}

function send(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  content: string | Buffer = '',
): void {
  response.writeHead(status, { 'Cache-Control': 'no-store', ...headers });
  response.end(content);
}

function clientScript(): Buffer {
  return readFileSync(new URL('client.js', import.meta.url));
}

/** A page in the place of one that there is not. */
function messagePage(title: string, text: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body><h1>${title}</h1><pre>${escapeHtml(text)}</pre></body>
</html>
`;
}
