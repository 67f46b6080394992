/** Renders a body as the site will, and reads the HTML back for comparison. */
import type { Root } from 'hast';
import { linkResolver, linkTable, type LinkResolver } from '../../addresses/resolver.ts';
import { escapeAttribute, startTag } from '../../lib/html.ts';
import { wordsIn } from '../../lib/language/language.ts';
import type { BodyPart } from '../../markdown/parts.ts';
import { renderComment } from '../../markdown/comment.ts';
import { finishBody, parseBody } from '../../markdown/render-body.ts';
import { parseHtml } from '../body/parse-html.ts';

export interface Rendered {
  readonly root: Root;
  /** Messages of errors: texts that the site cannot show. */
  readonly errors: readonly string[];
}

export interface RenderOptions {
  /** Of the site, for the words that a page adds. */
  readonly language: string;
  /** Files beside the text. */
  readonly files: readonly string[];
  /** The setting. */
  readonly embedAddresses?: boolean | undefined;
}

/** Leaves all links as they are written. */
const NO_LINKS: LinkResolver = linkResolver(
  linkTable({
    basePath: '',
    origin: 'https://x.invalid',
    hosts: [],
    legacyHosts: [],
    redirects: { exact: [], gone: [], patterns: [] },
    preserved: [],
    pages: new Set(),
    posts: new Map(),
    references: [],
  }),
);

export async function renderMarkdown(
  markdown: string,
  { language, files, embedAddresses = true }: RenderOptions,
): Promise<Rendered> {
  const source = { file: '', markdown, files, language, embedAddresses };
  const parsed = parseBody({ ...source, description: undefined });
  const { parts, problems } = await finishBody(parsed, '/', NO_LINKS);
  return {
    root: parseHtml(parts.map(partHtml).join('')),
    errors: problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
  };
}

/** A comment as its page will show it; links to other texts of the blog as they are written. */
export function renderCommentText(markdown: string, language: string): Root {
  const resolver = { link: (href: string) => (/^[./#]/.test(href) ? href : undefined) };
  return parseHtml(renderComment(markdown, wordsIn(language).body, resolver));
}

function partHtml(part: BodyPart): string {
  if (part.kind === 'image') return startTag('img', part.attributes, part.end);
  if (part.kind === 'address') return escapeAttribute(part.address);
  if (part.kind === 'embed') return `${startTag('iframe', { src: part.frame })}</iframe>`;
  return part.kind === 'page' ? '' : part.html;
}
