/** Layout of every page: head, header, main, footer. */
import type { ComponentChildren, VNode } from 'preact';
import type { Site, PageAddress } from '../../src/site/model.ts';
import { Announcement } from '../components/announcement.tsx';
import { Metadata, type MetadataProps } from '../components/metadata.tsx';
import { navigationLinks } from '../components/navigation-links.ts';
import { once } from '../components/once.ts';
import { SiteFooter } from '../components/site-footer.tsx';
import { SiteHeader } from '../components/site-header.tsx';
import { SkipLink } from '../components/skip-link.tsx';
import { SlotText } from '../components/slot-text.tsx';

export interface BaseLayoutProps extends MetadataProps {
  /** Whether the text takes up the margins too. */
  readonly isWide?: boolean;
  /** The navigation section that the page belongs to. */
  readonly section?: PageAddress;
  readonly children: ComponentChildren;
}

export function BaseLayout(props: BaseLayoutProps): VNode {
  const { site, address, section, isWide = false, children } = props;
  const { beforeFooter } = site.slots;
  return (
    <html lang={site.facts.language} dir={site.facts.siteLang.dir}>
      <Metadata {...props} />
      <body>
        <SkipLink words={site.words} />
        {site.slots.announcement && once(site, 'announcement', <Announcement site={site} />)}
        {once(
          site,
          `header ${currentIn(site, address)} ${section?.url ?? ''} ${translationsOf(site, address)}`,
          <SiteHeader site={site} address={address} section={section} />,
        )}
        <main id="main" class={isWide ? 'main wide' : 'main'}>
          {children}
        </main>
        {beforeFooter &&
          once(
            site,
            'before-footer',
            <aside class="before-footer" aria-label={site.facts.title}>
              <SlotText site={site} slot={beforeFooter} />
            </aside>,
          )}
        {once(site, 'footer', <SiteFooter site={site} />)}
      </body>
    </html>
  );
}

function currentIn({ fixed, facts }: Site, { url }: PageAddress): string {
  const places = [...Object.values(fixed), ...navigationLinks(facts)];
  return places.some((place) => place.url === url) ? url : '';
}

/** Distinguishes the links to other languages. */
function translationsOf({ languages, alternates }: Site, { path }: PageAddress): string {
  if (languages.length === 1) return '';
  return (alternates.get(path) ?? []).map(({ url }) => url).join(' ');
}
