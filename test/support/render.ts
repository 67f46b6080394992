/** Renders a single body like a build. */
import { linkResolver, type LinkTable } from '../../src/addresses/resolver.ts';
import type { BodyWithTerms } from '../../src/markdown/body.ts';
import { finishBody, parseBody } from '../../src/markdown/render-body.ts';
import { parsePage, type Document } from './dom.ts';
import { htmlOf } from './parts.ts';
import { links, redirect } from './redirects.ts';

export interface RenderOptions {
  /** Files beside the post. */
  readonly files?: readonly string[];
  /** Files beside the post that are not published. */
  readonly withheld?: readonly string[];
  /** Address of the post's page. */
  readonly url?: string;
  readonly basePath?: string;
  /** Old path to new address. */
  readonly legacy?: Readonly<Record<string, string>>;
  readonly legacyHosts?: readonly string[];
  /** Folder of another post to its address. */
  readonly posts?: Readonly<Record<string, string>>;
  /** Named things that links are recognised as. */
  readonly references?: LinkTable['references'];
  /** Language of the words that the page adds. */
  readonly language?: string;
  /** Language by whose typography the text is set; absent for none. */
  readonly typography?: string;
  /** Summary from the front matter. */
  readonly description?: string;
  /** `false` keeps addresses of players as links. */
  readonly embedAddresses?: boolean;
  /** Whether to collect notes. */
  readonly notes?: boolean;
}

export interface Rendered extends BodyWithTerms {
  readonly html: string;
  readonly document: Document;
  /** Codes of its problems, in order. */
  readonly codes: readonly string[];
}

export async function render(markdown: string, options: RenderOptions = {}): Promise<Rendered> {
  const {
    files = [],
    withheld,
    url = '/2024/03/hello/',
    basePath = '',
    legacyHosts = [],
    posts,
    references = [],
    language = 'en',
    typography,
    description,
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
  const parsed = parseBody({
    file: 'posts/hello/index.md',
    markdown,
    files,
    ...(withheld !== undefined && { withheld }),
    ...(options.embedAddresses === false && { embedAddresses: false }),
    ...(typography !== undefined && { typography }),
    language,
    description,
  });
  const body = await finishBody(parsed, url, resolver, options.notes === true ? 'notes' : 'page');
  const html = htmlOf(body.parts);
  return {
    ...body,
    html,
    document: parsePage(html),
    codes: body.problems.map(({ code }) => code),
  };
}

/** The HTML of a body on one line, without the attributes that every image gets. */
export async function renderedHtml(markdown: string): Promise<string> {
  const { html } = await render(markdown);
  return html
    .replaceAll(/ (?:loading|fetchpriority|decoding)="\w+"| (?=\/>)|\n/g, '')
    .replaceAll('/>', '>')
    .replaceAll('&nbsp;', '\u00a0');
}
