/** What link previews and search engines read about a post. */
import type { VNode } from 'preact';
import type { Site, Post } from '../../src/site/model.ts';
import { BlogPosting } from './blog-posting.tsx';
import { Locale } from './locale.tsx';

export function ArticleMetadata({ site, post }: { site: Site; post: Post }): VNode {
  return (
    <>
      <meta property="og:type" content="article" />
      <Locale locale={post.locale} />
      <meta property="article:published_time" content={post.published.rfc3339} />
      {post.updated && <meta property="article:modified_time" content={post.updated.rfc3339} />}
      {post.tags.map((tag) => (
        <meta property="article:tag" content={tag.text} />
      ))}
      {post.image && (
        <>
          <meta property="og:image" content={post.image.url} />
          {post.image.alt !== '' && <meta property="og:image:alt" content={post.image.alt} />}
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      <BlogPosting site={site} post={post} />
    </>
  );
}
