/** Breadcrumbs from the home page to a post, for search engines. https://schema.org/BreadcrumbList */
import type { VNode } from 'preact';
import type { Breadcrumb } from '../../src/site/model.ts';
import { JsonLd } from './json-ld.tsx';

export function Breadcrumbs({ items }: { items: readonly Breadcrumb[] }): VNode {
  return (
    <JsonLd
      data={{
        '@context': 'https://schema.org',
        '@type': 'BreadcrumbList',
        itemListElement: items.map(({ name, canonical }, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          name,
          item: canonical,
        })),
      }}
    />
  );
}
