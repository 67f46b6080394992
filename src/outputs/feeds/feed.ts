/** Feeds and their items, independent of the format. */
import type { PostDate } from '../../lib/dates.ts';
import type {
  Author,
  Edition,
  ListFeeds,
  PageAddress,
  Post,
  PostSeries,
  Series,
  Site,
  Tag,
  Words,
} from '../../site/model.ts';
import { postContent } from './content.ts';
import { xmlText } from './xml.ts';

/** Feed of the site, a tag, an author or a series. Texts are valid in XML. */
export interface Feed {
  readonly edition: Pick<Edition, 'facts' | 'words'>;
  readonly title: string;
  readonly description: string;
  /** The page that lists the same posts. */
  readonly page: PageAddress;
  /** In the formats to write. */
  readonly addresses: ListFeeds;
  /** Newest first. */
  readonly posts: readonly Post[];
}

/** A post in a feed. URLs are absolute, texts are valid in XML. */
export interface FeedItem {
  /** Permanent, and the same in every format. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** Only if it differs from that of the feed. */
  readonly language: string | undefined;
  /** Plain text. */
  readonly summary: string;
  /** HTML; `undefined` if the feeds contain only summaries. */
  readonly content: string | undefined;
  readonly published: PostDate;
  /** Date of publication if the post never changed. */
  readonly updated: PostDate;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  readonly tags: readonly string[];
  readonly image: string | undefined;
  readonly series: (Pick<PostSeries, 'name' | 'part'> & { readonly url: string }) | undefined;
  /** Where it was first published, if elsewhere. */
  readonly original: string | undefined;
}

/** For each language the feed of its posts, then one per tag, author and series. */
export function feedsOf({ editions, stubs }: Site): Feed[] {
  const kept = new Map<string, Partial<ListFeeds>>();
  for (const { to, keeps } of stubs)
    if (keeps !== undefined) kept.set(to.path, { ...kept.get(to.path), ...keeps });
  return editions.flatMap((edition) => feedsIn(edition, kept));
}

/** @param kept feeds that stay because the host cannot redirect them, by path of the Atom feed */
function feedsIn(edition: Edition, kept: ReadonlyMap<string, Partial<ListFeeds>>): Feed[] {
  const { facts, words, fixed, feeds, posts, tags, authors, series } = edition;
  const published = posts.filter(({ draft }) => !draft);
  const byPath = new Map(published.map((post) => [post.path, post]));
  const postsAt = (list: readonly PageAddress[]): Post[] =>
    list.flatMap(({ path }) => byPath.get(path) ?? []);
  const site = xmlText(facts.title);
  const feedOf = (list: Tag | Author | Series, describe: Words['descriptions']['tag']): Feed => {
    const name = xmlText(list.name);
    return {
      edition,
      title: `${name} \u2013 ${site}`,
      description: describe(name, site),
      page: list,
      addresses: { ...list.feeds, ...kept.get(list.feeds.atom.path) },
      posts: postsAt(list.posts),
    };
  };
  return [
    {
      edition,
      title: site,
      description: xmlText(facts.description) || site,
      page: fixed.home,
      addresses: feeds,
      posts: published,
    },
    ...tags.map((tag) => feedOf(tag, words.descriptions.tag)),
    ...authors.map((author) => feedOf(author, words.descriptions.author)),
    ...series.map((one) => feedOf(one, words.descriptions.series)),
  ];
}

/** @param below HTML that follows the text */
export function feedItem(post: Post, feedSetting: Site['feedContent'], below = ''): FeedItem {
  return {
    id: xmlText(post.guid),
    url: post.canonical,
    title: xmlText(post.title),
    language: post.textLang.lang,
    summary: xmlText(post.summary),
    content: feedSetting === 'full' ? xmlText(postContent(post) + below) : undefined,
    published: post.published,
    updated: post.updated ?? post.published,
    authors: post.authors.map(({ name, canonical }) => ({ name: xmlText(name), url: canonical })),
    tags: post.tags.map(({ text }) => xmlText(text)),
    image: post.image?.url,
    series: post.series && {
      name: xmlText(post.series.name),
      part: post.series.part,
      url: post.series.canonical,
    },
    original: post.canonicalUrl,
  };
}

/** Date of the last change to a post, not of the build. */
export function lastChange(items: readonly FeedItem[]): PostDate | undefined {
  return items.map(({ updated }) => updated).toSorted((a, b) => b.instant - a.instant)[0];
}
