/** Local HTTP server of the preview, which notifies open pages of changes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { escapeHtml } from '../lib/html.ts';
import { decodePath, encodePath } from '../lib/paths.ts';
import { explain } from './builder.ts';
import { listenFrom } from './listen.ts';
import type { SiteFiles } from './site-files.ts';

/** State sent to open pages, besides the version of their own content. */
export interface State {
  /** Version of copied files. */
  readonly assets: string;
  /** Version of stylesheets. */
  readonly styles: string;
  /** Errors that prevent the build. */
  readonly problems: string | null;
}

export interface Source {
  /** The last successful build; resolves after the first attempt. */
  readonly files: () => Promise<SiteFiles | undefined>;
  readonly state: () => State;
}

interface Answer {
  readonly status: number;
  /** Media type. */
  readonly type?: string;
  /** Target of a redirect. */
  readonly location?: string;
  readonly content: string | Buffer;
}

const EVENTS = '/.perennial/events';
const CLIENT = '/.perennial/client.js';
const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
/** Before the first build. */
const NO_STATE: State = { assets: '', styles: '', problems: null };
/** Milliseconds before an open page reconnects. */
const RETRY = 300;

export class PreviewServer {
  readonly #server: Server;
  /** Connections of open pages, with their paths. */
  readonly #open = new Map<ServerResponse, string>();
  #source: Source | undefined;

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request, response) => void this.#respond(request, response));
  }

  /**
   * Listens on the port, or on the next free one.
   * @throws {NoPort} if there is none
   */
  static async listen(port: number): Promise<PreviewServer> {
    return new PreviewServer(await listenFrom(port));
  }

  /** `http://localhost:8080` */
  get origin(): string {
    const address = this.#server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    return `http://localhost:${port ?? ''}`;
  }

  /** Sets what to serve. */
  serve(source: Source): void {
    this.#source = source;
  }

  /** Sends the current state to every open page. */
  announce(): void {
    for (const connection of this.#open.keys()) void this.#sendState(connection);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = request.url ?? '/';
    // Against DNS rebinding: another site must not read drafts under its own host name.
    if (!isLocal(request.headers.host) || !URL.canParse(address, this.origin)) {
      send(response, { status: 403, content: 'Use localhost.' });
      return;
    }
    const { pathname, searchParams } = new URL(address, this.origin);
    if (pathname === EVENTS) this.#subscribe(response, searchParams.get('page') ?? '/');
    else send(response, this.#withScript(await this.#answer(pathname)));
  }

  #subscribe(response: ServerResponse, path: string): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(`retry: ${RETRY}\n`);
    this.#open.set(response, path);
    response.on('close', () => this.#open.delete(response));
    void this.#sendState(response);
  }

  async #sendState(connection: ServerResponse): Promise<void> {
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
      return htmlAnswer(500, messagePage('This page cannot be rendered', explain(error)));
    }
  }

  /** Hash of the page and its assets. */
  #versionOf({ content }: Answer): string {
    const { assets } = this.#source?.state() ?? NO_STATE;
    return createHash('sha256').update(content).update(assets).digest('base64url');
  }

  /** Adds the client script to pages. */
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
  if (pathname === '/' && basePath !== '') return redirectTo(`${basePath}/`);
  const path = decodePath(pathname);
  const isInside = path?.startsWith(`${basePath}/`) === true;
  const found = isInside ? files.at(path.slice(basePath.length)) : undefined;
  if (found?.kind === 'moved') return redirectTo(basePath + encodePath(found.to));
  if (found !== undefined) return { status: 200, type: found.type, content: found.content };
  const missing = files.at('/404.html');
  return htmlAnswer(404, missing?.kind === 'file' ? missing.content : messagePage('Not found', ''));
}

function htmlAnswer(status: number, content: string | Buffer): Answer {
  return { status, type: HTML, content };
}

function redirectTo(location: string): Answer {
  return { status: 302, location, content: '' };
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

/** Page for errors of the preview itself. */
function messagePage(title: string, text: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body><h1>${title}</h1><pre>${escapeHtml(text)}</pre></body>
</html>
`;
}
