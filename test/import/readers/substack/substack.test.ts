import { expect, it } from 'vitest';
import { substack } from '../../../../src/import/readers/substack/reader.ts';
import { PRIVATE, find, readBlog, tidied } from '../../../support/read-blog.ts';

const HEADER =
  'post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url';

function table(...rows: readonly string[]): string {
  return [HEADER, ...rows, ''].join('\n');
}

const ROSES =
  '101.roses,2021-02-03T04:05:06.789Z,true,2021-02-03T04:05:07.000Z,,newsletter,everyone,"Roses, red","How they grow",';

async function readBody(html: string) {
  const { blog, entries } = await readBlog(substack, {
    'posts.csv': table(ROSES),
    'posts/101.roses.html': html,
  });
  const [entry] = entries;
  if (entry === undefined) throw new Error('no entry');
  return tidied(blog, entry);
}

function attrs(value: object): string {
  return `data-attrs='${JSON.stringify(value)}'`;
}

it('reads the table and the texts', async () => {
  const { entries } = await readBlog(substack, {
    'posts.csv': table(ROSES),
    'posts/101.roses.html': '<p>Roses need light.</p>',
  });
  expect(entries).toEqual([
    {
      type: 'post',
      id: '101.roses',
      place: { file: 'posts/101.roses.html' },
      status: 'public',
      guid: undefined,
      title: 'Roses, red',
      slug: 'roses',
      published: '2021-02-03T04:05:06.789Z',
      authors: [],
      tags: [],
      description: 'How they grow',
      legacyUrls: ['/p/roses'],
      body: { format: 'html', text: '<p>Roses need light.</p>', base: undefined },
    },
  ]);
});

it('decodes titles that the table holds as HTML', async () => {
  const { entries } = await readBlog(substack, {
    'posts.csv': table('1.a,2021-02-03T00:00:00Z,true,,,newsletter,everyone,Don&#x2019;t,,'),
    'posts/1.a.html': 'x',
  });
  expect(entries[0]?.title).toBe('Don’t');
});

it('publishes only what everyone could read', async () => {
  const audiences = ['everyone', 'only_paid', 'only_free', 'founding', 'something_new'];
  const rows = audiences.map(
    (audience, n) => `${n}.${n},2021-02-03T00:00:00Z,true,,,newsletter,${audience},${audience},,`,
  );
  const { entries } = await readBlog(substack, {
    'posts.csv': table(
      ...rows,
      '8.draft,2021-02-03T00:00:00Z,false,,,newsletter,everyone,draft,,',
      '9.mail,2021-02-03T00:00:00Z,true,,,adhoc_email,everyone,mail,,',
    ),
    ...Object.fromEntries([0, 1, 2, 3, 4].map((n) => [`posts/${n}.${n}.html`, 'x'])),
    'posts/8.draft.html': 'x',
    'posts/9.mail.html': 'x',
  });
  expect(entries.map(({ title, status }) => `${title} ${status}`)).toEqual([
    'everyone public',
    'only_paid members',
    'only_free members',
    'founding members',
    'something_new unknown',
    'draft draft',
    'mail private',
  ]);
});

it('tells types apart, and names unknown ones', async () => {
  const { entries, notices } = await readBlog(substack, {
    'posts.csv': table(
      '1.about,2021-02-03T00:00:00Z,true,,,page,everyone,About,,',
      '2.talk,2021-02-03T00:00:00Z,true,,,thread,everyone,Talk,,',
      '3.new,2021-02-03T00:00:00Z,true,,,hologram,everyone,New,,',
    ),
    'posts/1.about.html': 'x',
    'posts/2.talk.html': 'x',
    'posts/3.new.html': 'x',
  });
  expect(entries.map(({ type, title }) => `${type} ${title}`)).toEqual([
    'page About',
    'post Talk',
    'post New',
  ]);
  expect(notices).toEqual([expect.stringContaining('unknown type "hologram"')]);
});

it('reports posts without a text, and shows episodes without one as their audio', async () => {
  const { entries, leftOut, notices } = await readBlog(substack, {
    'posts.csv': table(
      '1.lost,2021-02-03T00:00:00Z,true,,,newsletter,everyone,Lost,,',
      '2.talk,2021-02-03T00:00:00Z,true,,,podcast,everyone,Talk,,https://ada.example/talk.mp3?a=1&b=2',
    ),
    'posts/3.stray.html': '<p>Stray</p>',
  });
  expect(leftOut).toEqual([
    'Lost: posts whose text is not in the export',
    '3.stray: texts that `posts.csv` does not list',
  ]);
  expect(entries.map(({ body }) => body.text)).toEqual([
    '<audio src="https://ada.example/talk.mp3?a=1&amp;b=2" controls></audio>\n',
  ]);
  expect(notices).toEqual([expect.stringContaining('no text for the episode "Talk"')]);
});

it('learns the address of the blog from its links', async () => {
  const { blog, entries } = await readBlog(substack, {
    'posts.csv': table(ROSES),
    'posts/101.roses.html':
      '<a href="https://other.example/p/lilies">x</a><a href="https://ada.substack.com/subscribe?">y</a><a href="https://ada.substack.com/p/roses#x">z</a>',
  });
  expect(blog.facts.url).toBe('https://ada.substack.com/');
  expect(entries[0]?.guid).toBe('https://ada.substack.com/p/roses');
});

it('shows the original picture with its caption, and keeps the smaller ones as a fallback', async () => {
  const { html } = await readBody(
    `<div class="captioned-image-container"><figure><a class="image-link image2" href="https://substackcdn.com/big.png"><div class="image2-inset"><picture><source srcset="x.webp 424w"><img src="https://substackcdn.com/small.png" srcset="https://substackcdn.com/w848.png 848w" alt="old" ${attrs({ src: 'https://substack-post-media.s3.amazonaws.com/public/a.png', alt: 'A rose', title: 'Red', href: 'https://ada.example/', width: 1456 })}></picture><div class="image-link-expand"><svg></svg></div></div></a><figcaption class="image-caption">A <em>rose</em></figcaption></figure></div>`,
  );
  expect(html).toBe(
    '<figure><a href="https://ada.example/"><img src="https://substack-post-media.s3.amazonaws.com/public/a.png" alt="A rose" title="Red" srcset="https://substackcdn.com/w848.png 848w" data-src="https://substackcdn.com/small.png"></a><figcaption class="image-caption">A <em>rose</em></figcaption></figure>',
  );
});

it('reads pictures whose data is damaged as they are written', async () => {
  const { html } = await readBody('<img src="a.png" data-attrs="{broken">');
  expect(html).toBe('<img src="a.png" alt="">');
});

it('removes the buttons and forms of Substack with a reason, and keeps other buttons as links', async () => {
  const { html, removed } = await readBody(
    `<p class="button-wrapper" ${attrs({ url: 'https://ada.substack.com/subscribe?', text: 'Join' })}><a class="button primary" href="https://ada.substack.com/subscribe?"><span>Join</span></a></p>
<p class="button-wrapper" ${attrs({ url: 'https://ada.substack.com/p/roses/comments', text: 'Comment' })}><a class="button" href="x"><span>Comment</span></a></p>
<div class="subscription-widget-wrap"><div class="subscription-widget"><p>Thanks for reading!</p><form><input type="email"></form></div></div>
<div class="paywall-jump" data-component-name="PaywallToDOM"></div>
<p class="button-wrapper" ${attrs({ url: 'https://ada.example/book', text: 'Buy the book' })}><a class="button" href="https://ada.example/book"><span>Buy the book</span></a></p>`,
  );
  expect(html.trim()).toBe('<p><a href="https://ada.example/book">Buy the book</a></p>');
  expect(removed).toEqual([
    'Join: a button of Substack',
    'Comment: a button of Substack',
    'Thanks for reading!: a form to subscribe to the Substack',
    ': the mark where the part for subscribers who pay begins',
  ]);
});

it('makes footnotes of footnotes', async () => {
  const { html } = await readBody(
    '<p>Roses<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a></p><div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>Red ones.</p></div></div><div class="footnote"><a id="footnote-2" href="#footnote-anchor-2" class="footnote-number">2</a><div class="footnote-content"><p>White.</p></div></div>',
  );
  expect(html).toBe(
    '<p>Roses<sup><a id="footnote-anchor-1" href="#footnote-1">1</a></sup></p><ol><li id="footnote-1"><p>Red ones. <a href="#footnote-anchor-1">↩</a></p></li><li id="footnote-2"><p>White. <a href="#footnote-anchor-2">↩</a></p></li></ol>',
  );
});

it('makes quotations of tweets', async () => {
  const { html } = await readBody(
    `<div class="tweet" ${attrs({ url: 'https://twitter.com/ada/status/1', full_text: 'Roses\nare red', username: 'ada', name: 'Ada' })}><div>old markup</div></div>`,
  );
  expect(html).toBe(
    '<blockquote><p>Roses<br>are red</p><p>— <a href="https://twitter.com/ada/status/1">Ada (@ada)</a></p></blockquote>',
  );
});

it('keeps frames of videos, and makes those that are missing', async () => {
  const { html } = await readBody(
    `<div class="youtube-wrap" ${attrs({ videoId: 'abc' })}></div><div class="youtube-wrap" ${attrs({ videoId: 'abc' })}><div><iframe src="https://www.youtube-nocookie.com/embed/abc"></iframe></div></div>`,
  );
  expect([...html.matchAll(/<iframe src="([^"]*)"/g)].map(([, src]) => src)).toEqual([
    'https://www.youtube.com/embed/abc',
    'https://www.youtube-nocookie.com/embed/abc',
  ]);
});

it('shows all pictures of a gallery', async () => {
  const images = [
    { type: 'image/png', src: 'https://a.example/1.png' },
    { src: 'https://a.example/2.png' },
  ];
  const { html } = await readBody(
    `<div class="image-gallery-embed" ${attrs({ gallery: { images, caption: 'Two', alt: 'Roses' } })}></div>`,
  );
  expect(html).toBe(
    '<figure><img src="https://a.example/1.png" alt="Roses"><img src="https://a.example/2.png" alt="Roses"><figcaption>Two</figcaption></figure>',
  );
});

it('keeps cards of posts, mentions, formulas and pull quotes', async () => {
  const { html } = await readBody(
    `<div class="digest-post-embed" ${attrs({ title: 'Soil', canonical_url: 'https://ada.substack.com/p/soil', caption: 'All of it' })}></div><p><span class="mention-wrap" ${attrs({ name: 'Grace' })}></span></p><div class="latex-rendered" ${attrs({ persistentExpression: 'x^2' })}></div><div class="pullquote"><p>So</p></div>`,
  );
  expect(html).toBe(
    '<p><a href="https://ada.substack.com/p/soil">Soil</a><br>All of it</p><p>@Grace</p><pre><code class="language-latex">x^2</code></pre><blockquote><p>So</p></blockquote>',
  );
});

it('reports what only Substack stores', async () => {
  const { html, removed } = await readBody(
    `<div class="native-video-embed" ${attrs({ mediaUploadId: 'x' })}></div><div class="poll-embed" ${attrs({ id: 1 })}></div>`,
  );
  expect(html).toBe('');
  expect(removed).toEqual([
    ': a video that Substack stores and does not export',
    ': a poll of Substack',
  ]);
});

it('never reads the lists of subscribers', async () => {
  const { items } = await readBlog(substack, {
    'posts.csv': table(ROSES),
    'posts/101.roses.html': 'x',
    'posts/101.delivers.csv': PRIVATE,
    'posts/101.opens.csv': PRIVATE,
    'email_list.ada.csv': PRIVATE,
  });
  expect(items).toHaveLength(1);
});

it('is sure only of its own table', async () => {
  expect(await find(substack, { 'posts.csv': 'id,title\n1,x' })).toEqual([]);
  expect(await find(substack, { 'my-export/posts.csv': table(ROSES) })).toMatchObject([
    { name: 'my-export' },
  ]);
});

it('refuses a table that was cut', async () => {
  const [found] = await find(substack, { 'posts.csv': table(ROSES).slice(0, -10) });
  await expect(found?.open()).rejects.toMatchObject({
    name: 'SourceError',
    message: expect.stringMatching(
      /^posts\.csv is no valid table: .* Download the export again\.$/,
    ),
  });
});
