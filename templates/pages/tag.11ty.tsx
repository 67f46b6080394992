/** A tag and its posts. */
import type { Site, TagPage } from '../../src/site/model.ts';
import { Filter } from '../components/filter.tsx';
import { FollowList } from '../components/follow-list.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Pagination } from '../components/pagination.tsx';
import { placeOf } from '../components/place-of.ts';
import { PostCount } from '../components/post-count.tsx';
import { PostYears } from '../components/post-years.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { editionAt } from '../layouts/edition.ts';
import { renderPage } from '../layouts/render.ts';

export const data = {
  pagination: { data: 'site.tagPages', size: 1, alias: 'tagPage' },
  permalink: ({ tagPage }: { tagPage: TagPage }): string => tagPage.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site: whole, tagPage }: { site: Site; tagPage: TagPage }): string {
  const site = editionAt(whole, tagPage);
  const { words } = site;
  const { list: tag, posts, years, count } = tagPage;
  const place = placeOf(words, tagPage);
  const { tags } = site.fixed;
  return renderPage(
    <BaseLayout
      site={site}
      address={tagPage}
      section={tags}
      title={tag.name}
      place={place}
      feeds={tag.feeds}
      description={tag.description ?? words.descriptions.tag(tag.name, site.facts.title)}
    >
      <div class="h-feed">
        <PageHeader title={tag.name} parent={{ text: words.tags, url: tags.url }}>
          {tag.description !== undefined && !place && <p>{tag.description}</p>}
          <p>{place ?? <PostCount words={words} posts={tag.posts} />}</p>
          {!place && <FollowList site={site} what="tag" feeds={tag.feeds} />}
        </PageHeader>
        <Filter site={site} count={posts.length} />
        <PostYears site={site} years={years} counts={count === 1} />
      </div>
      <Pagination words={words} page={tagPage} />
    </BaseLayout>,
  );
}
