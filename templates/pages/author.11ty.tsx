/** An author's page: profile and posts. */
import type { Author, Site } from '../../src/site/model.ts';
import { AuthorCard } from '../components/author-card.tsx';
import { Filter } from '../components/filter.tsx';
import { FollowList } from '../components/follow-list.tsx';
import { PostYears } from '../components/post-years.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { editionAt } from '../layouts/edition.ts';
import { renderPage } from '../layouts/render.ts';

export const data = {
  pagination: { data: 'site.authors', size: 1, alias: 'author' },
  permalink: ({ author }: { author: Author }): string => author.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site: whole, author }: { site: Site; author: Author }): string {
  const site = editionAt(whole, author);
  const { words, facts, fixed } = site;
  const { authors } = fixed;
  return renderPage(
    <BaseLayout
      site={site}
      address={author}
      section={authors}
      title={author.name}
      feeds={author.feeds}
      description={author.bio ?? words.descriptions.author(author.name, facts.title)}
    >
      <AuthorCard words={words} author={author} parent={{ text: words.authors, url: authors.url }}>
        <FollowList site={site} what="author" feeds={author.feeds} />
      </AuthorCard>
      <Filter site={site} count={author.posts.length} />
      <PostYears site={site} years={author.years} />
    </BaseLayout>,
  );
}
