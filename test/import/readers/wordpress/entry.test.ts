import { describe, expect, it } from 'vitest';
import {
  entriesIn,
  leftOut,
  notices,
  readPost,
  readWxr,
  wxr,
  wxrAttachment,
  wxrMeta,
  wxrPost,
} from '../../../support/wxr.ts';

describe('a post', () => {
  it('has all that is public about it', async () => {
    const [entry] = entriesIn(
      await readWxr(
        wxr([
          wxrPost({
            'excerpt:encoded': 'A <em>short</em> text',
            'wp:is_sticky': '1',
            'wp:post_modified': '2012-01-01 13:00:00',
            'wp:post_modified_gmt': '2012-01-01 12:00:00',
            xml: `<category domain="category" nicename="garden"><![CDATA[R&amp;D]]></category><category domain="post_tag" nicename="tea"><![CDATA[Tea]]></category>`,
          }),
        ]),
      ),
    );
    expect(entry).toEqual({
      type: 'post',
      id: '14',
      place: { file: 'export.xml', line: 16 },
      status: 'public',
      guid: 'https://garden.example/?p=14',
      title: 'Roses',
      slug: 'roses',
      published: '2011-05-01T14:00:00+02:00',
      updated: '2012-01-01T13:00:00+01:00',
      authors: ['Rosa & Co'],
      tags: ['R&D', 'Tea'],
      description: 'A short text',
      legacyUrls: ['/2011/05/roses/', '/?p=14'],
      pinned: true,
      body: {
        format: 'html',
        text: '<p>Words.</p>',
        base: 'https://garden.example/2011/05/roses/',
      },
    });
  });

  it.each([
    [{ 'wp:status': 'publish' }, 'public'],
    [{ 'wp:status': 'publish', 'wp:post_password': 'x' }, 'password'],
    [{ 'wp:status': 'draft' }, 'draft'],
    [{ 'wp:status': 'auto-draft' }, 'draft'],
    [{ 'wp:status': 'pending' }, 'draft'],
    [{ 'wp:status': 'future' }, 'scheduled'],
    [{ 'wp:status': 'private' }, 'private'],
    [{ 'wp:status': 'trash' }, 'trashed'],
    [{ 'wp:status': 'inherit' }, 'unknown'],
    [{ 'wp:status': '' }, 'unknown'],
    [{ xml: wxrMeta('_jetpack_newsletter_access', 'paid_subscribers') }, 'members'],
    [{ xml: wxrMeta('_jetpack_newsletter_access', 'everybody') }, 'public'],
    [{ 'content:encoded': '[members_only]secret[/members_only]' }, 'members'],
  ])('with %j is %s', async (parts, status) => {
    expect((await readPost(parts)).status).toBe(status);
  });

  it('of an unknown status is told', async () => {
    const items = await readWxr(wxr([wxrPost({ 'wp:status': 'archived' })]));
    expect(notices(items)).toEqual([
      'The status "archived" is unknown, so this is not published. Publish it by hand if it was public.',
    ]);
  });

  it.each([
    ['<em>Tea</em> &amp; toast&#8217;s', 'Tea & toast’s'],
    ['1 &lt; 2 <strong>x</strong>\n y', '1 < 2 x y'],
    ['Using <stdin>', 'Using <stdin>'],
    ['&amp;lt;', '&lt;'],
    ['', ''],
  ])('with the title %j', async (title, expected) => {
    expect((await readPost({ title })).title).toBe(expected);
  });

  it('of an old export has its title decoded once', async () => {
    const [entry] = entriesIn(
      await readWxr(wxr([wxrPost({ title: '', xml: '<title>A &amp;amp; b</title>' })])),
    );
    expect(entry?.title).toBe('A &amp; b');
  });

  it.each([
    ['%e6%97%a5%e6%9c%ac', '日本'],
    // Cut at 200 bytes, inside a character and inside a code.
    ['%e6%97%a5%e6%9c', '日'],
    ['%e6%97%a5%e', '日'],
    ['roses.html', 'roses'],
    ['100%', '100'],
    ['', undefined],
  ])('with the name %j has the slug %j', async (name, slug) => {
    expect((await readPost({ 'wp:post_name': name })).slug).toBe(slug);
  });

  it('in the trash keeps the slug that it had', async () => {
    const entry = await readPost({
      'wp:post_name': 'roses__trashed',
      xml: wxrMeta('_wp_desired_post_slug', 'roses'),
    });
    expect(entry.slug).toBe('roses');
  });

  it('that was never published has no date', async () => {
    const entry = await readPost({
      'wp:status': 'draft',
      'wp:post_date': '0000-00-00 00:00:00',
      'wp:post_date_gmt': '0000-00-00 00:00:00',
      xml: '<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>',
    });
    expect(entry.published).toBeUndefined();
  });

  it('without times of its own has that of the feed', async () => {
    const entry = await readPost({
      'wp:post_date': '',
      'wp:post_date_gmt': '',
      xml: '<pubDate>Sat, 27 May 2017 11:33:38 +0200</pubDate>',
    });
    expect(entry.published).toBe('2017-05-27T09:33:38Z');
  });

  it.each([
    [wxrMeta('_yoast_wpseo_metadesc', 'About &amp; more'), 'About & more'],
    [wxrMeta('advanced_seo_description', 'About'), 'About'],
    [wxrMeta('_yoast_wpseo_metadesc', '%%title%% %%sitename%%'), undefined],
  ])('has the description of %s', async (xml, description) => {
    expect((await readPost({ xml })).description).toBe(description);
  });

  it('first published elsewhere says where', async () => {
    const there = await readPost({
      xml: wxrMeta('_yoast_wpseo_canonical', 'https://mag.example/a'),
    });
    expect(there.canonicalUrl).toBe('https://mag.example/a');
    const here = wxrMeta('_yoast_wpseo_canonical', 'https://www.garden.example/a');
    expect((await readPost({ xml: here })).canonicalUrl).toBeUndefined();
  });

  it('has the language that Polylang gives it', async () => {
    const xml = '<category domain="language" nicename="de"><![CDATA[Deutsch]]></category>';
    const entry = await readPost({ xml });
    expect([entry.language, entry.tags]).toEqual(['de', []]);
  });
});

describe('featured pictures', () => {
  const url = 'https://garden.example/wp-content/uploads/2011/05/a.jpg';
  const read = async (xml: string, caption = '') =>
    readWxr(
      wxr([
        wxrPost({ xml: wxrMeta('_thumbnail_id', '7') }),
        wxrAttachment('7', url, { xml, 'excerpt:encoded': caption }),
      ]),
    );

  it('become covers, with their alternative text or else their caption', async () => {
    const alt = wxrMeta('_wp_attachment_image_alt', 'A rose');
    expect(entriesIn(await read(alt))[0]?.cover).toEqual({ url, alt: 'A rose' });
    expect(entriesIn(await read('', 'My <b>rose</b>'))[0]?.cover).toEqual({ url, alt: 'My rose' });
    expect(entriesIn(await read(''))[0]?.cover).toEqual({ url });
  });

  it('tell of a caption that has no place', async () => {
    const alt = wxrMeta('_wp_attachment_image_alt', 'A rose');
    expect(leftOut(await read(alt, 'By Rosa'))).toEqual(['captions of covers: By Rosa']);
  });
});
