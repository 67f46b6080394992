/** Summary of the site for language models. https://llmstxt.org/ */
import type { PageAddress, Site } from '../../src/site/model.ts';

export const data = {
  permalink: ({ site }: { site: Site }): string => site.fixed.llms.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site }: { site: Site }): string {
  const { facts, words, fixed, feeds, posts, pages } = site;
  const newest = posts.filter(({ draft }) => !draft).slice(0, site.feedSize);
  const shown = pages.filter(({ draft }) => !draft);
  const { descriptions } = words;
  return (
    [
      `# ${plain(facts.title)}`,
      ...(facts.description === '' ? [] : [`> ${plain(facts.description)}`]),
      section(words.pages, [
        ...shown.map((page) => item(page.title, page, page.description)),
        item(words.archive, fixed.archive, descriptions.archive(facts.title)),
        item(words.tags, fixed.tags, descriptions.tags(facts.title)),
        item(words.authors, fixed.authors, descriptions.authors(facts.title)),
        ...site.seriesIndex.map((index) =>
          item(words.series, index, descriptions.allSeries(facts.title)),
        ),
        item(words.feeds.rss, feeds.rss),
        item('JSON Feed', feeds.json),
        item('Sitemap', fixed.sitemap),
      ]),
      ...site.editions
        .slice(1)
        .map((edition) =>
          section(edition.facts.title, [
            item(edition.words.home, edition.fixed.home, edition.facts.description),
            item(edition.words.archive, edition.fixed.archive),
            item(edition.words.feeds.rss, edition.feeds.rss),
          ]),
        ),
      ...(newest.length === 0
        ? []
        : [
            section(
              words.newestPosts,
              newest.map((post) => item(post.title, post, post.summary)),
            ),
          ]),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

function section(title: string, items: readonly string[]): string {
  return [`## ${title}`, '', ...items].join('\n');
}

function item(title: string, { canonical }: PageAddress, about = ''): string {
  const link = `- [${plain(title).replace(/[[\]]/g, '\\$&')}](${canonical})`;
  return about === '' ? link : `${link}: ${plain(about)}`;
}

/** The text on one line. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
