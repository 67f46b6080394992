/**
 * The part of the API of Gitea that the editor uses, over the files of the
 * content, and a preview. https://docs.gitea.com/api/1.24/
 */
import * as z from 'zod';
import { gitUser } from '../../lib/git-user.ts';
import { decodePath } from '../../lib/paths.ts';
import type { Answer } from '../answer.ts';
import { changeFiles, type FileChange } from './change-files.ts';
import { ContentFiles } from './content-files.ts';
import { confirmDeletions } from './deletions.ts';
import { fileHistory } from './file-history.ts';
import type { Pages } from './page-builder.ts';
import { BAD, NOT_FOUND, Refusal } from './refusal.ts';
import { withStoredPictures } from './stored-pictures.ts';
import type { UnsavedPages } from './unsaved-pages.ts';

/** The only one that there is. */
export const BRANCH = 'main';
/** The oldest that the editor takes. */
const VERSION = '1.24.0';
/** Files in an answer; the editor asks again for more. */
const PER_ANSWER = 500;
/** Bytes of contents in an answer. */
const MAX_ANSWER = 20_000_000;

const changesSchema = z.object({
  files: z
    .array(
      z.object({
        operation: z.enum(['create', 'update', 'delete']),
        path: z.string(),
        from_path: z.string().optional(),
        content: z
          .string()
          .transform((base64) => Buffer.from(base64, 'base64'))
          .optional(),
        sha: z.string().optional(),
      }),
    )
    .min(1),
});
const pathsSchema = z.object({ files: z.array(z.string()) });

export interface ApiRequest {
  readonly method: string;
  /** Below the start of the API, encoded: `/version`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Parsed JSON. */
  readonly body: unknown;
  /** Whether the writer has answered the question that the request raised. */
  readonly isConfirmed: boolean;
}

export class EditorApi {
  readonly #files: ContentFiles;
  readonly #root: string;
  readonly #builder: Pages;
  readonly #unsaved: UnsavedPages;

  /** @param repo owner and name, as the editor knows the content */
  constructor(contentDir: string, repo: string, builder: Pages, unsaved: UnsavedPages) {
    this.#builder = builder;
    this.#unsaved = unsaved;
    this.#root = `/repos/${repo}`;
    this.#files = new ContentFiles(contentDir);
  }

  /** @throws {Refusal} */
  async answer({ method, path, query, body, isConfirmed }: ApiRequest): Promise<Answer> {
    const name = method === 'POST' ? `POST ${path}` : path;
    const root = this.#root;
    switch (name) {
      case '/version':
        return json({ version: VERSION });
      case '/settings/api':
        return json({
          default_paging_num: PER_ANSWER,
          max_response_items: PER_ANSWER,
          default_max_blob_size: MAX_ANSWER,
          default_max_response_size: MAX_ANSWER,
        });
      case '/user': {
        const user = gitUser() ?? 'You';
        return json({ id: 1, login: 'local', full_name: user, email: 'local@localhost' });
      }
      case root:
        return json({ default_branch: BRANCH, permissions: { pull: true, push: true } });
      case `${root}/branches/${BRANCH}`:
        return json({ commit: { id: this.#files.head(), message: '' } });
      case `${root}/commits`:
        return json(await fileHistory(this.#files.folder, query.get('path') ?? ''));
      case 'POST /preview':
        return json(await this.#unsaved.show(body));
      case `POST ${root}/file-contents`:
        return json(parsed(pathsSchema, body).files.map((file) => this.#contentsOf(file)));
      case `POST ${root}/contents`:
        return json(await this.#change(parsed(changesSchema, body).files, isConfirmed));
      default:
        return this.#file(path.startsWith(`${root}/`) ? path.slice(root.length) : '');
    }
  }

  #file(path: string): Answer {
    if (path.startsWith('/git/trees/')) {
      const tree = this.#files.list().map((file) => ({ type: 'blob', ...file }));
      return json({ tree, truncated: false });
    }
    const [, name = ''] = /^\/(?:raw|media\/[^/]+)\/(.+)$/.exec(path) ?? [];
    const content = this.#files.read(decodePath(name) ?? '');
    if (content === undefined) throw new Refusal(NOT_FOUND, 'The file is gone. Reload the page.');
    return { status: 200, type: 'application/octet-stream', content };
  }

  #contentsOf(path: string): unknown {
    const content = this.#files.read(path);
    return content && { path, content: content.toString('base64'), encoding: 'base64' };
  }

  async #change(changes: readonly FileChange[], isConfirmed: boolean): Promise<unknown> {
    if (!isConfirmed) await confirmDeletions(this.#files.folder, changes, this.#builder);
    const files = changeFiles(this.#files, await withStoredPictures(this.#files, changes));
    const created = new Date().toISOString();
    return { commit: { sha: this.#files.head(), created }, files };
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body);
  if (!result.success) throw new Refusal(BAD, 'The request is not one of the editor.');
  return result.data;
}

function json(value: unknown): Answer {
  return { status: 200, type: 'application/json', content: JSON.stringify(value) };
}
