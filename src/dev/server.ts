/** Serves the preview on this machine alone, and tells open pages of changes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { escapeHtml } from '../lib/html.ts';
import { decodePath, encodePath } from '../lib/paths.ts';
import { explain } from './builder.ts';
import type { SiteFiles } from './site-files.ts';

/** What open pages go by, beside what they show themselves. */
export interface State {
  /** Changes with every change of a file that is published as it is. */
  readonly assets: string;
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

/** What is sent for an address. */
interface Answer {
  readonly status: number;
  /** Media type. */
  readonly type?: string;
  /** Where to look instead. */
  readonly location?: string;
  readonly content: string | Buffer;
}

const EVENTS = '/.perennial/events';
const CLIENT = '/.perennial/client.js';
const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
/** Before there is anything to serve. */
const NO_STATE: State = { assets: '', styles: '', problems: null };
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
  /** Paths of open pages, by their connections. */
  readonly #open = new Map<ServerResponse, string>();
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
    for (const connection of this.#open.keys()) void this.#tell(connection);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = request.url ?? '/';
    // A page elsewhere must not read drafts by giving its own name to this machine.
    if (!isLocal(request.headers.host) || !URL.canParse(address, this.origin)) {
      send(response, { status: 403, content: 'Ask for localhost.' });
      return;
    }
    const { pathname, searchParams } = new URL(address, this.origin);
    if (pathname === EVENTS) this.#follow(response, searchParams.get('page') ?? '/');
    else send(response, this.#withScript(await this.#answer(pathname)));
  }

  #follow(response: ServerResponse, path: string): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(`retry: ${RETRY}\n`);
    this.#open.set(response, path);
    response.on('close', () => this.#open.delete(response));
    void this.#tell(response);
  }

  async #tell(connection: ServerResponse): Promise<void> {
    const answer = await this.#answer(this.#open.get(connection) ?? '/');
    if (!this.#open.has(connection)) return;
    const { styles, problems } = this.#source?.state() ?? NO_STATE;
    const state = { page: this.#versionOf(answer), styles, problems };
    connection.write(`data: ${JSON.stringify(state)}\n\n`);
  }

  async #answer(pathname: string): Promise<Answer> {
    try {
      if (pathname === CLIENT) return { status: 200, type: SCRIPT, content: clientScript() };
      const files = await this.#source?.files();
      if (files !== undefined) return answerFrom(files, pathname);
      const problems = this.#source?.state().problems ?? '';
      return htmlAnswer(503, messagePage('The site cannot be built', problems));
    } catch (error) {
      return htmlAnswer(500, messagePage('This page cannot be shown', explain(error)));
    }
  }

  /** Changes with what the page shows. */
  #versionOf({ content }: Answer): string {
    const { assets } = this.#source?.state() ?? NO_STATE;
    return createHash('sha256').update(content).update(assets).digest('base64url');
  }

  /** The answer; if it is a page, with the script that follows changes. */
  #withScript(answer: Answer): Answer {
    if (answer.type !== HTML) return answer;
    const html = String(answer.content);
    const { styles } = this.#source?.state() ?? NO_STATE;
    const script = `<script src="${CLIENT}" data-page="${this.#versionOf(answer)}" data-styles="${styles}"></script>`;
    const end = html.lastIndexOf('</body>');
    const at = end === -1 ? html.length : end;
    return { ...answer, content: html.slice(0, at) + script + html.slice(at) };
  }
}

function answerFrom(files: SiteFiles, pathname: string): Answer {
  const { basePath } = files;
  if (pathname === '/' && basePath !== '') return movedTo(`${basePath}/`);
  const path = decodePath(pathname);
  const isInside = path?.startsWith(`${basePath}/`) === true;
  const found = isInside ? files.at(path.slice(basePath.length)) : undefined;
  if (found?.kind === 'moved') return movedTo(basePath + encodePath(found.to));
  if (found !== undefined) return { status: 200, type: found.type, content: found.content };
  const missing = files.at('/404.html');
  return htmlAnswer(404, missing?.kind === 'file' ? missing.content : messagePage('Not found', ''));
}

function htmlAnswer(status: number, content: string | Buffer): Answer {
  return { status, type: HTML, content };
}

function movedTo(location: string): Answer {
  return { status: 302, location, content: '' };
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

function send(response: ServerResponse, { status, type, location, content }: Answer): void {
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    ...(type !== undefined && { 'Content-Type': type }),
    ...(location !== undefined && { Location: location }),
  });
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
