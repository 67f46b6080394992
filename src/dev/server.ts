/** HTTP server of the preview, which tells open pages of changes. */
import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { canParseUrl } from '../lib/can-parse-url.ts';
import { isFromOtherSite, isFromThisMachine, isOwnHost } from './access.ts';
import {
  HTML,
  answerFrom,
  inBody,
  messagePage,
  scriptAnswer,
  send,
  type Answer,
} from './answer.ts';
import type { EarlyAnswers } from './early-answers.ts';
import type { EditorOptions } from './open-in-editor.ts';
import { isOfEditor, type LocalEditor } from './editor-api/local-editor.ts';
import { listenFrom } from './listen.ts';
import { openPlace } from './open-place.ts';
import { OpenPages, type Viewer } from './open-pages.ts';
import { explain, withoutFolders, type Report } from './report.ts';
import type { SiteFiles } from './site-files.ts';

/** State sent to open pages, besides the version of their own content. */
export interface State {
  /** Version of copied files. */
  readonly assets: string;
  /** Version of stylesheets. */
  readonly styles: string;
  /** What prevents the build. */
  readonly errors: Report | null;
  readonly warnings: (Report & { readonly count: number }) | null;
}

export interface Source {
  /** The last successful build; resolves after the first attempt. */
  readonly files: () => Promise<SiteFiles | undefined>;
  /** The editor and what its preview shows besides pages, also of a site with errors. */
  readonly editorFiles: () => Promise<SiteFiles | undefined>;
  readonly state: () => State;
}

export interface ServerOptions {
  /** First port to try. */
  readonly port: number;
  /** Serves other machines too. */
  readonly lan: boolean;
  readonly editor: EditorOptions;
}

/** Paths of the preview itself. */
const OWN = '/.perennial/';
const SCRIPTS: ReadonlySet<string> = new Set(['client.js', 'problems.js', 'sign-in.js']);
/** Before the first build. */
const NO_STATE: State = { assets: '', styles: '', errors: null, warnings: null };

export class PreviewServer {
  readonly #server: Server;
  readonly #options: ServerOptions;
  readonly #pages = new OpenPages((viewer) => this.#stateOf(viewer));
  /** Known only to pages of this preview. */
  readonly #token = randomBytes(16).toString('base64url');
  #source: Source | undefined;
  /** Serves no editor without it. */
  localEditor: LocalEditor | undefined;
  /** Requests wait for the first build without it. */
  early: EarlyAnswers | undefined;

  private constructor(server: Server, options: ServerOptions) {
    this.#server = server;
    this.#options = options;
    server.on('request', (request, response) => void this.#respond(request, response));
  }

  /**
   * Listens on the port, or on the next free one.
   * @throws {NoPort} if there is none
   */
  static async listen(options: ServerOptions): Promise<PreviewServer> {
    return new PreviewServer(await listenFrom(options.port, options.lan), options);
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
    this.#pages.announce();
  }

  close(): Promise<void> {
    this.early?.close();
    this.#pages.close();
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = request.url ?? '/';
    const { lan } = this.#options;
    if (!isOwnHost(request.headers.host, lan) || !canParseUrl(address, this.origin)) {
      const content = lan ? 'Use localhost or the IP address of this machine.' : 'Use localhost.';
      return send(response, { status: 403, content });
    }
    if (isFromOtherSite(request)) {
      send(response, { status: 403, content: 'Only pages of this preview may ask it.' });
      return;
    }
    const { pathname, searchParams } = new URL(address, this.origin);
    const isHere = isFromThisMachine(request);
    const page = searchParams.get('page') ?? '/';
    if (pathname === `${OWN}events`) this.#pages.add(response, { page, isHere });
    else if (pathname === `${OWN}state`) {
      const content = await this.#stateOf({ page, isHere });
      send(response, { status: 200, type: 'application/json', content });
    } else if (pathname === `${OWN}open`)
      send(response, await openPlace(request, this.#token, this.#options.editor));
    else if (pathname.startsWith(OWN) && SCRIPTS.has(pathname.slice(OWN.length)))
      send(response, scriptAnswer(pathname.slice(OWN.length)));
    else {
      const early = pathname.startsWith(OWN) ? undefined : await this.early?.at(pathname);
      if (early !== undefined) return this.#sendPage(request, response, early);
      const files = await this.#source?.files();
      const local = this.localEditor;
      const program = await this.#source?.editorFiles();
      const own = await local?.answer(request, pathname, searchParams, program?.headers ?? {});
      if (own !== undefined) return send(response, own);
      const isEditor = program !== undefined && isOfEditor(pathname, program.basePath);
      const isShown = isEditor || local?.isAtEditor(request) === true;
      const answer = await this.#answer({ page: pathname, isHere }, isShown ? program : files);
      if (local !== undefined && isEditor)
        return send(response, local.page(request, answer), program.editorHeaders);
      const headed = files === undefined ? answer : { headers: files.headers, ...answer };
      if (files !== undefined && !isShown) this.early?.note(pathname, headed);
      this.#sendPage(request, response, headed);
    }
  }

  #sendPage(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
    const elsewhere = this.localEditor?.pageElsewhere(request, answer, this.origin);
    const page = elsewhere ?? this.#withScript(answer, isFromThisMachine(request));
    send(response, page, answer.headers);
  }

  /** The state as JSON. */
  async #stateOf(viewer: Viewer): Promise<string> {
    const page = this.#versionOf(await this.#answer(viewer, await this.#source?.files()));
    const { styles, errors, warnings } = this.#source?.state() ?? NO_STATE;
    const shown = <Shown extends Report>(report: Shown | null) =>
      report === null || viewer.isHere
        ? report
        : { ...report, text: textFor(viewer, report.text), places: [] };
    return JSON.stringify({ page, styles, errors: shown(errors), warnings: shown(warnings) });
  }

  async #answer(viewer: Viewer, files: SiteFiles | undefined): Promise<Answer> {
    const { page } = viewer;
    try {
      if (files !== undefined) return answerFrom(files, page);
      const reason = this.#source?.state().errors?.text ?? '';
      return messagePage(503, 'The site cannot be built', textFor(viewer, reason));
    } catch (error) {
      const reason = textFor(viewer, explain(error).text);
      return messagePage(500, 'This page cannot be rendered', reason);
    }
  }

  /** Hash of the page and its assets. */
  #versionOf({ content }: Answer): string {
    const { assets } = this.#source?.state() ?? NO_STATE;
    return createHash('sha256').update(content).update(assets).digest('base64url');
  }

  /** Adds the client script to pages. */
  #withScript(answer: Answer, isHere: boolean): Answer {
    if (answer.type !== HTML || answer.refresh !== undefined) return answer;
    const { styles } = this.#source?.state() ?? NO_STATE;
    const token = isHere ? ` data-token="${this.#token}"` : '';
    const page = answer.isEarlier === true ? '' : this.#versionOf(answer);
    const script = `<script src="${OWN}client.js" data-page="${page}" data-styles="${styles}"${token}></script>`;
    return inBody(answer, script);
  }
}

/** Other machines need not know the folders of this one. */
function textFor({ isHere }: Viewer, content: string): string {
  return isHere ? content : withoutFolders(content);
}
