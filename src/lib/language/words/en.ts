/** English. Defines the messages that every language has. */
import { formatsFrom, type Formats } from '../formats.ts';
import { counter, listBy, type Parts } from '../message.ts';

export const formats = formatsFrom({
  months: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
  date: (day, month, year) => `${month} ${day}, ${year}`,
  month: (month, year) => `${month} ${year}`,
  group: ',',
});

/** Regions with these formats; others use those of `Intl`. */
export const regions = ['US'];

export type Messages = ReturnType<typeof messages>;

export function messages(use: Formats) {
  const count = counter<'one'>('en', use.number);
  return {
    ...use,
    list: listBy(', '),

    // Header and footer
    skipToContent: 'Skip to content',
    mainNavigation: 'Main',
    home: 'Home',
    archive: 'Archive',
    tags: 'Tags',
    authors: 'Authors',
    subscribe: 'Subscribe',
    siteBy: <Part>(author: Part): Parts<Part> => [' by ', author],

    theme: { title: 'Theme', system: 'System', light: 'Light', dark: 'Dark' },

    // Posts
    byline: <Part>(authors: Part): Parts<Part> => ['By ', authors],
    updated: <Part>(date: Part): Parts<Part> => ['Updated ', date],
    filedUnder: <Part>(tags: Part): Parts<Part> => ['Filed under ', tags],
    readingTime: count({ one: '# min read', other: '# min read' }),
    contents: 'Contents',
    related: 'Related posts',
    firstPublished: <Part>(address: Part): Parts<Part> => ['First published at ', address],
    mentioned: 'Mentioned in this post',
    draft: 'Draft',
    scheduled: (date: string) => `Scheduled for ${date}`,

    // Lists of posts
    posts: count({ one: '# post', other: '# posts' }),
    noPosts: 'There are no posts here yet.',
    noTags: 'There are no tags yet.',
    noAuthors: 'There are no authors yet.',
    pages: 'Pages',
    pageOf: (page: string, pages: string) => `Page ${page} of ${pages}`,
    newestPosts: 'Newest posts',
    newerPosts: 'Newer posts',
    olderPosts: 'Older posts',
    newer: 'Newer',
    older: 'Older',
    neighbours: { posts: 'Newer and older posts', months: 'Newer and older months' },

    /** Meta descriptions; also in feeds. */
    descriptions: {
      archive: (site: string) => `All posts of ${site} by year and month.`,
      period: (period: string, site: string) => `Posts of ${period} on ${site}.`,
      tags: (site: string) => `What ${site} writes about.`,
      tag: (tag: string, site: string) => `Posts about ${tag} on ${site}.`,
      authors: (site: string) => `Who writes on ${site}.`,
      author: (author: string, site: string) => `Posts by ${author} on ${site}.`,
      subscribe: (site: string) =>
        `How to hear of each new post on ${site}, and the addresses of its feeds.`,
      search: (site: string) => `Search all posts of ${site}.`,
      notFound: (site: string) => `This address does not exist on ${site}.`,
    },

    profiles: { website: 'Website', email: 'Email', portrait: 'Portrait' },

    /** Copy button of a feed address or code. */
    feedAddress: {
      copy: 'Copy',
      /** After `copy`, for screen readers. */
      copyWhat: (address: string) => ` ${address}`,
      address: 'address',
      snippet: 'code',
      formatAddress: (format: string) => `${format} address`,
      copied: 'Copied',
      /** If the browser denies clipboard access. */
      selected: 'Selected',
    },

    /** Collapsed section on tag and author pages. */
    follow: {
      tag: 'Follow this tag',
      author: 'Follow this author',
      how: 'Give this address to a feed reader, and it shows you each new post.',
    },

    subscribePage: {
      how: 'Give this address to a feed reader, and it shows you each new post:',
      whatIsReader: 'What is a feed reader?',
      reader:
        'A feed is a list of the newest posts of a blog, made for programs. A feed reader is an app or a website that looks at the feeds you have chosen, and shows you in one place what is new. It is like a mailbox for blogs, with these differences:',
      differences: [
        'You give nobody your mail address, and you need no account here.',
        'Nothing follows you: a feed sets no cookies and runs no scripts.',
        'No algorithm chooses for you: you see every post of the blogs you follow, and nothing else.',
        'You stop when you like, by taking the address out of your reader.',
      ],
      howToBegin: 'How to begin',
      steps: [
        'Choose a feed reader. Many are free: Thunderbird for computers, NetNewsWire for Apple\u2019s devices, Feeder for Android, Feedly or Inoreader in the browser.',
        'Copy the address at the top of this page.',
        'In the reader, look for \u201cAdd feed\u201d, \u201cFollow\u201d or a plus sign, and paste the address there.',
      ],
      otherFormats: 'Other formats',
      rss: 'The address at the top is that of an RSS feed, which every reader understands.',
      atom: 'The same posts, in a newer format.',
      json: 'The same posts, in the newest format, which is easy to write programs for.',
      opml: 'A list of all feeds of this site, for readers that can import one.',
      onlySome: 'Only some of the posts',
      onlySomeHow:
        'Every tag and every author has a feed too. Each name here is a link to one: copy the link, by holding it down or with the right mouse button, and give it to your reader.',
    },

    search: {
      title: 'Search',
      /** Placeholder. */
      field: 'Words to look for',
      filters: {
        tag: { label: 'Tag', all: 'All tags' },
        author: { label: 'Author', all: 'All authors' },
        year: { label: 'Year', all: 'All years' },
      },
      results: count({ one: '# result', other: '# results' }),
      none: 'Nothing was found.',
      more: 'More results',
      close: 'Close',
      failed: 'The search could not be loaded. Please try again later.',
      needsScript: 'The search runs in your browser and needs JavaScript, which is off.',
      /** On a site built without search. */
      absent: 'This copy of the site has no search.',
    },

    notFoundPage: {
      title: 'Page not found',
      text: 'Nothing grows at this address. What you were looking for may still be here.',
      allPosts: 'All posts by date',
      allTags: 'All tags',
      moved: 'The address has changed',
      movedText: 'What you were looking for is here now:',
      similar: 'Perhaps one of these',
      similarText: 'Their names come nearest to the address:',
    },

    feeds: {
      rss: 'RSS feed',
      atom: 'Atom feed',
      /** Above a feed opened in a browser. */
      note: 'This is a feed, made for programs. Copy its address from the top of this window and give it to a feed reader: it shows you each new post.',
      /** In the source of a feed. */
      about:
        'This is a feed, made for programs. Give its address to a feed reader: it shows you each new post.',
      comments: (site: string) => `Comments \u2013 ${site}`,
      commentsText: 'The comments stayed behind when this blog left Blogger.',
    },

    /** At the old address of a blog that has moved. */
    moved: {
      title: 'This blog has moved',
      address: <Part>(link: Part): Parts<Part> => ['Its new address is ', link],
      page: <Part>(link: Part): Parts<Part> => ['The page you asked for is now here: ', link],
      noPage: <Part>(archive: (text: string) => Part): Parts<Part> => [
        'The page you asked for has no page of its own there. You find all posts in ',
        archive('the archive'),
        ', which opens in a few seconds.',
      ],
    },

    /** In the bodies of posts and pages. */
    body: {
      alerts: {
        note: 'Note',
        tip: 'Tip',
        important: 'Important',
        warning: 'Warning',
        caution: 'Caution',
      },
      footnotes: 'Footnotes',
      backToReference: (number: string) => `Back to reference ${number}`,
      /** Label of a table without a caption. */
      table: 'Table',
      linkTo: (place: string) => `Link to ${place}`,
      linkToSection: (heading: string) => `Link to \u201c${heading}\u201d`,
      fullSizeImage: 'Full-size image',
      embedded: (host: string) => `Embedded content from ${host}`,
    },
  };
}
