/** A translation as the functions and texts that templates use. */
import type { Formats } from './formats.ts';
import { countedOf, fill, listOf, partsOf, textOf, type Counted, type Plural } from './message.ts';
import type { Translation } from './translations.ts';

/** Interface text, dates and numbers of a language. */
export type Messages = ReturnType<typeof messagesOf>;

export function messagesOf(language: string, { messages }: Translation, formats: Formats) {
  const { comments, newsletter, descriptions, feedAddress, search, feeds, moved, body } = messages;
  const counted = (plural: Plural): Counted => countedOf(plural, language, formats.number);
  const noPage = partsOf(moved.noPage.text);
  return {
    ...messages,
    ...formats,
    list: listOf(messages.listSeparator),
    alsoIn: partsOf(messages.alsoIn),
    siteBy: partsOf(messages.siteBy),
    licensed: partsOf(messages.licensed),
    byline: partsOf(messages.byline),
    updated: partsOf(messages.updated),
    newPosts: {
      ...messages.newPosts,
      byFeed: partsOf(messages.newPosts.byFeed),
      byFeedOrMail: partsOf(messages.newPosts.byFeedOrMail),
    },
    readingTime: counted(messages.readingTime),
    part: textOf(messages.part, 'part'),
    partOf: <Part>(part: string, series: Part) => partsOf(fill(messages.partOf, { part }))(series),
    firstPublished: partsOf(messages.firstPublished),
    comments: {
      ...comments,
      from: partsOf(comments.from),
      page: textOf(comments.page, 'host'),
    },
    archivedComments: {
      ...messages.archivedComments,
      count: counted(messages.archivedComments.count),
    },
    lightbox: {
      ...messages.lightbox,
      position: textOf(messages.lightbox.position, 'number', 'count'),
    },
    newsletter: { ...newsletter, to: partsOf(newsletter.to) },
    scheduled: textOf(messages.scheduled, 'date'),
    posts: counted(messages.posts),
    pageOf: textOf(messages.pageOf, 'page', 'pages'),
    lists: { ...messages.lists, shown: textOf(messages.lists.shown, 'shown', 'all') },
    descriptions: {
      archive: textOf(descriptions.archive, 'site'),
      period: textOf(descriptions.period, 'period', 'site'),
      tags: textOf(descriptions.tags, 'site'),
      tag: textOf(descriptions.tag, 'tag', 'site'),
      authors: textOf(descriptions.authors, 'site'),
      author: textOf(descriptions.author, 'author', 'site'),
      allSeries: textOf(descriptions.allSeries, 'site'),
      series: textOf(descriptions.series, 'series', 'site'),
      subscribe: textOf(descriptions.subscribe, 'site'),
      search: textOf(descriptions.search, 'site'),
      notFound: textOf(descriptions.notFound, 'site'),
    },
    feedAddress: { ...feedAddress, copyWhat: textOf(feedAddress.copyWhat, 'address') },
    search: {
      ...search,
      results: counted(search.results),
      didYouMean: partsOf(search.didYouMean),
    },
    feeds: { ...feeds, comments: textOf(feeds.comments, 'site') },
    moved: {
      title: moved.title,
      address: partsOf(moved.address),
      page: partsOf(moved.page),
      noPage: <Part>(link: (text: string) => Part) => noPage(link(moved.noPage.archive)),
    },
    body: {
      ...body,
      backToReference: textOf(body.backToReference, 'number'),
      linkTo: textOf(body.linkTo, 'place'),
      linkToSection: textOf(body.linkToSection, 'heading'),
      embedded: textOf(body.embedded, 'host'),
    },
  };
}
