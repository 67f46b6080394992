import { toHtml } from 'hast-util-to-html';
import { parseHtml } from '../../../../src/import/body/parse-html.ts';
import { describe, expect, it } from 'vitest';
import { openWxr, wxr, wxrAttachment, wxrMeta, wxrPost } from '../../../support/wxr.ts';
import { entriesIn, readItems } from '../../../support/wxr.ts';

const UPLOADS = 'https://garden.example/wp-content/uploads/2011/05';

/** Tidies HTML of a blog with the pictures `7` (`a.jpg`) and `8` (`b-scaled.jpg`). */
async function tidy(html: string): Promise<string> {
  const size = 'a:2:{s:5:"width";i:3000;s:6:"height";i:2000;s:5:"sizes";a:1:{s:5:"width";i:1;}}';
  const blog = await openWxr(
    wxr([
      wxrPost(),
      wxrAttachment('7', `${UPLOADS}/a.jpg`, {
        xml: wxrMeta('_wp_attachment_image_alt', 'Rose') + wxrMeta('_wp_attachment_metadata', size),
      }),
      wxrAttachment('8', `${UPLOADS}/b-scaled.jpg`),
    ]),
  );
  const [entry] = entriesIn(await readItems(blog));
  const body = parseHtml(html);
  if (entry === undefined || blog.tidy === undefined) throw new Error('there is nothing to tidy');
  blog.tidy(body, entry, (text, reason) => removed.push(`${text}: ${reason}`));
  return toHtml(body).replaceAll('\n', '');
}
const removed: string[] = [];

describe('pictures lead to their originals', () => {
  const known = 'data-original-width="3000" data-original-height="2000"';

  it.each([
    // The attachment, by its address.
    [`${UPLOADS}/a-300x200.jpg`, `data-orig-file="${UPLOADS}/a.jpg" ${known}`],
    [
      `http://www.garden.example/wp-content/uploads/2011/05/a.jpg`,
      `data-orig-file="${UPLOADS}/a.jpg" ${known}`,
    ],
    [
      `https://i0.wp.com/garden.example/wp-content/uploads/2011/05/a.jpg?resize=300%2C200&amp;ssl=1`,
      `data-orig-file="${UPLOADS}/a.jpg" ${known}`,
    ],
    // An upload that the export does not have.
    [`${UPLOADS}/z-300x200.jpg`, `data-orig-file="${UPLOADS}/z.jpg"`],
    [
      'https://rosa.files.wordpress.com/2011/05/z.jpg?w=300',
      'data-orig-file="https://rosa.files.wordpress.com/2011/05/z.jpg"',
    ],
    [`${UPLOADS}/b-1024x683.jpg`, `data-orig-file="${UPLOADS}/b.jpg"`],
    [`${UPLOADS}/b-scaled.jpg`, `data-orig-file="${UPLOADS}/b.jpg"`],
    ['https://other.example/z-300x200.jpg', ''],
  ])('%s', async (src, expected) => {
    expect(await tidy(`<img src="${src}" alt="">`)).toBe(
      `<img src="${src.replaceAll('&amp;', '&#x26;')}" alt=""${expected === '' ? '' : ` ${expected}`}>`,
    );
  });

  it('by the id in their class', async () => {
    expect(
      await tidy(`<img class="size-large wp-image-7" src="/old/a-300x200.jpg" alt="x">`),
    ).toContain(`data-orig-file="${UPLOADS}/a.jpg"`);
    expect(await tidy(`<img class="wp-image-7" src="/old/other.jpg" alt="x">`)).not.toContain(
      'data',
    );
  });

  it('and get the text of the attachment if they have none', async () => {
    expect(await tidy(`<img src="${UPLOADS}/a.jpg">`)).toContain('alt="Rose"');
    expect(await tidy(`<img src="${UPLOADS}/a.jpg" alt="">`)).toContain('alt=""');
  });

  it.each([
    'https://garden.example/2011/05/roses/picture-7/',
    'http://garden.example/2011/05/roses/picture-7',
    'https://garden.example/?attachment_id=7',
  ])('instead of pages of attachments: %s', async (href) => {
    expect(await tidy(`<a href="${href}"><img src="x.jpg" alt=""></a>`)).toContain(
      `<a href="${UPLOADS}/a.jpg">`,
    );
    expect(await tidy(`<a href="${href}">words</a>`)).toContain(`<a href="${href}">`);
  });
});

describe('blocks become plain HTML', () => {
  it.each([
    [
      'an embed',
      '<figure class="wp-block-embed is-provider-youtube"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/abc\n</div><figcaption>A film</figcaption></figure>',
      '<iframe src="https://youtu.be/abc"></iframe><p>A film</p>',
    ],
    [
      'an embed of another site',
      '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">https://x.example/a</div></figure>',
      '<p><a href="https://x.example/a">https://x.example/a</a></p>',
    ],
    [
      'an address alone',
      '<p>https://youtu.be/abc</p>',
      '<iframe src="https://youtu.be/abc"></iframe>',
    ],
    ['an address of an unknown site', '<p>https://x.example/</p>', '<p>https://x.example/</p>'],
    [
      'a gallery',
      '<figure class="wp-block-gallery"><figure class="wp-block-image"><img src="a" alt=""><figcaption>A</figcaption></figure><figure class="wp-block-image"><a href="b"><img src="b" alt=""></a></figure><figcaption class="blocks-gallery-caption">All</figcaption></figure>',
      '<figure><img src="a" alt=""><figcaption>A</figcaption></figure><p><a href="b"><img src="b" alt=""></a></p><p>All</p>',
    ],
    [
      'an older gallery',
      '<ul class="wp-block-gallery"><li class="blocks-gallery-item"><figure><img src="a" alt=""><figcaption>A</figcaption></figure></li><li><figure><img src="b" alt=""></figure></li></ul>',
      '<figure><img src="a" alt=""><figcaption>A</figcaption></figure><p><img src="b" alt=""></p>',
    ],
    [
      'a tiled gallery',
      '<div class="wp-block-jetpack-tiled-gallery"><div><div><figure><img src="a" alt=""></figure></div></div></div>',
      '<p><img src="a" alt=""></p>',
    ],
    [
      'a caption as WordPress shows it',
      '<div class="wp-caption"><img src="a" alt=""><p class="wp-caption-text">A</p></div>',
      '<figure><img src="a" alt=""><figcaption class="wp-caption-text">A</figcaption></figure>',
    ],
    [
      'code with its language',
      '<pre data-language="php" class="wp-block-code"><code>a</code></pre>',
      '<pre data-language="php" class="wp-block-code"><code class="language-php">a</code></pre>',
    ],
    ['code of another plugin', '<pre lang="php">a</pre>', '<pre class="language-php">a</pre>'],
    [
      'a poem',
      '<pre class="wp-block-verse">one <em>two\nthree</em></pre>',
      '<p>one <em>two<br>three</em></p>',
    ],
    [
      'a cover',
      '<div class="wp-block-cover" style="background-image:url(https://x.example/a.jpg)"><p>a</p></div>',
      '<p><img src="https://x.example/a.jpg" alt=""></p><p>a</p>',
    ],
  ])('%s', async (_, html, expected) => {
    expect(await tidy(html)).toBe(expected);
  });

  it('a file has one link', async () => {
    removed.length = 0;
    expect(
      await tidy(
        '<div class="wp-block-file"><a href="a.pdf">A</a><a href="a.pdf" class="wp-block-file__button" download>Download</a></div>',
      ),
    ).toBe('<div class="wp-block-file"><a href="a.pdf">A</a></div>');
    expect(removed).toEqual(['Download: a second link to the same file']);
  });

  it('in linear time', async () => {
    const start = performance.now();
    await tidy(
      `<figure class="wp-block-gallery">${'<figure><img src="a" alt=""></figure>'.repeat(800)}</figure>`,
    );
    await tidy('<p>https://youtu.be/abc</p>'.repeat(1000));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
