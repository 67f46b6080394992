/** The same post in the front matter of each generator. */
import path from 'node:path';

export interface SourcePost {
  readonly slug: string;
  readonly title: string;
  readonly published: string;
  readonly updated: string;
  readonly authors: readonly string[];
  readonly description: string;
  readonly tags: readonly string[];
  readonly legacyUrl: string | undefined;
  readonly body: string;
  /** Where the files beside the post are. */
  readonly folder: string;
}

export type FormName = 'perennial' | 'hugo' | 'hugo-equal' | 'eleventy';

export interface Form {
  /** Folder of the posts in the blog. */
  readonly posts: string;
  readonly fields: (post: SourcePost) => Record<string, unknown>;
  /** Templates and settings, copied into the blog. */
  readonly site?: string;
}

export const FORMS: Readonly<Record<FormName, Form>> = {
  perennial: { posts: 'posts', fields: perennialFields },
  hugo: { posts: 'content/posts', fields: hugoFields, site: siteOf('hugo') },
  'hugo-equal': { posts: 'content/posts', fields: hugoFields, site: siteOf('hugo-equal') },
  eleventy: { posts: 'content/blog', fields: eleventyFields, site: siteOf('eleventy') },
};

function siteOf(name: string): string {
  return path.join(import.meta.dirname, name);
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
    months: [post.published.slice(0, 7)],
    description: post.description,
    tags: post.tags,
    aliases: post.legacyUrl === undefined ? [] : [post.legacyUrl],
  };
}

function eleventyFields(post: SourcePost): Record<string, unknown> {
  return {
    title: post.title,
    description: post.description,
    date: post.published,
    tags: post.tags,
  };
}
