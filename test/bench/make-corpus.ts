/** Makes blogs of any size by repeating posts under new names and dates. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import matter from 'gray-matter';
import { FORMS, type FormName, type SourcePost } from './forms.ts';

const DAYS_BETWEEN_COPIES = 3;
const DAY = 86_400_000;

/**
 * Writes a blog of `count` posts to the folder `target`. `source` is a content
 * folder; its unpublished posts are left out, and without `images` all images.
 */
export function makeCorpus(
  source: string,
  count: number,
  form: FormName,
  target: string,
  { images = false } = {},
): void {
  const posts = readPosts(source);
  const { posts: folder, fields, site } = FORMS[form];
  for (let n = 0; n < count; n++) {
    const original = posts[n % posts.length];
    if (original === undefined) throw new Error(`There is no published post in ${source}.`);
    const post = copyOf(original, Math.floor(n / posts.length));
    const own = path.join(target, folder, post.slug);
    if (images) cpSync(post.folder, own, { recursive: true });
    else mkdirSync(own, { recursive: true });
    const body = images ? post.body : withoutImages(post.body);
    writeFileSync(path.join(own, 'index.md'), frontMatter(fields(post)) + body);
  }
  if (site === undefined) copySettings(source, target);
  else cpSync(site, target, { recursive: true });
}

function readPosts(source: string): SourcePost[] {
  const folder = path.join(source, 'posts');
  const slugs = existsSync(folder) ? readdirSync(folder) : [];
  return slugs
    .toSorted()
    .map((slug) => path.join(folder, slug))
    .filter((own) => existsSync(path.join(own, 'index.md')))
    .flatMap(readPost);
}

function readPost(folder: string): SourcePost[] {
  const parts = matter(readFileSync(path.join(folder, 'index.md'), 'utf8'), {});
  const data: Record<string, unknown> = parts.data;
  if (data['published'] === false) return [];
  const published = dayOf(data['publishDate']);
  const post = {
    folder,
    slug: path.basename(folder),
    title: String(data['title']),
    published,
    updated: data['updatedDate'] === undefined ? published : dayOf(data['updatedDate']),
    authors: textsOf(data['author']),
    description: textsOf(data['description'])[0] ?? '',
    tags: textsOf(data['tags']),
    legacyUrl: textsOf(data['legacyUrl'])[0],
    body: parts.content,
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

function frontMatter(fields: Record<string, unknown>): string {
  // JSON is YAML, and quoting it needs no care.
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n`;
}

/** Shows the alternative text of the images beside the post. */
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
