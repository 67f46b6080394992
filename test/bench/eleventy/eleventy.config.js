/** A plain Eleventy blog, with the plugins of the Eleventy base blog. */
import { HtmlBasePlugin, IdAttributePlugin, InputPathToUrlTransformPlugin } from '@11ty/eleventy';
import navigation from '@11ty/eleventy-navigation';
import { feedPlugin } from '@11ty/eleventy-plugin-rss';
import syntaxHighlight from '@11ty/eleventy-plugin-syntaxhighlight';
import metadata from './_data/metadata.js';

const readable = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

export default function configure(config) {
  config.addPassthroughCopy({ public: '/' });
  config.addPassthroughCopy('content/blog/**/*.{avif,gif,jpeg,jpg,png,svg,webp}');
  config.addPlugin(syntaxHighlight, { preAttributes: { tabindex: 0 } });
  config.addPlugin(navigation);
  config.addPlugin(HtmlBasePlugin);
  config.addPlugin(InputPathToUrlTransformPlugin);
  // Posts of other generators may use an id twice.
  config.addPlugin(IdAttributePlugin, { checkDuplicates: false });
  config.addPlugin(feedPlugin, {
    type: 'atom',
    outputPath: '/feed/feed.xml',
    collection: { name: 'posts', limit: 10 },
    metadata: {
      ...{ language: metadata.language, title: metadata.title, subtitle: metadata.description },
      ...{ base: metadata.url, author: { name: metadata.title } },
    },
  });
  config.addFilter('readableDate', (date) => readable.format(date));
  config.addFilter('isoDay', (date) => date.toISOString().slice(0, 10));
  config.addFilter('newest', (posts, count) => posts.slice(-count).toReversed());
  config.addFilter('ownTags', (tags) => tags.filter((tag) => tag !== 'posts'));
  config.addCollection('tagNames', (collections) => [
    ...new Set(collections.getFilteredByTag('posts').flatMap(({ data }) => data.tags)),
  ]);
  return {
    // Posts are nothing but Markdown, in which braces are text.
    markdownTemplateEngine: false,
    dir: { input: 'content', includes: '../_includes', data: '../_data', output: '_site' },
  };
}
