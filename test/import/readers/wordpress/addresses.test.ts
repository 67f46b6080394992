import { describe, expect, it } from 'vitest';
import { readPost, readWxr, wxr, wxrAttachment, wxrMeta, wxrPost } from '../../../support/wxr.ts';

describe('old addresses', () => {
  it.each([
    [{}, ['/2011/05/roses/', '/?p=14']],
    [{ link: 'http://www.garden.example/a%e6%97/' }, ['/a%e6%97/', '/?p=14']],
    [{ link: 'https://garden.example/?p=14' }, ['/?p=14']],
    [{ link: '/blog/roses.html' }, ['/blog/roses.html', '/?p=14']],
    [{ link: 'https://other.example/a' }, ['/?p=14']],
    [
      { guid: 'https://garden.example/2010/12/roses/' },
      ['/2011/05/roses/', '/2010/12/roses/', '/?p=14'],
    ],
    [{ guid: 'http://localhost/roses/' }, ['/2011/05/roses/', '/?p=14']],
    [{ 'wp:post_type': 'page', guid: '' }, ['/2011/05/roses/', '/?page_id=14']],
  ])('of a post with %j', async (parts, urls) => {
    expect((await readPost(parts, [wxrPost({ 'wp:post_id': '2' })])).legacyUrls).toEqual(urls);
  });

  it.each([
    [
      { xml: wxrMeta('_wp_old_slug', 'ros$1') + wxrMeta('_wp_old_slug', 'rose') },
      ['/2011/05/ros$1/', '/2011/05/rose/'],
    ],
    [{ xml: wxrMeta('_wp_old_date', '2010-12-31') }, ['/2010/12/roses/']],
    [{ 'content:encoded': 'a\n<!--nextpage-->\nb' }, ['/2011/05/roses/2/']],
  ])('of a post include earlier ones and its pages: %j', async (parts, urls) => {
    expect((await readPost(parts)).legacyUrls).toEqual(
      expect.arrayContaining(['/2011/05/roses/', ...urls]),
    );
  });

  it('of lists become those of authors and tags', async () => {
    const items = await readWxr(
      wxr(
        [
          wxrPost({
            xml: `<category domain="category" nicename="red-roses"><![CDATA[Red roses]]></category>
              <category domain="post_tag" nicename="new"><![CDATA[New]]></category>`,
          }),
        ],
        `<title>G</title><wp:base_blog_url>https://garden.example/blog</wp:base_blog_url>
        <wp:author><wp:author_login>Rosa B.</wp:author_login><wp:author_display_name>Rosa</wp:author_display_name></wp:author>
        <wp:category><wp:category_nicename>roses</wp:category_nicename><wp:cat_name><![CDATA[Roses]]></wp:cat_name><wp:category_description><![CDATA[All <b>roses</b>]]></wp:category_description></wp:category>
        <wp:category><wp:category_nicename>red-roses</wp:category_nicename><wp:category_parent>roses</wp:category_parent><wp:cat_name><![CDATA[Red roses]]></wp:cat_name></wp:category>
        <wp:tag><wp:tag_slug>roses</wp:tag_slug><wp:tag_name><![CDATA[roses]]></wp:tag_name></wp:tag>
        <wp:category><wp:category_nicename>uncategorized</wp:category_nicename><wp:cat_name><![CDATA[Uncategorized]]></wp:cat_name></wp:category>`,
      ),
    );
    expect(items.filter(({ type }) => type === 'tag' || type === 'redirect')).toEqual([
      {
        type: 'tag',
        name: 'Roses',
        description: 'All roses',
        legacyUrls: ['/blog/category/roses/', '/blog/tag/roses/'],
      },
      { type: 'tag', name: 'Red roses', legacyUrls: ['/blog/category/roses/red-roses/'] },
      { type: 'tag', name: 'New', legacyUrls: ['/blog/tag/new/'] },
      { type: 'redirect', from: '/blog/category/uncategorized/', to: '/blog/' },
    ]);
  });

  it('of pages of attachments lead to their post', async () => {
    const items = await readWxr(
      wxr([
        wxrPost(),
        wxrPost({ 'wp:post_id': '20', 'wp:status': 'draft' }),
        wxrAttachment('7', 'https://garden.example/wp-content/uploads/a.jpg'),
        wxrAttachment('8', 'https://garden.example/wp-content/uploads/b.jpg', {
          'wp:post_parent': '20',
        }),
        wxrAttachment('9', 'https://garden.example/wp-content/uploads/c.jpg', {
          link: 'https://garden.example/?attachment_id=9',
        }),
      ]),
    );
    expect(items.filter(({ type }) => type === 'redirect')).toEqual([
      { type: 'redirect', from: '/2011/05/roses/picture-7/', to: '/2011/05/roses/' },
    ]);
  });
});
