/** Links to the translations of a post or page; renders nothing when there are none. */
import type { VNode } from 'preact';
import type { PageAddress, Site } from '../../src/site/model.ts';

export function Translations({
  site,
  address,
}: {
  site: Site;
  address: PageAddress;
}): VNode | null {
  const others = (site.alternates.get(address.path) ?? []).filter(
    ({ path }) => path !== address.path,
  );
  if (others.length === 0) return null;
  return (
    <p class="translations">
      {site.words.alsoIn(
        site.words.list(
          others.map(({ url, language, name, lang }) => (
            <a href={url} hreflang={language} rel="alternate" {...lang}>
              {name}
            </a>
          )),
        ),
      )}
    </p>
  );
}
