/** The `<title>` of a page. */
import type { VNode } from 'preact';

/** Search results and tabs truncate longer titles. */
const LONGEST = 70;

/** The page's title, followed by the site's title if both fit. */
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
