/** Layout of every page: head, header, main, footer. */
import type { ComponentChildren, VNode } from 'preact';
import type { Site, PageAddress } from '../../src/site/model.ts';
import { Metadata, type MetadataProps } from '../components/metadata.tsx';
import { once } from '../components/once.ts';
import { SiteFooter } from '../components/site-footer.tsx';
import { SiteHeader } from '../components/site-header.tsx';
import { SkipLink } from '../components/skip-link.tsx';

export interface BaseLayoutProps extends MetadataProps {
  /** The navigation section that the page belongs to. */
  readonly section?: PageAddress;
  readonly children: ComponentChildren;
}

export function BaseLayout(props: BaseLayoutProps): VNode {
  const { site, address, section, children } = props;
  return (
    <html lang={site.facts.language} dir={site.facts.siteLang.dir}>
      <Metadata {...props} />
      <body>
        <SkipLink words={site.words} />
        {once(
          site,
          `header ${currentIn(site, address)} ${section?.url ?? ''} ${translationsOf(site, address)}`,
          <SiteHeader site={site} address={address} section={section} />,
        )}
        <main id="main" class="main">
          {children}
        </main>
        {once(site, 'footer', <SiteFooter site={site} />)}
      </body>
    </html>
  );
}

function currentIn({ fixed, facts }: Site, { url }: PageAddress): string {
  const places = [...Object.values(fixed), ...facts.navigation];
  return places.some((place) => place.url === url) ? url : '';
}

/** Distinguishes the links to other languages. */
function translationsOf({ languages, alternates }: Site, { path }: PageAddress): string {
  if (languages.length === 1) return '';
  return (alternates.get(path) ?? []).map(({ url }) => url).join(' ');
}
