/** Deployments for tests of a single host. */
import { Addresses } from '../../src/addresses/address.ts';
import type { RedirectTable } from '../../src/addresses/redirect.ts';
import { NO_HOSTS } from '../../src/lib/allowed-hosts.ts';
import type { Deployment } from '../../src/outputs/hosts/host.ts';
import { NO_REDIRECTS } from './redirects.ts';

/**
 * A site with these redirects and no other features.
 * @param basePath without a trailing slash
 */
export function deployment(
  redirects: Partial<RedirectTable>,
  basePath = '',
  more: Partial<Deployment> = {},
): Deployment {
  const addresses = new Addresses(`https://example.org${basePath}/`);
  return {
    redirects: { ...NO_REDIRECTS, ...redirects },
    basePath,
    home: addresses.of('/'),
    notFound: addresses.of('/404.html'),
    feeds: [
      { name: 'rss.xml', type: 'application/rss+xml; charset=utf-8' },
      { name: 'atom.xml', type: 'application/atom+xml; charset=utf-8' },
      { name: 'feed.json', type: 'application/feed+json' },
      { name: 'feeds.opml', type: 'text/x-opml; charset=utf-8' },
    ],
    framed: [],
    allowed: NO_HOSTS,
    editorPolicy: undefined,
    htmlPages: [],
    searchFolder: undefined,
    downloads: [],
    own: new Map(),
    owner: { file: 'content/site.yaml', field: 'host' },
    ...more,
  };
}
