/** The name of a page in tabs, bookmarks and search results. */
import type { VNode } from 'preact';

/** Search results and tabs cut longer ones off. */
const LONGEST = 70;

/** The page's own words first; the site's title follows where there is room for it. */
export function DocumentTitle({
  title,
  siteTitle,
}: {
  title: string | undefined;
  siteTitle: string;
}): VNode {
  if (title === undefined) return <title>{siteTitle}</title>;
  const full = `${title} · ${siteTitle}`;
  return <title>{full.length <= LONGEST ? full : title}</title>;
}
