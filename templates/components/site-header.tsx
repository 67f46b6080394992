/** Header of every page: site title, main navigation, search, theme switch. */
import type { VNode } from 'preact';
import type { Site, PageAddress } from '../../src/site/model.ts';
import { LanguageLinks } from './language-links.tsx';
import { Logo } from './logo.tsx';
import { NavigationItem } from './navigation-item.tsx';
import { SearchLink } from './search-link.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

interface SiteHeaderProps {
  readonly site: Site;
  readonly address: PageAddress;
  readonly section: PageAddress | undefined;
}

/** Archive, tags and authors come first, unless the site's navigation lists them itself. */
export function SiteHeader({ site, address, section }: SiteHeaderProps): VNode {
  const { facts, words, fixed } = site;
  const always = [
    { text: words.archive, url: fixed.archive.url, local: true },
    { text: words.tags, url: fixed.tags.url, local: true },
    { text: words.authors, url: fixed.authors.url, local: true },
  ].filter(({ url }) => !facts.navigation.some((link) => link.url === url));
  const home = address.url === fixed.home.url;
  return (
    <header class="site-header">
      <a
        class="site-title"
        href={fixed.home.url}
        rel="home"
        aria-current={home ? 'page' : undefined}
      >
        <Logo />
        <span>{facts.title}</span>
      </a>
      <div class="site-tools">
        <nav class="site-navigation" aria-label={words.mainNavigation}>
          <ul>
            {[...always, ...facts.navigation].map((link) => (
              <NavigationItem link={link} address={address} section={section} />
            ))}
            {site.languages.length > 1 && <LanguageLinks site={site} address={address} />}
          </ul>
        </nav>
        {site.search && <SearchLink site={site} address={address} />}
        <ThemeSwitch words={words.theme} />
      </div>
    </header>
  );
}
