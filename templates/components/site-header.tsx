/** Header of every page: site title, main navigation, search, theme switch. */
import type { VNode } from 'preact';
import type { Site, PageAddress } from '../../src/site/model.ts';
import { LanguageLinks } from './language-links.tsx';
import { Logo } from './logo.tsx';
import { NavigationGroup } from './navigation-group.tsx';
import { NavigationItem } from './navigation-item.tsx';
import { navigationLinks } from './navigation-links.ts';
import { SearchLink } from './search-link.tsx';
import { SlotText } from './slot-text.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

interface SiteHeaderProps {
  readonly site: Site;
  readonly address: PageAddress;
  readonly section: PageAddress | undefined;
}

export function SiteHeader({ site, address, section }: SiteHeaderProps): VNode {
  const { facts, words, fixed, slots } = site;
  const hasSearch = navigationLinks(facts).some(({ isSearch }) => isSearch);
  const home = address.url === fixed.home.url;
  return (
    <header class="site-header">
      <a
        class="site-title"
        href={fixed.home.url}
        rel="home"
        aria-current={home ? 'page' : undefined}
      >
        <Logo facts={facts} />
        {facts.brand.logo?.isWordmark !== true && <span>{facts.title}</span>}
      </a>
      <div class="site-tools">
        {(facts.navigation.length > 0 || site.languages.length > 1) && (
          <nav class="site-navigation" aria-label={words.mainNavigation}>
            <ul>
              {facts.navigation.map((entry) =>
                'items' in entry ? (
                  <NavigationGroup group={entry} address={address} section={section} />
                ) : (
                  <NavigationItem link={entry} address={address} section={section} />
                ),
              )}
              {site.languages.length > 1 && <LanguageLinks site={site} address={address} />}
            </ul>
          </nav>
        )}
        {site.search && !hasSearch && <SearchLink site={site} address={address} />}
        <ThemeSwitch words={words.theme} />
      </div>
      {slots.header && (
        <div class="slot">
          <SlotText site={site} slot={slots.header} />
        </div>
      )}
    </header>
  );
}
