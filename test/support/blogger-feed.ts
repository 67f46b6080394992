/** Feeds and exports in Blogger's format. */
import { escapeHtml } from '../../src/lib/html.ts';

export interface BloggerPost {
  readonly id: string;
  /** Path of its page. */
  readonly path: string;
  readonly title: string;
  /** RFC 3339 */
  readonly published: string;
}

const ORIGIN = 'https://old.blogspot.example';

/** The id of a post on Blogger. */
export function bloggerId(number: number): string {
  return `tag:blogger.com,1999:blog-1.post-${number}`;
}

/** `/feeds/posts/default` */
export function bloggerAtom(posts: readonly BloggerPost[]): string {
  const entries = posts.map(
    ({ id, path, title, published }) =>
      `<entry><id>${id}</id><published>${published}</published><updated>${published}</updated><category scheme="http://www.blogger.com/atom/ns#" term="news" /><title type='text'>${escapeHtml(title)}</title><content type='html'>&lt;p&gt;Words.&lt;/p&gt;</content><link rel='edit' type='application/atom+xml' href='https://www.blogger.com/feeds/1/posts/default/2' /><link rel='self' type='application/atom+xml' href='https://www.blogger.com/feeds/1/posts/default/2' /><link rel='alternate' type='text/html' href='${ORIGIN}${path}' title='${escapeHtml(title)}' /><author><name>A</name></author><thr:total>0</thr:total></entry>`,
  );
  return `<?xml version='1.0' encoding='UTF-8'?><?xml-stylesheet href="https://www.blogger.com/styles/atom.css" type="text/css"?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'><id>tag:blogger.com,1999:blog-1</id><updated>${posts[0]?.published}</updated><title type='text'>The old blog</title><link rel='alternate' type='text/html' href='${ORIGIN}/' />${entries.join('')}</feed>`;
}

/** `/feeds/posts/default?alt=rss` */
export function bloggerRss(posts: readonly BloggerPost[]): string {
  const items = posts.map(
    ({ id, path, title, published }) =>
      `<item><guid isPermaLink='false'>${id}</guid><pubDate>${new Date(published).toUTCString().replace('GMT', '+0000')}</pubDate><atom:updated>${published}</atom:updated><category domain="http://www.blogger.com/atom/ns#">news</category><title>${escapeHtml(title)}</title><description>&lt;p&gt;Words.&lt;/p&gt;</description><link>${ORIGIN}${path}</link><author>noreply@blogger.com (A)</author><thr:total>0</thr:total></item>`,
  );
  return `<?xml version='1.0' encoding='UTF-8'?><rss xmlns:atom="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" version="2.0"><channel><atom:id>tag:blogger.com,1999:blog-1</atom:id><title>The old blog</title><link>${ORIGIN}/</link><description></description>${items.join('')}</channel></rss>`;
}

/** An entry of a Takeout export, published. */
export function bloggerEntry(id: string, path: string, html: string, type = 'POST'): string {
  return `  <entry>
    <id>${id}</id>
    <blogger:type>${type}</blogger:type>
    <blogger:status>LIVE</blogger:status>
    <author><name>A</name><blogger:type>BLOGGER</blogger:type></author>
    <title>A title</title>
    <content type='html'>${html}</content>
    <blogger:filename>${path}</blogger:filename>
    <link/>
    <enclosure/>
  </entry>
`;
}

/**
 * `Blogs/NAME/feed.atom` of Google Takeout: comments, pages and drafts among the posts.
 * @param more entries
 */
export function bloggerTakeout(posts: readonly BloggerPost[], more = ''): string {
  const entries = posts.map(({ id, path }) => bloggerEntry(id, decodeURI(path), 'Words.'));
  const path = posts[0]?.path ?? '';
  const others = [
    bloggerEntry(bloggerId(51), path, 'A comment.', 'COMMENT'),
    bloggerEntry(bloggerId(52), '/p/about.html', 'A page.', 'PAGE'),
    bloggerEntry(bloggerId(53), '/2012/01/draft.html', 'A draft.').replace('LIVE', 'DRAFT'),
    bloggerEntry(bloggerId(54), '/2012/01/gone.html', 'Gone.').replace('LIVE', 'SOFT_TRASHED'),
    bloggerEntry(bloggerId(55), '', 'Without an address.'),
  ];
  return `<?xml version='1.0' encoding='utf-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
  <id>tag:blogger.com,1999:blog-1</id>
  <title>The old blog</title>
${others.join('')}${entries.join('')}${more}</feed>
`;
}

/** `blog-MM-DD-YYYY.xml`: settings, templates, comments, pages and drafts among the posts. */
export function bloggerExport(posts: readonly BloggerPost[]): string {
  const path = posts[0]?.path ?? '';
  const entries = [
    exported('settings', bloggerId(61), undefined),
    exported('template', bloggerId(62), undefined),
    exported('page', bloggerId(63), '/p/about.html'),
    exported('comment', bloggerId(64), `${path}?showComment=1#c64`),
    exported('post', bloggerId(65), '/2012/01/draft.html', '<app:draft>yes</app:draft>'),
    ...posts.map((post) => exported('post', post.id, post.path)),
  ];
  return `<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://purl.org/atom/app#'><id>tag:blogger.com,1999:blog-1.archive</id><link rel='alternate' type='text/html' href='${ORIGIN}/'/>${entries.join('')}</feed>`;
}

function exported(kind: string, id: string, path: string | undefined, control = ''): string {
  const link =
    path === undefined ? '' : `<link rel='alternate' type='text/html' href='${ORIGIN}${path}'/>`;
  return `<entry><id>${id}</id><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#${kind}'/><content type='text'>Words.</content>${control && `<app:control>${control}</app:control>`}<link rel='replies' type='text/html' href='${ORIGIN}/comments'/>${link}</entry>`;
}
