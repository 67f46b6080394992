/** Locale of a page and of its translations, for link previews. https://ogp.me/#optional */
import type { VNode } from 'preact';
import type { PageAddress, Site } from '../../src/site/model.ts';

interface LocaleProps {
  readonly site: Site;
  readonly address: PageAddress;
  readonly locale: string | undefined;
}

export function Locale({ site, address, locale }: LocaleProps): VNode | null {
  if (locale === undefined) return null;
  const others = (site.listedAlternates.get(address.path) ?? [])
    .flatMap((other) => other.locale ?? [])
    .filter((other) => other !== locale);
  return (
    <>
      <meta property="og:locale" content={locale} />
      {[...new Set(others)].map((other) => (
        <meta property="og:locale:alternate" content={other} />
      ))}
    </>
  );
}
