/** An author's page: profile and posts. */
import type { AuthorPage, Site } from '../../src/site/model.ts';
import { AuthorCard } from '../components/author-card.tsx';
import { Filter } from '../components/filter.tsx';
import { FollowList } from '../components/follow-list.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Pagination } from '../components/pagination.tsx';
import { placeOf } from '../components/place-of.ts';
import { PostYears } from '../components/post-years.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { editionAt } from '../layouts/edition.ts';
import { renderPage } from '../layouts/render.ts';

export const data = {
  pagination: { data: 'site.authorPages', size: 1, alias: 'authorPage' },
  permalink: ({ authorPage }: { authorPage: AuthorPage }): string => authorPage.path,
  eleventyExcludeFromCollections: true,
};

export function render({
  site: whole,
  authorPage,
}: {
  site: Site;
  authorPage: AuthorPage;
}): string {
  const site = editionAt(whole, authorPage);
  const { words, facts, fixed } = site;
  const { list: author, posts, years, count } = authorPage;
  const place = placeOf(words, authorPage);
  const { authors } = fixed;
  const parent = { text: words.authors, url: authors.url };
  return renderPage(
    <BaseLayout
      site={site}
      address={authorPage}
      section={authors}
      title={author.name}
      place={place}
      feeds={author.feeds}
      description={author.bio ?? words.descriptions.author(author.name, facts.title)}
    >
      {place === undefined ? (
        <AuthorCard words={words} author={author} parent={parent}>
          <FollowList site={site} what="author" feeds={author.feeds} />
        </AuthorCard>
      ) : (
        <PageHeader title={author.name} parent={parent}>
          <p>{place}</p>
        </PageHeader>
      )}
      <Filter site={site} count={posts.length} />
      <PostYears site={site} years={years} counts={count === 1} />
      <Pagination words={words} page={authorPage} />
    </BaseLayout>,
  );
}
