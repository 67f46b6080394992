/** Posts and pages as HTML documents for the search index. */
import { escapeAttribute, escapeHtml } from '../../lib/html.ts';
import { languageOf } from '../../lib/language/tag.ts';
import type { BodyPart, Page, Post, Site } from '../../site/model.ts';
import { markHtml, markText } from './marked-text.ts';

export interface SearchDocument {
  /** With the base path, percent-encoded. */
  readonly url: string;
  /** Without regions: `en`. */
  readonly language: string;
  readonly content: string;
}

type Searched = Pick<Site, 'posts' | 'pages' | 'years'>;

/** Posts, newest first, then pages; drafts are never indexed. */
export function searchDocuments({ posts, pages, years }: Searched): SearchDocument[] {
  const yearOf = new Map(
    years.flatMap(({ title, posts: own }) => own.map(({ url }) => [url, title])),
  );
  return [
    ...posts.filter(isPublished).map((post) => ({
      url: post.url,
      language: languageOf(post.language),
      content: document(postAttributes(post, yearOf.get(post.url)), post),
    })),
    ...pages.filter(isPublished).map((page) => ({
      url: page.url,
      language: languageOf(page.language),
      content: document('', page),
    })),
  ];
}

function isPublished({ draft }: Post | Page): boolean {
  return !draft;
}

function document(attributes: string, { title, body }: Post | Page): string {
  return `<!DOCTYPE html><html><body data-pagefind-body>${shown('title', title)}${attributes}${markHtml(body.map(htmlOf).join(''))}</body></html>`.toWellFormed();
}

function htmlOf(part: BodyPart): string {
  if (part.kind === 'image' || part.kind === 'embed') return '';
  return part.kind === 'address' ? escapeAttribute(part.address) : part.html;
}

/** Filters, sort key and metadata of a result. */
function postAttributes(
  { published, authors, tags, series }: Post,
  year: string | undefined,
): string {
  const names = authors.map(({ name }) => name);
  return [
    ...tags.map(({ text }) => attribute('filter', 'tag', text)),
    ...names.map((name) => attribute('filter', 'author', name)),
    ...(series === undefined ? [] : [attribute('filter', 'series', series.name)]),
    ...(year === undefined ? [] : [attribute('filter', 'year', year)]),
    attribute('sort', 'date', String(published.instant)),
    shown('date', published.text),
    ...(names.length === 0 ? [] : [shown('authors', names.join('\n'))]),
  ].join('');
}

/** Metadata, in which Pagefind looks for words as well. https://pagefind.app/docs/metadata/ */
function shown(name: string, value: string): string {
  return attribute('meta', name, markText(value));
}

/** https://pagefind.app/docs/filtering/ */
function attribute(kind: 'filter' | 'sort' | 'meta', name: string, value: string): string {
  return `<i data-pagefind-${kind}="${name}[title]" title="${escapeHtml(value)}"></i>`;
}
