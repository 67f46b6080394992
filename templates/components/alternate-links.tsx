/** The translations of a page, for search engines. https://developers.google.com/search/docs/specialty/international/localized-versions */
import type { VNode } from 'preact';
import type { Alternate } from '../../src/site/model.ts';

/** The first is for readers of any other language. */
export function AlternateLinks({ alternates }: { alternates: readonly Alternate[] }): VNode | null {
  const shown = alternates.filter(({ draft }) => !draft);
  const [original] = shown;
  if (original === undefined || shown.length === 1) return null;
  return (
    <>
      {shown.map(({ language, canonical }) => (
        <link rel="alternate" hreflang={language} href={canonical} />
      ))}
      <link rel="alternate" hreflang="x-default" href={original.canonical} />
    </>
  );
}
