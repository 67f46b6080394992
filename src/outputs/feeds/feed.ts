/** What every format of a feed says: one model for RSS, Atom and JSON Feed. */
import type { PostDate } from '../../lib/dates.ts';
import type {
  Author,
  FeedAddresses,
  PageAddress,
  Post,
  Site,
  Tag,
  Words,
} from '../../site/model.ts';
import { feedContent } from './content.ts';
import { xmlText } from './xml.ts';

/** The newest posts of a site, a tag or an author. Texts hold no character that XML forbids. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** The page that lists these posts. */
  readonly page: PageAddress;
  readonly addresses: FeedAddresses;
  /** Newest first. */
  readonly posts: readonly Post[];
}

/** A post as a feed shows it. Addresses are absolute; texts hold no character that XML forbids. */
export interface FeedItem {
  /** Never changes, and is the same in every format. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** Where it is not that of the site. */
  readonly language: string | undefined;
  /** Text. */
  readonly summary: string;
  /** HTML; absent where feeds hold summaries alone. */
  readonly content: string | undefined;
  readonly published: PostDate;
  /** The last change; that of publication when there was none. */
  readonly updated: PostDate;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  readonly tags: readonly string[];
  readonly image: string | undefined;
}

/** Every feed of the site: its own, and one of each tag and author. */
export function feedsOf({ facts, words, fixed, feeds, posts, tags, authors }: Site): Feed[] {
  const published = posts.filter(({ draft }) => !draft);
  const byPath = new Map(published.map((post) => [post.path, post]));
  const listed = (list: readonly PageAddress[]): Post[] =>
    list.flatMap(({ path }) => byPath.get(path) ?? []);
  const site = xmlText(facts.title);
  return [
    {
      title: site,
      description: xmlText(facts.description) || site,
      page: fixed.home,
      addresses: feeds,
      posts: published,
    },
    ...tags.map((tag) => feedOf(tag, words.descriptions.tag, site, listed(tag.posts))),
    ...authors.map((author) =>
      feedOf(author, words.descriptions.author, site, listed(author.posts)),
    ),
  ];
}

function feedOf(
  page: Tag | Author,
  describe: Words['descriptions']['tag'],
  site: string,
  posts: readonly Post[],
): Feed {
  const name = xmlText(page.name);
  return {
    title: `${name} \u2013 ${site}`,
    description: describe(name, site),
    page,
    addresses: page.feeds,
    posts,
  };
}

export function feedItem(post: Post, holds: Site['feedContent']): FeedItem {
  return {
    id: xmlText(post.guid),
    url: post.canonical,
    title: xmlText(post.title),
    language: post.textLang.lang,
    summary: xmlText(post.summary),
    content: holds === 'full' ? xmlText(feedContent(post.body, post.canonical)) : undefined,
    published: post.published,
    updated: post.updated ?? post.published,
    authors: post.authors.map(({ name, canonical }) => ({ name: xmlText(name), url: canonical })),
    tags: post.tags.map(({ text }) => xmlText(text)),
    image: post.image?.url,
  };
}

/** When the feed last changed: with its posts, never with a build. */
export function lastChange(items: readonly FeedItem[]): PostDate | undefined {
  return items.map(({ updated }) => updated).toSorted((a, b) => b.instant - a.instant)[0];
}
