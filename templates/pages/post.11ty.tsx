/** A post. */
import type { Post, Site } from '../../src/site/model.ts';
import { ArticleMetadata } from '../components/article-metadata.tsx';
import { Byline } from '../components/byline.tsx';
import { CommentArchive } from '../components/comment-archive.tsx';
import { Comments } from '../components/comments.tsx';
import { Contents } from '../components/contents.tsx';
import { CodeTools } from '../components/code-tools.tsx';
import { Cover } from '../components/cover.tsx';
import { DraftLabel } from '../components/draft-label.tsx';
import { Neighbours } from '../components/neighbours.tsx';
import { NewPosts } from '../components/new-posts.tsx';
import { once } from '../components/once.ts';
import { PostFacts } from '../components/post-facts.tsx';
import { PrintedAddress } from '../components/printed-address.tsx';
import { Prose } from '../components/prose.tsx';
import { PublishedDate } from '../components/published-date.tsx';
import { ReadingAids } from '../components/reading-aids.tsx';
import { ReadingTime } from '../components/reading-time.tsx';
import { RelatedPosts } from '../components/related-posts.tsx';
import { ReferenceList } from '../components/reference-list.tsx';
import { SeriesNavigation } from '../components/series-navigation.tsx';
import { SeriesNeighbours } from '../components/series-neighbours.tsx';
import { SlotText } from '../components/slot-text.tsx';
import { Translations } from '../components/translations.tsx';
import { UpdatedDate } from '../components/updated-date.tsx';
import { Writers } from '../components/writers.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { editionAt } from '../layouts/edition.ts';
import { renderPage } from '../layouts/render.ts';

export const data = {
  pagination: { data: 'site.posts', size: 1, alias: 'post' },
  permalink: ({ post }: { post: Post }): string => post.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site: whole, post }: { site: Site; post: Post }): string {
  const site = editionAt(whole, post);
  const { words, facts } = site;
  const { afterPost } = site.slots;
  return renderPage(
    <BaseLayout
      site={site}
      address={post}
      title={post.title}
      description={post.summary}
      noindex={post.draft}
      canonicalUrl={post.canonicalUrl}
      services={(facts.newsletter ?? post.comments ?? post.archivedComments) !== undefined}
      head={<ArticleMetadata site={site} post={post} />}
    >
      <article class="post h-entry" {...post.textLang}>
        <header>
          <h1 class="p-name">{post.title}</h1>
          <div class="post-meta" {...post.uiLang}>
            {post.draft && <DraftLabel words={words} post={post} />}
            <p>
              <a class="u-url" href={post.url}>
                <PublishedDate date={post.published} />
              </a>
            </p>
            {post.updated && <UpdatedDate words={words} date={post.updated} />}
            <Byline words={words} authors={post.authors} />
            <ReadingTime words={words} minutes={post.minutes} />
            <Translations site={site} address={post} />
          </div>
        </header>
        <Cover picture={post.cover} />
        <SeriesNavigation words={words} series={post.series} lang={post.uiLang} />
        <Contents words={words} items={post.contents} lang={post.uiLang} />
        <Prose site={site} body={post.body} heading={post.title} class="e-content" />
        <footer class="post-end" {...post.uiLang}>
          <ReferenceList words={words} references={post.references} />
          <PostFacts words={words} post={post} />
          <Writers words={words} writers={post.writers} />
          <SeriesNeighbours words={words} series={post.series} />
          {once(site, 'new-posts', <NewPosts site={site} />)}
          <CommentArchive words={words} comments={post.archivedComments} lang={post.uiLang} />
        </footer>
        <PrintedAddress site={site} address={post} />
      </article>
      {post.hasCode && once(site, 'code-tools', <CodeTools site={site} />)}
      {afterPost && (
        <div class="slot">
          {once(site, 'after-post', <SlotText site={site} slot={afterPost} />)}
        </div>
      )}
      <Comments site={site} comments={post.comments} />
      <RelatedPosts words={words} posts={post.related} />
      <Neighbours words={words} of="posts" newer={post.newer} older={post.older} />
      {once(site, 'reading-aids', <ReadingAids site={site} />)}
    </BaseLayout>,
  );
}
