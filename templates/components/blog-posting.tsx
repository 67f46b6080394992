/** Structured data of a post; the site is the author of an anonymous one. https://schema.org/BlogPosting */
import type { VNode } from 'preact';
import type { Site, Post } from '../../src/site/model.ts';
import { JsonLd, licenseOf } from './json-ld.tsx';

export function BlogPosting({ site, post }: { site: Site; post: Post }): VNode {
  const { facts } = site;
  const { series, canonicalUrl: url = post.canonical } = post;
  const blog = { '@type': 'Blog', '@id': facts.url, name: facts.title, url: facts.url };
  const logo = facts.brand.logo?.canonical ?? facts.logo;
  const publisher = {
    '@type': 'Organization',
    name: facts.author ?? facts.title,
    url: facts.url,
    logo: logo === undefined ? undefined : { '@type': 'ImageObject', url: logo },
  };
  return (
    <JsonLd
      data={{
        '@context': 'https://schema.org',
        '@type': 'BlogPosting',
        '@id': url,
        mainEntityOfPage: url,
        url,
        headline: post.title,
        description: post.summary === '' ? undefined : post.summary,
        datePublished: post.published.rfc3339,
        dateModified: (post.updated ?? post.published).rfc3339,
        author:
          post.authors.length > 0
            ? post.authors.map(({ name, canonical }) => ({
                '@type': 'Person',
                name,
                url: canonical,
              }))
            : publisher,
        publisher,
        image: post.preview?.url,
        keywords: some(post.tags.map((tag) => tag.text)),
        inLanguage: post.language,
        ...translationsOf(site, post),
        license: licenseOf(facts),
        isPartOf:
          series === undefined
            ? blog
            : [
                blog,
                {
                  '@type': 'CreativeWorkSeries',
                  '@id': series.canonical,
                  name: series.name,
                  url: series.canonical,
                },
              ],
        position: series?.part,
      }}
    />
  );
}

/** https://schema.org/workTranslation and https://schema.org/translationOfWork */
function translationsOf(site: Site, post: Post): object {
  const [original, ...translations] = (site.listedAlternates.get(post.path) ?? []).map(
    ({ canonical, language }) => ({
      '@type': 'BlogPosting',
      '@id': canonical,
      url: canonical,
      inLanguage: language,
    }),
  );
  if (original === undefined) return {};
  return original.url === post.canonical
    ? { workTranslation: translations }
    : { translationOfWork: original };
}

/** The list, or nothing when it is empty. */
function some<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}
