/** Structured data of the site. https://schema.org/WebSite */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { JsonLd, licenseOf } from './json-ld.tsx';

export function WebSite({ site }: { site: Site }): VNode {
  const { title, description, url, language } = site.facts;
  return (
    <JsonLd
      data={{
        '@context': 'https://schema.org',
        '@type': 'WebSite',
        '@id': url,
        name: title,
        description: description === '' ? undefined : description,
        url,
        inLanguage: language,
        license: licenseOf(site.facts),
        potentialAction: site.search && {
          '@type': 'SearchAction',
          target: {
            '@type': 'EntryPoint',
            urlTemplate: `${site.fixed.search.canonical}?q={search_term_string}`,
          },
          'query-input': 'required name=search_term_string',
        },
      }}
    />
  );
}
