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

/** Below the preview's own paths. */
const API = 'editor/api/v1';

export class LocalEditor {
  /** For the configuration of the editor. */
  readonly backend: CmsBackend;
  readonly #api: EditorApi;
  readonly #start: string;
  readonly #own: string;
  readonly #origin: string;
  /** Known only to the editor of this preview. */
  readonly token = randomBytes(24).toString('base64url');

  /**
   * @param origin of the preview
   * @param own start of the preview's own paths
   */
  constructor(contentDir: string, origin: string, own: string) {
    // The browser keeps drafts by repository; another blog may have had this port.
    const name = createHash('sha256').update(resolve(contentDir)).digest('hex').slice(0, 8);
    const repo = `local/blog-${name}`;
    this.#api = new EditorApi(contentDir, repo);
    this.#own = own;
    this.#origin = origin;
    this.#start = own + API;
    this.backend = {
      ...{ name: 'gitea', repo, branch: BRANCH, auth_methods: ['token'] },
      ...{ api_root: origin + this.#start, base_url: origin },
    };
  }

  /** @returns `undefined` if the path is none of the API */
  answer(
    request: IncomingMessage,
    pathname: string,
    query: URLSearchParams,
  ): Promise<Answer> | undefined {
    if (!pathname.startsWith(`${this.#start}/`)) return undefined;
    return answerEditor(request, pathname.slice(this.#start.length), query, this.#api, this.token);
  }

  /**
   * A file of the editor, which signs the writer in.
   * @param answer to others
   */
  page(request: IncomingMessage, answer: Answer): Answer {
    if (!isFromThisMachine(request))
      return { status: 403, content: 'The editor works on the machine of the preview alone.' };
    // It asks for the files of the content under this name.
    if (request.headers.host !== new URL(this.#origin).host)
      return { status: 302, location: this.#origin + (request.url ?? ''), content: '' };
    if (answer.type !== HTML) return answer;
    const script = `<script src="${this.#own}sign-in.js" data-token="${this.token}"></script>`;
    return inBody(answer, script);
  }
}

/** Whether a path of the site is one of the editor. */
export function isOfEditor(pathname: string, basePath: string): boolean {
  return pathname.startsWith(basePath + EDITOR_FOLDER);
}
