/** A post in the terms of https://schema.org/BlogPosting. */
import type { VNode } from 'preact';
import type { Site, Post } from '../../src/site/model.ts';
import { JsonLd } from './json-ld.tsx';

export function BlogPosting({ site, post }: { site: Site; post: Post }): VNode {
  const { facts } = site;
  return (
    <JsonLd
      data={{
        '@context': 'https://schema.org',
        '@type': 'BlogPosting',
        '@id': post.canonical,
        mainEntityOfPage: post.canonical,
        url: post.canonical,
        headline: post.title,
        description: post.summary === '' ? undefined : post.summary,
        datePublished: post.published.rfc3339,
        dateModified: post.updated?.rfc3339,
        author: some(
          post.authors.map(({ name, canonical }) => ({
            '@type': 'Person',
            name,
            url: canonical,
          })),
        ),
        image: post.image?.url,
        keywords: some(post.tags.map((tag) => tag.text)),
        inLanguage: post.language,
        isPartOf: { '@type': 'Blog', '@id': facts.url, name: facts.title, url: facts.url },
      }}
    />
  );
}

/** An empty list says nothing. */
function some<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}
