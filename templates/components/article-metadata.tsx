/** Metadata of a post for link previews and search engines. */
import type { VNode } from 'preact';
import type { Site, Post } from '../../src/site/model.ts';
import { BlogPosting } from './blog-posting.tsx';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { Locale } from './locale.tsx';
import { PreviewMetadata } from './preview-metadata.tsx';

export function ArticleMetadata({ site, post }: { site: Site; post: Post }): VNode {
  return (
    <>
      <meta property="og:type" content="article" />
      <Locale site={site} address={post} locale={post.locale} />
      <meta property="article:published_time" content={post.published.rfc3339} />
      {post.updated && <meta property="article:modified_time" content={post.updated.rfc3339} />}
      {post.authors.map((author) => (
        <meta property="article:author" content={author.canonical} />
      ))}
      {post.tags.map((tag) => (
        <meta property="article:tag" content={tag.text} />
      ))}
      <PreviewMetadata preview={post.preview} />
      <meta name="twitter:title" content={post.title} />
      {post.summary !== '' && <meta name="twitter:description" content={post.summary} />}
      <BlogPosting site={site} post={post} />
      <Breadcrumbs items={post.breadcrumbs} />
    </>
  );
}
