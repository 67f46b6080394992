/** What is indexed of a site: its posts and pages, each as a small HTML document. */
import { escapeAttribute, escapeHtml } from '../../lib/html.ts';
import { languageOf } from '../../lib/language/tag.ts';
import type { BodyPart, Page, Post, SiteParts } from '../../site/model.ts';

/** A post or page for the index. */
export interface SearchDocument {
  /** With the base path, percent-encoded. */
  readonly url: string;
  readonly content: string;
}

type Searched = Pick<SiteParts, 'posts' | 'pages' | 'years' | 'facts'>;

/** Posts, newest first, then pages. What only `--drafts` shows is never found. */
export function searchDocuments({ posts, pages, years, facts }: Searched): SearchDocument[] {
  const yearOf = new Map(
    years.flatMap(({ title, posts: own }) => own.map(({ url }) => [url, title])),
  );
  return [
    ...posts.filter(isPublished).map((post) => ({
      url: post.url,
      content: document(post.language, postFacts(post, yearOf.get(post.url)), post),
    })),
    ...pages.filter(isPublished).map((page) => ({
      url: page.url,
      content: document(facts.language, '', page),
    })),
  ];
}

function isPublished({ draft }: Post | Page): boolean {
  return !draft;
}

/** Each language has an index of its own, as words are cut and inflected by its rules. */
function document(tag: string, facts: string, { title, body }: Post | Page): string {
  return `<!DOCTYPE html><html lang="${languageOf(tag)}"><body data-pagefind-body>${fact('meta', 'title', title)}${facts}${body.map(htmlOf).join('')}</body></html>`.toWellFormed();
}

/** Images and embeds have no text. */
function htmlOf(part: BodyPart): string {
  if (part.kind === 'image' || part.kind === 'embed') return '';
  return part.kind === 'address' ? escapeAttribute(part.address) : part.html;
}

/** What results can be chosen by, and what they show besides their text. */
function postFacts({ published, authors, tags }: Post, year: string | undefined): string {
  const names = authors.map(({ name }) => name);
  return [
    ...tags.map(({ text }) => fact('filter', 'tag', text)),
    ...names.map((name) => fact('filter', 'author', name)),
    ...(year === undefined ? [] : [fact('filter', 'year', year)]),
    fact('sort', 'date', String(published.instant)),
    fact('meta', 'date', published.text),
    ...(names.length === 0 ? [] : [fact('meta', 'authors', names.join('\n'))]),
  ].join('');
}

/** https://pagefind.app/docs/filtering/ */
function fact(kind: 'filter' | 'sort' | 'meta', name: string, value: string): string {
  return `<i data-pagefind-${kind}="${name}[title]" title="${escapeHtml(value)}"></i>`;
}
