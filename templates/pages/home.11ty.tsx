/** The home page: the newest posts, paginated. */
import type { HomePage, Site } from '../../src/site/model.ts';
import { HomeCover } from '../components/home-cover.tsx';
import { HomePosts } from '../components/home-posts.tsx';
import { NewPosts } from '../components/new-posts.tsx';
import { once } from '../components/once.ts';
import { Onward } from '../components/onward.tsx';
import { PageText } from '../components/page-text.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Pagination } from '../components/pagination.tsx';
import { placeOf } from '../components/place-of.ts';
import { WebSite } from '../components/website.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { editionAt } from '../layouts/edition.ts';
import { renderPage } from '../layouts/render.ts';

export const data = {
  pagination: { data: 'site.homePages', size: 1, alias: 'homePage' },
  permalink: ({ homePage }: { homePage: HomePage }): string => homePage.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site: whole, homePage }: { site: Site; homePage: HomePage }): string {
  const site = editionAt(whole, homePage);
  const { words } = site;
  const { title, description } = site.facts;
  const first = homePage.number === 1;
  const pageTitle = placeOf(words, homePage);
  return renderPage(
    <BaseLayout
      site={site}
      address={homePage}
      description={description}
      title={pageTitle}
      services={site.facts.newsletter !== undefined}
    >
      {first && <WebSite site={site} />}
      <div class={first ? 'home h-feed' : 'h-feed'}>
        {first && <HomeCover cover={site.cover} />}
        <PageHeader title={pageTitle ?? title}>
          {first && description !== '' && <p>{description}</p>}
        </PageHeader>
        {first && site.introduction && <PageText site={site} page={site.introduction} />}
        <HomePosts site={site} homePage={homePage} />
      </div>
      <Pagination words={words} page={homePage} />
      {homePage.posts.length > 0 && (
        <>
          <Onward site={site} />
          {once(site, 'new-posts', <NewPosts site={site} />)}
        </>
      )}
    </BaseLayout>,
  );
}
