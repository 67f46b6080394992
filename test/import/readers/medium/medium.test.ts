import { expect, it } from 'vitest';
import { medium } from '../../../../src/import/readers/medium/reader.ts';
import { PRIVATE, find, readBlog, tidied } from '../../../support/read-blog.ts';

const BODY = '<p class="graf graf--p">Roses need light.</p><p class="graf graf--p">And air.</p>';

interface Parts {
  readonly title?: string;
  readonly subtitle?: string;
  readonly body?: string;
  readonly footer?: string;
}

function article({ title = 'Roses', subtitle, body = BODY, footer = FOOTER }: Parts = {}): string {
  const summary =
    subtitle === undefined
      ? ''
      : `<section data-field="subtitle" class="p-summary">\n  ${subtitle}\n</section>`;
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body><article class="h-entry">
<header><h1 class="p-name">${title}</h1></header>${summary}
<section data-field="body" class="e-content"><section class="section"><div class="section-divider"><hr class="section-divider"></div>
<div class="section-content"><div class="section-inner">${body}</div></div></section></section>
<footer>${footer}</footer></article></body></html>`;
}

const FOOTER = `<p>Tagged in <a href="https://medium.com/tag/roses" class="p-tag">Roses</a>, <a href="https://medium.com/tag/soil" class="p-tag">Soil</a></p>
<p>By <a href="https://medium.com/@ada" class="p-author h-card">Ada Example</a> on <a href="https://medium.com/p/aaaaaaaaaa01"><time class="dt-published" datetime="2019-05-04T22:30:00.123Z">May 4, 2019</time></a>.</p>
<p><a href="https://medium.com/@ada/roses-aaaaaaaaaa01" class="p-canonical">Canonical link</a></p>`;
const NAME = 'posts/2019-05-04_Roses-aaaaaaaaaa01.html';

async function readBody(body: string, parts: Parts = {}) {
  const { blog, entries } = await readBlog(medium, { [NAME]: article({ ...parts, body }) });
  const [entry] = entries;
  if (entry === undefined) throw new Error('no entry');
  return tidied(blog, entry);
}

it('reads title, subtitle, date, author, tags, address and id', async () => {
  const { entries } = await readBlog(medium, { [NAME]: article({ subtitle: 'How they grow' }) });
  expect(entries).toMatchObject([
    {
      type: 'post',
      id: 'https://medium.com/p/aaaaaaaaaa01',
      guid: 'https://medium.com/p/aaaaaaaaaa01',
      status: 'public',
      title: 'Roses',
      description: 'How they grow',
      slug: 'roses',
      published: '2019-05-04T22:30:00.123Z',
      authors: ['Ada Example'],
      tags: ['Roses', 'Soil'],
      legacyUrls: ['/@ada/roses-aaaaaaaaaa01'],
      canonicalUrl: undefined,
    },
  ]);
});

it('knows drafts by their name, or by what their footer lacks', async () => {
  const footer = '<p><a href="https://medium.com/p/aaaaaaaaaa02">View original.</a></p>';
  const { entries } = await readBlog(medium, {
    [NAME]: article(),
    'posts/draft_Lilies-aaaaaaaaaa02.html': article({ title: 'Lilies', footer }),
    'posts/tulips.html': article({ title: 'Tulips', footer: footer.replace('02', '03') }),
  });
  expect(entries.map(({ title, status, published }) => [title, status, published])).toEqual([
    ['Roses', 'public', '2019-05-04T22:30:00.123Z'],
    ['Lilies', 'draft', undefined],
    ['Tulips', 'draft', undefined],
  ]);
});

it('leaves responses out with a reason, and asks about untitled posts', async () => {
  const footer = FOOTER.replace(/<p>Tagged.*<\/p>/, '');
  const response = '<p class="graf graf--p">So true, I tried it in my garden last year</p>';
  const { entries, leftOut, notices } = await readBlog(medium, {
    [NAME]: article(),
    'posts/2019-06-01_So-true-aaaaaaaaaa04.html': article({
      title: 'So true, I tried it…',
      body: response,
      footer,
    }),
    'posts/2019-06-02_So-true-aaaaaaaaaa05.html': article({
      title: 'So true, I tried it',
      body: response + BODY,
      footer,
    }),
  });
  expect(leftOut).toEqual(['So true, I tried it…: responses to posts of other people']);
  expect(entries.map(({ title, status }) => [title, status])).toEqual([
    ['Roses', 'public'],
    ['So true, I tried it', 'unknown'],
  ]);
  expect(notices).toEqual([expect.stringContaining('may be a response')]);
});

it('does not publish a post whose date the export lacks', async () => {
  const footer = FOOTER.replace(/ on <a.*<\/time><\/a>/, '');
  const { entries, notices } = await readBlog(medium, { 'posts/roses.html': article({ footer }) });
  expect(entries).toMatchObject([{ status: 'unknown', published: undefined }]);
  expect(notices).toEqual([expect.stringContaining('does not say when "Roses" was published')]);
});

it('keeps the address of a post that was first published elsewhere', async () => {
  const footer = FOOTER.replace(
    'https://medium.com/@ada/roses-aaaaaaaaaa01',
    'https://ada.example/roses',
  );
  const { entries } = await readBlog(medium, { [NAME]: article({ footer }) });
  expect(entries).toMatchObject([{ legacyUrls: [], canonicalUrl: 'https://ada.example/roses' }]);
});

it('takes the subdomain of most posts as the old blog, but never medium.com', async () => {
  const own = FOOTER.replace('https://medium.com/@ada/', 'https://ada.medium.com/');
  const mine = await readBlog(medium, { [NAME]: article({ footer: own }) });
  expect(mine.blog.facts.url).toBe('https://ada.medium.com/');
  const shared = await readBlog(medium, { [NAME]: article() });
  expect(shared.blog.facts.url).toBeUndefined();
});

it('drops the title and subtitle that the text repeats, and raises the other headings', async () => {
  const { html, removed } = await readBody(
    '<h3 class="graf graf--h3 graf--title">Roses</h3><h4 class="graf graf--h4 graf--subtitle">How they grow</h4><h3 class="graf graf--h3">Light</h3><h4 class="graf graf--h4">Shade</h4>',
    { subtitle: 'How they grow' },
  );
  expect(html).not.toContain('Roses');
  expect(html).toContain(
    '<h2 class="graf graf--h3">Light</h2><h3 class="graf graf--h4">Shade</h3>',
  );
  expect(removed).toEqual(['Roses: the title, again', 'How they grow: the subtitle, again']);
});

it('keeps a title line that says something else', async () => {
  const { html } = await readBody('<h3 class="graf graf--title">Another title</h3>');
  expect(html).toContain('<h2 class="graf graf--title">Another title</h2>');
});

it('keeps dividers between sections, but not the one above the first', async () => {
  const divider = '<div class="section-divider"><hr class="section-divider"></div>';
  const { html } = await readBody(`<p class="graf">One</p>${divider}<p class="graf">Two</p>`);
  expect(html.match(/<hr>/g)).toHaveLength(1);
  expect(html).toContain('<p class="graf">One</p><hr><p class="graf">Two</p>');
});

it('joins blocks of code that are one, and names their language', async () => {
  const { html } = await readBody(
    '<pre class="graf graf--pre">one<br>two</pre>\n<pre class="graf graf--pre">three</pre><p>x</p><pre class="graf graf--pre" data-code-block-mode="1" data-code-block-lang="css">a {}</pre><pre class="graf graf--pre" data-code-block-mode="1">b</pre>',
  );
  expect(html).toContain('<pre class="graf graf--pre">one<br>two\nthree</pre><p>x</p>');
  expect(html).toContain('<code class="language-css">a {}</code></pre><pre');
});

it('makes a paragraph of a link card', async () => {
  const { html } = await readBody(
    '<div class="graf graf--mixtapeEmbed"><a href="https://example.org/soil" class="markup--anchor"><strong>Soil</strong><br><em>All about it</em>example.org</a><a href="https://example.org/soil" class="js-mixtapeImage mixtapeImage"></a></div>',
  );
  expect(html).toContain(
    '<p><a href="https://example.org/soil">Soil</a><br><em>All about it</em>example.org</p>',
  );
  expect(html).not.toContain('mixtapeImage');
});

it('tells the size of the original picture', async () => {
  const { html } = await readBody(
    '<figure class="graf"><div class="aspectRatioPlaceholder"><div class="aspectRatioPlaceholder-fill"></div><img class="graf-image" data-image-id="0*x.jpeg" data-width="3200" data-height="1600" data-external-src="https://ada.example/x.jpg" src="https://cdn-images-1.medium.com/max/800/0*x.jpeg"></div><figcaption class="imageCaption">A <em>rose</em></figcaption></figure>',
  );
  expect(html).toContain('data-original-width="3200" data-original-height="1600"');
  expect(html).toContain('data-original="https://ada.example/x.jpg"');
  expect(html).toContain('<figcaption class="imageCaption">A <em>rose</em></figcaption>');
  expect(html).not.toContain('aspectRatioPlaceholder-fill');
});

it('leads links to own posts to their old address, whichever host they name', async () => {
  const footer = FOOTER.replaceAll('aaaaaaaaaa01', 'aaaaaaaaaa02').replace('/roses-', '/lilies-');
  const links = [
    'https://medium.com/p/aaaaaaaaaa02',
    'https://medium.com/some-magazine/lilies-aaaaaaaaaa02?source=x#ab12',
    'https://medium.com/@grace/others-bbbbbbbbbb01',
  ];
  const body = `<p class="graf">${links.map((href) => `<a href="${href}">x</a>`).join('')}</p>`;
  const { blog, entry } = await readBlog(medium, {
    [NAME]: article({ body }),
    'posts/2019-05-05_Lilies-aaaaaaaaaa02.html': article({ title: 'Lilies', footer }),
  });
  const { html } = tidied(blog, entry('Roses'));
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    '/@ada/lilies-aaaaaaaaaa02',
    '/@ada/lilies-aaaaaaaaaa02#ab12',
    'https://medium.com/@grace/others-bbbbbbbbbb01',
  ]);
});

it('gives an id only to the first of several posts that have it', async () => {
  const { entries, notices } = await readBlog(medium, {
    'posts/a.html': article(),
    'posts/b.html': article({ title: 'Copy' }),
  });
  expect(entries.map(({ id, guid, legacyUrls }) => [id, guid, legacyUrls])).toEqual([
    [
      'https://medium.com/p/aaaaaaaaaa01',
      'https://medium.com/p/aaaaaaaaaa01',
      ['/@ada/roses-aaaaaaaaaa01'],
    ],
    ['posts/b.html', undefined, []],
  ]);
  expect(notices).toEqual([expect.stringContaining('same id as posts/a.html')]);
});

it('never reads the files about the account', async () => {
  const { items } = await readBlog(medium, {
    [NAME]: article(),
    'README.html': PRIVATE,
    'ips.html': PRIVATE,
    'sessions/sessions.html': PRIVATE,
    'profile/profile.html': PRIVATE,
  });
  expect(items).toHaveLength(1);
});

it('finds posts below a folder of any name, or in the folder of posts itself', async () => {
  const name = '2019-05-04_Roses-aaaaaaaaaa01.html';
  expect(await find(medium, { [`medium-export/posts/${name}`]: article() })).toHaveLength(1);
  expect(await find(medium, { [name]: article() })).toHaveLength(1);
  expect(await find(medium, { 'posts/x.html': '<p>Hello</p>' })).toEqual([]);
});
