/** Links to the home page in the other languages of the site, or to the page itself in them. */
import type { VNode } from 'preact';
import type { PageAddress, Site } from '../../src/site/model.ts';

export function LanguageLinks({ site, address }: { site: Site; address: PageAddress }): VNode[] {
  const homes = site.alternates.get(site.fixed.home.path) ?? [];
  const pages = site.alternates.get(address.path) ?? [];
  return homes
    .filter(({ language }) => language !== site.facts.language)
    .map((home) => pages.find(({ language }) => language === home.language) ?? home)
    .map(({ url, language, name, lang }) => (
      <li class="language">
        <a href={url} hreflang={language} {...lang}>
          {name}
        </a>
      </li>
    ));
}
