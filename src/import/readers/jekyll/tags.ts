/** The tags that only Jekyll has. */
import type { TagRenderer, TagUse } from '../liquid/render.ts';
import { SHARED_TAGS } from '../liquid/tags.ts';
import { include, nameIn } from './include.ts';
import type { JekyllSite } from './site.ts';

export function tagsFor(site: JekyllSite): ReadonlyMap<string, TagRenderer> {
  return new Map<string, TagRenderer>([
    ...SHARED_TAGS,
    ['post_url', (use) => postUrl(use, site)],
    ['link', (use) => linkUrl(use, site)],
    ['include', (use) => include(use, site)],
    ['include_cached', (use) => include(use, site)],
    ['seo', () => ''],
    ['feed_meta', () => ''],
  ]);
}

function postUrl(use: TagUse, site: JekyllSite): string | undefined {
  const name = nameIn(use.args, use.liquid.scope).replace(/^\//, '');
  const address = site.posts.get(name.replace(/\.(?:md|markdown|html)$/, ''));
  return address === undefined ? undefined : behindBase(address, use, site);
}

/** The address of a text, or of any other file, by its path. */
function linkUrl(use: TagUse, site: JekyllSite): string | undefined {
  const name = nameIn(use.args, use.liquid.scope).replace(/^\//, '');
  const address = site.paths.get(name);
  if (address === undefined && !/\.(?!md$|markdown$|html$)\w+$/.test(name)) return undefined;
  return behindBase(address ?? `${site.config.baseUrl}/${name}`, use, site);
}

/** Until version 4, people wrote `{{ site.baseurl }}` in front of these tags. */
function behindBase(address: string, { before }: TagUse, { config }: JekyllSite): string {
  const { baseUrl } = config;
  return baseUrl !== '' && before.endsWith(baseUrl) ? address.slice(baseUrl.length) : address;
}
