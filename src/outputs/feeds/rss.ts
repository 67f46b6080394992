/** RSS 2.0. https://www.rssboard.org/rss-specification */
import { toRfc822 } from '../../lib/dates.ts';
import { lastChange, type FeedItem } from './feed.ts';
import type { Format } from './format.ts';
import {
  browserPrologue,
  browserScript,
  envelopeAround,
  escapeXml,
  xmlAround,
  xmlText,
} from './xml.ts';

export const RSS: Format = {
  name: 'rss',
  item: ({ language, authors, tags, series, original, summary, ...item }, content) =>
    xmlAround(
      'item',
      {
        item: {
          title: item.title,
          link: item.url,
          guid: { '@isPermaLink': 'false', '#text': item.id },
          pubDate: toRfc822(item.published),
          // RSS's own `author` must be an email address.
          ...(authors.length > 0 && { 'dc:creator': authors.map(({ name }) => name) }),
          ...((tags.length > 0 || series !== undefined) && { category: categories(tags, series) }),
          ...(original !== undefined && {
            'atom:link': { '@rel': 'canonical', '@href': original },
          }),
          ...(language !== undefined && { 'dc:language': language }),
          // Escaped twice: readers take it as HTML, but the summary is text.
          description: escapeXml(summary),
        },
      },
      content === '' ? '' : `<content:encoded>${content}</content:encoded>`,
    ),
  envelope: (
    { title, description, page },
    self,
    items,
    { language, basePath, logo, hub, licence },
    words,
  ) => {
    const changed = lastChange(items);
    return envelopeAround(
      'channel',
      {
        rss: {
          '@version': '2.0',
          '@xmlns:atom': 'http://www.w3.org/2005/Atom',
          '@xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
          '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
          ...(licence?.url !== undefined && {
            // https://www.rssboard.org/creative-commons
            '@xmlns:creativeCommons': 'http://backend.userland.com/creativeCommonsRssModule',
          }),
          channel: {
            title,
            link: page.canonical,
            description,
            language,
            ...(licence !== undefined && { copyright: xmlText(licence.text) }),
            ...(licence?.url !== undefined && { 'creativeCommons:license': licence.url }),
            'atom:link': [
              {
                '@href': self.canonical,
                '@rel': 'self',
                '@type': 'application/rss+xml',
              },
              ...(hub === undefined ? [] : [{ '@href': hub, '@rel': 'hub' }]),
            ],
            ...(changed && { lastBuildDate: toRfc822(changed) }),
            ...(logo !== undefined && { image: { url: logo, title, link: page.canonical } }),
            ...browserScript(basePath),
          },
        },
      },
      browserPrologue(basePath, words.about),
    );
  },
};

/** The series has the address of its page as its domain. https://www.rssboard.org/rss-specification#ltcategorygtSubelementOfLtitemgt */
function categories(tags: FeedItem['tags'], series: FeedItem['series']): unknown[] {
  return series === undefined
    ? [...tags]
    : [...tags, { '@domain': series.url, '#text': series.name }];
}
