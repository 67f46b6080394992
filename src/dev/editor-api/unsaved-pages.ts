/** Pages of texts that the editor has not saved yet, for the frame beside the text. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { Problem } from '../../lib/problem.ts';
import { HTML, type Answer } from '../answer.ts';
import { innerPath } from './content-paths.ts';
import type { Pages, UnsavedPage } from './page-builder.ts';
import { INVALID, Refusal } from './refusal.ts';

const requestSchema = z.object({
  collection: z.string(),
  /** Empty for a new one. */
  path: z.string(),
  text: z.string(),
});

/** Part of the address of such a page. */
const PARAMETER = 'unsaved';
/** Where a new text is shown, until it has a name. */
const NEW = new Map([
  ['posts', 'posts/new-post/index.md'],
  ['pages', 'pages/new-page.md'],
]);
/** That a new post or page begins with. */
const FIRST_FIELDS: ReadonlySet<string> = new Set(['title', 'publishDate']);
/** In pages, which escape the rest. */
const SCRIPT = /<script\b[^>]*>[^<]*(?:<(?!\/script>)[^<]*)*<\/script>/g;
/** Starts of addresses of pictures that are not saved yet, and of those that a page may have meanwhile. */
const IN_BROWSER = 'blob:http://';
const STAND_IN = 'https://unsaved.invalid/';
/** Frames that may still ask: the one that is shown, and the one that is loading. */
const KEPT = 3;

export class UnsavedPages {
  readonly #contentDir: string;
  readonly #builder: Pages;
  readonly #pages = new Map<string, UnsavedPage>();

  constructor(contentDir: string, builder: Pages) {
    this.#contentDir = contentDir;
    this.#builder = builder;
  }

  /**
   * @returns the address of the page, if the text has one, and the problems of the text
   * @throws {Refusal}
   */
  async show(body: unknown): Promise<unknown> {
    const parsed = requestSchema.safeParse(body);
    if (!parsed.success) throw new Refusal(INVALID, 'The request is not one of the editor.');
    const { collection, path, text } = parsed.data;
    const file = path === '' ? NEW.get(collection) : innerPath(this.#contentDir, path);
    if (file === undefined) throw new Refusal(INVALID, 'Only posts and pages have a preview.');
    const page = await this.#builder.unsavedPage(
      join(this.#contentDir, file),
      text.replaceAll(IN_BROWSER, STAND_IN),
    );
    const id = randomBytes(16).toString('base64url');
    this.#pages.set(id, page);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > KEPT && oldest !== undefined) this.#pages.delete(oldest);
    return {
      url: page.html && page.url && `${page.url}?${PARAMETER}=${id}`,
      problems: page.problems
        .filter((problem) => path !== '' || !isMissing(problem))
        .filter(({ message }) => !message.includes(STAND_IN))
        .map(({ severity, field, message, hint }) => ({
          ...{ severity, field, message },
          ...(!isSpelling(hint, field) && { hint }),
        })),
    };
  }

  /**
   * @param headers of the site
   * @returns `undefined` if the address is none of such a page
   */
  page(query: URLSearchParams, headers: Readonly<Record<string, string>>): Answer | undefined {
    const id = query.get(PARAMETER);
    if (id === null) return undefined;
    const html = this.#pages.get(id)?.html;
    if (html === undefined) return { status: 410, content: 'There is a newer version.' };
    const content = html.replace(SCRIPT, '').replaceAll(STAND_IN, IN_BROWSER);
    return { status: 200, type: HTML, content, headers: framed(headers) };
  }
}

/** A field that the writer of a new text has not come to; the form marks it anyway. */
function isMissing({ code, field }: Problem): boolean {
  return field !== undefined && code.endsWith(`-${field}-missing`) && FIRST_FIELDS.has(field);
}

/** Whether a hint says how a value is written in YAML, which a form does by itself. */
function isSpelling(hint: string, field = ''): boolean {
  const [name = ''] = field.split(/[.[]/);
  return name !== '' && hint.startsWith(`Write \`${name}:`);
}

/** Only the editor shows the page, with pictures that are not saved yet, and no script runs. */
function framed(headers: Readonly<Record<string, string>>): Record<string, string> {
  const policy = (headers['Content-Security-Policy'] ?? '')
    .replace(/\bimg-src /, 'img-src blob: ')
    .replace(/\bframe-ancestors [^;]*/, "frame-ancestors 'self'");
  return { ...headers, 'Content-Security-Policy': `${policy}; sandbox allow-same-origin` };
}
