/** Posts and pages as HTML documents for the search index. */
import { keyOf } from '../../lib/cache.ts';
import { escapeAttribute, escapeHtml } from '../../lib/html.ts';
import { languageOf } from '../../lib/language/tag.ts';
import type { BodyPart, Page, Post, Site } from '../../site/model.ts';
import { markHtml, markText } from './marked-text.ts';

export interface SearchDocument {
  /** Hash of all the rest. */
  readonly key: string;
  /** With the base path, percent-encoded. */
  readonly url: string;
  /** Without regions: `en`. */
  readonly language: string;
  readonly content: string;
  /** Names and values. */
  readonly filters: readonly (readonly [string, string])[];
  /** In milliseconds since 1970; pages have none. */
  readonly date: number | undefined;
}

/** What a result shows beside its text, in which words are found as well; sorted. */
export const METADATA = ['authors', 'date', 'title'];

type Searched = Pick<Site, 'posts' | 'pages' | 'years'>;

/**
 * Posts, newest first, then pages; drafts are never indexed.
 * @param method part of their keys: what indexes them
 */
export function searchDocuments(
  { posts, pages, years }: Searched,
  method: string,
): SearchDocument[] {
  const yearOf = new Map(
    years.flatMap(({ title, posts: own }) => own.map(({ url }) => [url, title])),
  );
  const texts = [
    ...posts.filter(isPublished).map((post) => ({
      url: post.url,
      language: languageOf(post.language),
      content: document(postMetadata(post), post),
      filters: postFilters(post, yearOf.get(post.url)),
      date: post.published.instant,
    })),
    ...pages.filter(isPublished).map((page) => ({
      url: page.url,
      language: languageOf(page.language),
      content: document('', page),
      filters: [],
      date: undefined,
    })),
  ];
  return texts.map((text) => ({ ...text, key: keyOf(method, JSON.stringify(text)) }));
}

function isPublished({ draft }: Post | Page): boolean {
  return !draft;
}

function document(metadata: string, { title, body }: Post | Page): string {
  return documentOf(shown('title', title) + metadata, markHtml(body.map(htmlOf).join('')));
}

/** All metadata, so that Pagefind numbers it alike in every index, and a word, without which it ignores them. */
export function metadataDocument(): string {
  return documentOf(METADATA.map((name) => shown(name, '')).join(''), 'none');
}

function documentOf(metadata: string, body: string): string {
  return `<!DOCTYPE html><html><body data-pagefind-body>${metadata}${body}</body></html>`.toWellFormed();
}

function htmlOf(part: BodyPart): string {
  if (part.kind === 'image' || part.kind === 'embed') return '';
  return part.kind === 'address' ? escapeAttribute(part.address) : part.html;
}

function postFilters(
  { authors, tags, series }: Post,
  year: string | undefined,
): SearchDocument['filters'] {
  return [
    ...tags.map(({ text }) => ['tag', text] as const),
    ...authors.map(({ name }) => ['author', name] as const),
    ...(series === undefined ? [] : [['series', series.name] as const]),
    ...(year === undefined ? [] : [['year', year] as const]),
  ];
}

function postMetadata({ published, authors }: Post): string {
  const names = authors.map(({ name }) => name);
  return [
    shown('date', published.text),
    ...(names.length === 0 ? [] : [shown('authors', names.join('\n'))]),
  ].join('');
}

/** https://pagefind.app/docs/metadata/ */
function shown(name: string, value: string): string {
  return `<i data-pagefind-meta="${name}[title]" title="${escapeHtml(markText(value))}"></i>`;
}
