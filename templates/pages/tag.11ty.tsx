/** A tag and its posts. */
import type { Site, Tag } from '../../src/site/model.ts';
import { Filter } from '../components/filter.tsx';
import { FollowList } from '../components/follow-list.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { PostCount } from '../components/post-count.tsx';
import { PostYears } from '../components/post-years.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { editionAt } from '../layouts/edition.ts';
import { renderPage } from '../layouts/render.ts';

export const data = {
  pagination: { data: 'site.tags', size: 1, alias: 'tag' },
  permalink: ({ tag }: { tag: Tag }): string => tag.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site: whole, tag }: { site: Site; tag: Tag }): string {
  const site = editionAt(whole, tag);
  const { words } = site;
  const { tags } = site.fixed;
  return renderPage(
    <BaseLayout
      site={site}
      address={tag}
      section={tags}
      title={tag.name}
      feeds={tag.feeds}
      description={tag.description ?? words.descriptions.tag(tag.name, site.facts.title)}
    >
      <div class="h-feed">
        <PageHeader title={tag.name} parent={{ text: words.tags, url: tags.url }}>
          {tag.description !== undefined && <p>{tag.description}</p>}
          <p>
            <PostCount words={words} posts={tag.posts} />
          </p>
          <FollowList site={site} what="tag" feeds={tag.feeds} />
        </PageHeader>
        <Filter site={site} count={tag.posts.length} />
        <PostYears site={site} years={tag.years} />
      </div>
    </BaseLayout>,
  );
}
