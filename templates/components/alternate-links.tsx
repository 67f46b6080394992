/** The translations of a page, for search engines. https://developers.google.com/search/docs/specialty/international/localized-versions */
import type { VNode } from 'preact';
import type { PageAddress, Site } from '../../src/site/model.ts';

interface AlternateLinksProps {
  readonly site: Site;
  readonly address: PageAddress;
}

/** The first is for readers of any other language. */
export function AlternateLinks({ site, address }: AlternateLinksProps): VNode | null {
  const alternates = site.listedAlternates.get(address.path) ?? [];
  const [original] = alternates;
  if (original === undefined) return null;
  return (
    <>
      {alternates.map(({ language, canonical }) => (
        <link rel="alternate" hreflang={language} href={canonical} />
      ))}
      <link rel="alternate" hreflang="x-default" href={original.canonical} />
    </>
  );
}
