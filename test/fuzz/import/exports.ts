/** A small export of each kind, to be damaged. */
import { feedOf, settingsCsv, type TakeoutEntry } from '../../support/takeout.ts';
import { liveFeeds } from './live-feeds.ts';
import { HTML } from './bodies.ts';
import { FOLDERS } from './folders.ts';
import type { SmallExport } from './small-export.ts';
import { wxr, wxrAttachment, wxrMeta, wxrPost } from '../../support/wxr.ts';

const TAKEOUT: readonly TakeoutEntry[] = [
  {
    ...{ number: 9, type: 'COMMENT', html: 'Lovely!<br><a href="http://a.example">A</a>' },
    more: '<blogger:parent>tag:blogger.com,1999:blog-7.post-1</blogger:parent><blogger:inReplyTo/>',
  },
  { number: 1, title: 'Roses', html: HTML, labels: ['a & b'], filename: '/2024/05/roses.html' },
  { number: 2, title: 'Lilies', html: '<p>White.</p>', filename: '/2024/05/lilies.html' },
  { number: 3, type: 'PAGE', title: '2024', html: '<p>About.</p>', filename: '/p/about.html' },
  { number: 4, status: 'DRAFT' },
];

const KIND = 'http://schemas.google.com/g/2005#kind';

function backup(): string {
  return `<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'>
<id>tag:blogger.com,1999:blog-7.archive</id><title>Garden</title><link rel='alternate' href='http://garden.blogspot.com/'/>
${['post', 'page', 'comment', 'settings']
  .map(
    (
      kind,
      index,
    ) => `<entry><id>tag:blogger.com,1999:blog-7.post-${index + 1}</id><published>2012-05-0${index + 1}T10:00:00.000+02:00</published>
<category scheme='${KIND}' term='http://schemas.google.com/blogger/2008/kind#${kind}'/><category scheme='http://www.blogger.com/atom/ns#' term='roses'/>
<title type='text'>Title ${index}</title><content type='html'>${HTML.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</content><author><name>Rosa</name></author>
<link rel='alternate' type='text/html' href='http://garden.blogspot.com/2012/05/x${index}.html'/><thr:in-reply-to ref='tag:blogger.com,1999:blog-7.post-1'/></entry>`,
  )
  .join('\n')}</feed>`;
}

const WXR = wxr([
  wxrPost({
    'content:encoded': `${HTML}\n\n[caption id="x" width="300"]<img src="https://garden.example/a-300x200.png"> A rose[/caption]\n\n[gallery ids="15"]\n[youtube https://youtu.be/abcdefghijk]`,
    xml: `<category domain="category" nicename="tea"><![CDATA[Tea]]></category>${wxrMeta('_thumbnail_id', '15')}
<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author><![CDATA[Ada]]></wp:comment_author><wp:comment_date_gmt>2011-05-02 10:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[Lovely.]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>`,
  }),
  wxrPost({
    'wp:post_id': '20',
    'wp:post_name': 'blocks',
    'content:encoded': `<!-- wp:paragraph -->\n<p>Text</p>\n<!-- /wp:paragraph -->\n<!-- wp:code {"language":"js"} -->\n<pre class="wp-block-code"><code>x</code></pre>\n<!-- /wp:code -->`,
  }),
  wxrAttachment('15', 'https://garden.example/wp-content/uploads/2011/05/a.png'),
]);

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Garden</title><link>https://garden.example/</link>
<item><title>Roses &amp;amp; more</title><link>https://garden.example/roses/</link><guid isPermaLink="false">7</guid><pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate><category>tea</category><content:encoded><![CDATA[${HTML}]]></content:encoded></item></channel></rss>`;

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Garden',
  home_page_url: 'https://garden.example/',
  items: [
    { id: '1', url: 'https://garden.example/a/', title: 'A', content_html: HTML, tags: ['x'] },
  ],
});

const GHOST = JSON.stringify({
  db: [
    {
      meta: { version: '5.0.0' },
      data: {
        posts: [
          ...[{ id: '1', slug: 'roses', title: 'Roses', html: HTML, status: 'published' }],
          { id: '2', slug: 'page', title: 'Page', html: '<p>x</p>', type: 'page', status: 'draft' },
        ].map((post) => ({
          published_at: '2024-05-01T10:00:00.000Z',
          visibility: 'public',
          ...post,
        })),
        tags: [{ id: '1', name: 'Tea', slug: 'tea' }],
        posts_tags: [{ post_id: '1', tag_id: '1', sort_order: 0 }],
        users: [{ id: '1', name: 'Rosa', slug: 'rosa', email: 'rosa@secret.example' }],
        settings: [{ key: 'title', value: 'Garden' }],
      },
    },
  ],
});

export const EXPORTS: readonly SmallExport[] = [
  {
    format: 'blogger-takeout',
    files: {
      'Takeout/Blogger/Blogs/Garden/feed.atom': feedOf(TAKEOUT),
      'Takeout/Blogger/Blogs/Garden/settings.csv': settingsCsv({
        blog_name: 'Garden',
        blog_subdomain: 'garden',
        blog_time_zone: 'Europe/Berlin',
      }),
      'Takeout/Blogger/Albums/Garden/rose.png': '\u0089PNG',
    },
  },
  { format: 'blogger-backup', files: { 'blog-05-01-2012.xml': backup() } },
  { format: 'blogger-feed', files: liveFeeds() },
  { format: 'wordpress', files: { 'garden.xml': WXR } },
  { format: 'ghost', files: { 'garden.ghost.json': GHOST } },
  { format: 'feed', files: { 'rss.xml': RSS } },
  { format: 'feed', files: { 'feed.json': JSON_FEED } },
  {
    format: 'medium',
    files: {
      'posts/2019-05-04_Roses-aaaaaaaaaa01.html': `<!DOCTYPE html><html><head><title>Roses</title></head><body><article class="h-entry"><header><h1 class="p-name">Roses</h1></header>
<section data-field="body" class="e-content"><section class="section"><div class="section-content">${HTML}</div></section></section>
<footer><p>By <a href="https://medium.com/@ada" class="p-author h-card">Ada</a> on <a href="https://medium.com/p/aaaaaaaaaa01"><time class="dt-published" datetime="2019-05-04T22:30:00.123Z">May 4</time></a>.</p></footer></article></body></html>`,
    },
  },
  {
    format: 'substack',
    files: {
      'posts.csv':
        'post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\n101.roses,2021-02-03T04:05:06.789Z,true,,,newsletter,everyone,"Roses, red",How they grow,\n',
      'posts/101.roses.html': HTML,
    },
  },
  ...FOLDERS,
];
