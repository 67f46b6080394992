/** Posts and pages as HTML documents for the search index. */
import { keyOf } from '../../lib/cache.ts';
import { escapeAttribute, escapeHtml } from '../../lib/html.ts';
import { languageOf } from '../../lib/language/tag.ts';
import type { BodyPart, Page, Post, Site } from '../../site/model.ts';
import { markHtml, markText } from './marked-text.ts';

export interface SearchDocument {
  /** Hash of what is indexed of it. */
  readonly key: string;
  /** With the base path, percent-encoded. */
  readonly url: string;
  /** Without regions: `en`. */
  readonly language: string;
  /** Made on demand: most documents are in the index already. */
  readonly html: () => string;
  /** Names and values. */
  readonly filters: readonly (readonly [string, string])[];
  /** In milliseconds since 1970; pages have none. */
  readonly date: number | undefined;
}

type Metadata = readonly (readonly [name: string, value: string])[];

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
  return [
    ...posts.filter(isPublished).map((post) => ({
      ...indexed(post, postMetadata(post), method),
      filters: postFilters(post, yearOf.get(post.url)),
      date: post.published.instant,
    })),
    ...pages.filter(isPublished).map((page) => ({
      ...indexed(page, [['title', page.title]], method),
      filters: [],
      date: undefined,
    })),
  ];
}

function isPublished({ draft }: Post | Page): boolean {
  return !draft;
}

function indexed(
  { url, language: tag, body }: Post | Page,
  metadata: Metadata,
  method: string,
): Omit<SearchDocument, 'filters' | 'date'> {
  const language = languageOf(tag);
  const text = body.map(htmlOf).join('');
  const key = keyOf(method, language, url, JSON.stringify(metadata), text);
  return { key, url, language, html: () => documentOf(metadata, text) };
}

/** All metadata, so that Pagefind numbers it alike in every index, and a word, without which it ignores them. */
export function metadataDocument(): string {
  return documentOf(
    METADATA.map((name) => [name, '']),
    'none',
  );
}

function documentOf(metadata: Metadata, text: string): string {
  const shown = metadata.map(
    // Pagefind looks for words in it as well. https://pagefind.app/docs/metadata/
    ([name, value]) =>
      `<i data-pagefind-meta="${name}[title]" title="${escapeHtml(markText(value))}"></i>`,
  );
  return `<!DOCTYPE html><html><body data-pagefind-body>${shown.join('')}${markHtml(text)}</body></html>`.toWellFormed();
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

function postMetadata({ title, published, authors }: Post): Metadata {
  const names = authors.map(({ name }) => name);
  return [
    ['title', title],
    ['date', published.text],
    ...(names.length === 0 ? [] : [['authors', names.join('\n')] as const]),
  ];
}
