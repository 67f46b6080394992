/** Renders a body by itself, as a build does for each post. */
import { linkResolver, type LinkTable } from '../../src/addresses/resolver.ts';
import { finishBody, parseBody, type RenderedBody } from '../../src/markdown/render-body.ts';
import { parsePage, type Document } from './dom.ts';
import { links, redirect } from './redirects.ts';

export interface RenderOptions {
  /** Files beside the post. */
  readonly files?: readonly string[];
  /** Address of the post's page. */
  readonly url?: string;
  readonly basePath?: string;
  /** Old path to new address. */
  readonly legacy?: Readonly<Record<string, string>>;
  readonly legacyHosts?: readonly string[];
  /** Folder of another post to its address. */
  readonly posts?: Readonly<Record<string, string>>;
  /** What has a name. */
  readonly references?: LinkTable['references'];
  /** That of the words which the page adds. */
  readonly language?: string;
  /** Whether to look for what deserves a note. */
  readonly notes?: boolean;
}

export interface Rendered extends RenderedBody {
  readonly document: Document;
  /** Codes of what was reported, in order. */
  readonly codes: readonly string[];
}

export async function render(markdown: string, options: RenderOptions = {}): Promise<Rendered> {
  const {
    files = [],
    url = '/2024/03/hello/',
    basePath = '',
    legacyHosts = [],
    posts,
    references = [],
    language = 'en',
  } = options;
  const exact = Object.entries(options.legacy ?? {}).map(([from, to]) =>
    redirect(from, {
      path: to,
      url: basePath + to,
      canonical: `https://garden.example${basePath}${to}`,
    }),
  );
  const resolver = linkResolver(
    links({ basePath, legacyHosts, exact, posts: posts ?? {}, references }),
  );
  const parsed = parseBody({ file: 'posts/hello/index.md', markdown, files, language });
  const body = await finishBody(parsed, url, resolver, options.notes === true ? 'notes' : 'page');
  return {
    ...body,
    document: parsePage(body.html),
    codes: body.problems.map(({ code }) => code),
  };
}

/** The HTML of a body on one line, without what is said of every image. */
export async function htmlOf(markdown: string): Promise<string> {
  const { html } = await render(markdown);
  return html
    .replaceAll(/ (?:loading|decoding)="\w+"| (?=\/>)|\n/g, '')
    .replaceAll('/>', '>')
    .replaceAll('&nbsp;', '\u00a0');
}
