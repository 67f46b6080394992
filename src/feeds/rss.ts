/** RSS 2.0 with whole posts. https://www.rssboard.org/rss-specification */
import XMLBuilder from 'fast-xml-builder';
import { toRfc822 } from '../dates.ts';
import type { Post, Site } from '../site/model.ts';
import { feedContent } from './content.ts';

/** The feed of the newest posts; nothing in it depends on when it is built. */
export function rss({ facts, fixed, posts, feedSize }: Site): string {
  const newest = posts.filter(({ draft }) => !draft).slice(0, feedSize);
  const changed = newest.map(lastChange).toSorted((a, b) => b.instant - a.instant)[0];
  return new XMLBuilder({
    format: true,
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    suppressEmptyNode: true,
  }).build({
    '?xml': { '@version': '1.0', '@encoding': 'utf-8' },
    rss: {
      '@version': '2.0',
      '@xmlns:atom': 'http://www.w3.org/2005/Atom',
      '@xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      channel: {
        title: xmlText(facts.title),
        link: facts.url,
        description: xmlText(facts.description || facts.title),
        language: facts.language,
        'atom:link': {
          '@href': fixed.rss.canonical,
          '@rel': 'self',
          '@type': 'application/rss+xml',
        },
        ...(changed && { lastBuildDate: toRfc822(changed) }),
        item: newest.map((post) => item(post)),
      },
    },
  });
}

function item(post: Post): object {
  return {
    title: xmlText(post.title),
    link: post.canonical,
    guid: { '@isPermaLink': 'false', '#text': xmlText(post.guid) },
    pubDate: toRfc822(post.published),
    ...(post.authors.length > 0 && { 'dc:creator': post.authors.map(({ name }) => xmlText(name)) }),
    ...(post.tags.length > 0 && { category: post.tags.map(({ text }) => xmlText(text)) }),
    description: xmlText(post.summary),
    'content:encoded': xmlText(feedContent(post.html, post.canonical)),
  };
}

function lastChange({ published, updated }: Post): Post['published'] {
  return updated ?? published;
}

/** Without the characters that XML 1.0 forbids even when escaped (section 2.2). */
function xmlText(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
