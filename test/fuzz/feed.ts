/** The feeds of a site that has one post. */
import { DateReader } from '../../src/lib/dates.ts';
import { feedFiles } from '../../src/outputs/feeds/feed-files.ts';
import { wordsIn } from '../../src/lib/language/language.ts';
import { Site, type BodyPart, type PageAddress } from '../../src/site/model.ts';
import { NO_REDIRECTS } from '../support/redirects.ts';

const date = new DateReader('UTC', 'en').read('2024-03-10');

/**
 * RSS, Atom and JSON Feed.
 * @param canonical address of the post
 */
export function feedsOf(body: readonly BodyPart[], summary: string, canonical: string): string[] {
  if (!date.ok) throw new Error(date.reason);
  const address: PageAddress = { path: '/x/', url: '/blog/x/', canonical };
  const files = feedFiles(
    new Site({
      facts: {
        title: 'Garden',
        description: '',
        language: 'en',
        locale: 'en_US',
        siteLang: { lang: 'en' },
        author: undefined,
        icon: undefined,
        logo: undefined,
        preview: undefined,
        icons: { svg: undefined, logo: undefined, ico: undefined, touch: undefined, maskable: [] },
        basePath: '/blog',
        hashed: {},
        url: canonical,
        navigation: [],
        social: [],
        hub: undefined,
        legacyHosts: [],
      },
      words: wordsIn('en'),
      search: undefined,
      fixed: {
        home: address,
        tags: address,
        authors: address,
        archive: address,
        subscribe: address,
        search: address,
        notFound: address,
        opml: address,
        feedNote: address,
        sitemap: address,
        robots: address,
        manifest: address,
        llms: address,
        notFoundIndex: address,
      },
      posts: [
        {
          ...address,
          title: summary,
          slug: 'hello',
          language: 'en',
          locale: 'en_US',
          textLang: {},
          uiLang: {},
          published: date.date,
          updated: undefined,
          summary,
          minutes: 1,
          draft: false,
          scheduled: false,
          authors: [],
          tags: [{ text: summary, url: '/' }],
          body,
          hasCode: false,
          contents: [],
          references: [],
          guid: summary,
          image: undefined,
          preview: undefined,
          trail: [],
          newer: undefined,
          older: undefined,
          related: [],
          original: undefined,
        },
      ],
      homePages: [],
      tags: [],
      authors: [],
      years: [],
      months: [],
      pages: [],
      addedPages: [],
      redirects: NO_REDIRECTS,
      hostFiles: [],
      stubs: [],
      assets: [],
      sitemap: [],
      commentsFeed: undefined,
      feeds: { rss: address, atom: address, json: address },
      feedSize: 1,
      feedContent: 'full',
      cards: undefined,
      warnings: [],
      images: [],
    }),
  );
  return [...files].slice(0, 3).map(({ content }) => content);
}
