/** Makes blogs of any size by repeating posts under new names and dates. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import matter from 'gray-matter';

/** Whose front matter and folders the posts get. */
export type Form = 'perennial' | 'hugo';

interface SourcePost {
  readonly slug: string;
  readonly title: string;
  readonly published: string;
  readonly updated: string;
  readonly authors: readonly string[];
  readonly description: string;
  readonly tags: readonly string[];
  readonly legacyUrl: string | undefined;
  readonly body: string;
}

const HUGO_SITE = path.join(import.meta.dirname, 'hugo');
const DAYS_BETWEEN_COPIES = 3;
const DAY = 86_400_000;

/**
 * Writes `count` posts, text only, to the folder `target`. `source` is a content
 * folder; its unpublished posts are left out.
 */
export function makeCorpus(source: string, count: number, form: Form, target: string): void {
  const posts = readPosts(source);
  const folder = path.join(target, form === 'hugo' ? 'content/posts' : 'posts');
  for (let n = 0; n < count; n++) {
    const original = posts[n % posts.length];
    if (original === undefined) throw new Error(`There is no published post in ${source}.`);
    const post = copyOf(original, Math.floor(n / posts.length));
    const fields = form === 'hugo' ? hugoFields(post) : perennialFields(post);
    mkdirSync(path.join(folder, post.slug), { recursive: true });
    writeFileSync(path.join(folder, post.slug, 'index.md'), frontMatter(fields) + post.body);
  }
  if (form === 'hugo') cpSync(HUGO_SITE, target, { recursive: true });
  else copySettings(source, target);
}

function readPosts(source: string): SourcePost[] {
  const folder = path.join(source, 'posts');
  const slugs = existsSync(folder) ? readdirSync(folder) : [];
  return slugs
    .toSorted()
    .map((slug) => ({ slug, file: path.join(folder, slug, 'index.md') }))
    .filter(({ file }) => existsSync(file))
    .flatMap(({ slug, file }) => readPost(slug, readFileSync(file, 'utf8')));
}

function readPost(slug: string, text: string): SourcePost[] {
  const parts = matter(text, {});
  const data: Record<string, unknown> = parts.data;
  if (data['published'] === false) return [];
  const published = dayOf(data['publishDate']);
  const post = {
    slug,
    title: String(data['title']),
    published,
    updated: data['updatedDate'] === undefined ? published : dayOf(data['updatedDate']),
    authors: textsOf(data['author']),
    description: textsOf(data['description'])[0] ?? '',
    tags: textsOf(data['tags']),
    legacyUrl: textsOf(data['legacyUrl'])[0],
    body: withoutImages(parts.content),
  };
  return [post];
}

/** The post itself for copy 0; any later copy shares neither name, title, date nor address with another. */
function copyOf(post: SourcePost, copy: number): SourcePost {
  if (copy === 0) return post;
  const slug = `${post.slug}-copy-${copy}`;
  const published = daysBefore(post.published, copy * DAYS_BETWEEN_COPIES);
  const [year, month] = published.split('-');
  return {
    ...post,
    slug,
    title: `${post.title}, copy ${copy}`,
    published,
    updated: daysBefore(post.updated, copy * DAYS_BETWEEN_COPIES),
    legacyUrl: `/${year}/${month}/${slug}.html`,
  };
}

function perennialFields(post: SourcePost): Record<string, unknown> {
  return {
    title: post.title,
    publishDate: post.published,
    updatedDate: post.updated,
    author: post.authors.length === 1 ? post.authors[0] : post.authors,
    description: post.description,
    tags: post.tags,
    published: true,
    legacyUrl: post.legacyUrl,
  };
}

function hugoFields(post: SourcePost): Record<string, unknown> {
  return {
    title: post.title,
    slug: post.slug,
    date: post.published,
    lastmod: post.updated,
    authors: post.authors,
    years: [post.published.slice(0, 4)],
    description: post.description,
    tags: post.tags,
    aliases: post.legacyUrl === undefined ? [] : [post.legacyUrl],
  };
}

function frontMatter(fields: Record<string, unknown>): string {
  // JSON is YAML, and quoting it needs no care.
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n`;
}

/** Images beside the posts are not copied, so that what shows them is replaced by their alternative text. */
function withoutImages(body: string): string {
  return body
    .replace(/!\[([^\]]*)\]\((?![a-z]+:|\/)[^)]*\)/gi, '$1')
    .replace(/<img\b(?![^>]*\bsrc=["']?(?:[a-z]+:|\/))[^>]*>/gi, '');
}

function copySettings(source: string, target: string): void {
  for (const name of ['authors', 'pages', 'site.yaml']) {
    const from = path.join(source, name);
    if (existsSync(from)) cpSync(from, path.join(target, name), { recursive: true });
  }
}

function textsOf(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function dayOf(value: unknown): string {
  return (value instanceof Date ? value.toISOString() : String(value)).slice(0, 10);
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10);
}
