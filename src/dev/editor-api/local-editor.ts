/** The editor of the preview: its pages, and the files that it writes. */
import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { resolve } from 'node:path';
import type { CmsBackend } from '../../outputs/editor/backend.ts';
import { EDITOR_FOLDER } from '../../outputs/editor/page.ts';
import { isFromThisMachine } from '../access.ts';
import { HTML, inBody, type Answer } from '../answer.ts';
import { answerEditor } from './access.ts';
import { BRANCH, EditorApi } from './editor-api.ts';
import type { Pages } from './page-builder.ts';
import { UnsavedPages } from './unsaved-pages.ts';

const API = '/.perennial/editor/api/v1';
const SIGN_IN = '/.perennial/sign-in.js';

/**
 * Where the editor is. The site is at `localhost`, so no script on its pages, such as one for
 * comments, gets at the editor.
 * @param origin of the preview
 */
export function editorOrigin(origin: string): string {
  return origin.replace('//localhost:', '//127.0.0.1:');
}

/**
 * For the configuration of the editor.
 * @param origin of the editor
 */
export function localBackend(contentDir: string, origin: string): CmsBackend {
  return {
    ...{ name: 'gitea', repo: repositoryOf(contentDir), branch: BRANCH, auth_methods: ['token'] },
    ...{ api_root: origin + API, base_url: origin },
  };
}

/** The browser keeps drafts by repository; another blog may have had this port. */
function repositoryOf(contentDir: string): string {
  const name = createHash('sha256').update(resolve(contentDir)).digest('hex').slice(0, 8);
  return `local/blog-${name}`;
}

export class LocalEditor {
  readonly #api: EditorApi;
  readonly #unsaved: UnsavedPages;
  readonly #origin: string;
  /** Known only to the editor of this preview. */
  readonly token = randomBytes(24).toString('base64url');

  /** @param origin of the editor */
  constructor(contentDir: string, origin: string, builder: Pages) {
    this.#unsaved = new UnsavedPages(contentDir, builder);
    this.#api = new EditorApi(contentDir, repositoryOf(contentDir), builder, this.#unsaved);
    this.#origin = origin;
  }

  /**
   * @param headers of the pages of the site
   * @returns `undefined` if the address is none of the API, or of a text that is not saved yet
   */
  async answer(
    request: IncomingMessage,
    pathname: string,
    query: URLSearchParams,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer | undefined> {
    if (!pathname.startsWith(`${API}/`))
      return isFromThisMachine(request) ? this.#unsaved.page(query, headers) : undefined;
    return answerEditor(request, pathname.slice(API.length), query, this.#api, {
      token: this.token,
      origin: this.#origin,
    });
  }

  /**
   * A file of the editor, which signs the writer in.
   * @param answer to others
   */
  page(request: IncomingMessage, answer: Answer): Answer {
    if (!isFromThisMachine(request))
      return { status: 403, content: 'The editor works on the machine of the preview alone.' };
    // It asks for the files of the content under this name.
    if (!this.isAtEditor(request)) return redirectTo(this.#origin, request);
    if (answer.type !== HTML) return answer;
    const script = `<script src="${SIGN_IN}" data-token="${this.token}"></script>`;
    return inBody(answer, script);
  }

  /**
   * Keeps pages of the site away from the editor's origin, where their scripts could read its token.
   * @param site origin of the site
   * @returns where a page is instead; `undefined` for what may be sent
   */
  pageElsewhere(request: IncomingMessage, { type }: Answer, site: string): Answer | undefined {
    return type === HTML && this.isAtEditor(request) ? redirectTo(site, request) : undefined;
  }

  /** Whether a request is for the origin of the editor, which has no page of the site. */
  isAtEditor({ headers }: IncomingMessage): boolean {
    return headers.host === new URL(this.#origin).host;
  }
}

function redirectTo(origin: string, { url = '' }: IncomingMessage): Answer {
  return { status: 302, location: origin + url, content: '' };
}

/** Whether a path of the site is one of the editor. */
export function isOfEditor(pathname: string, basePath: string): boolean {
  return pathname.startsWith(basePath + EDITOR_FOLDER);
}
