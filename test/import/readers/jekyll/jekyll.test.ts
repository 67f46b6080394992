import { describe, expect, it } from 'vitest';
import { jekyll } from '../../../../src/import/readers/jekyll/reader.ts';
import { readBlog } from '../../../support/read-blog.ts';

function post(body: string, front = 'title: Roses'): string {
  return `---\n${front}\n---\n${body}`;
}

const NAME = '_posts/2020-01-31-roses.md';

async function read(files: Readonly<Record<string, string>>, config = 'title: Garden') {
  return readBlog(jekyll, { '_config.yml': config, ...files });
}

async function readOne(front: string, config?: string, name = NAME) {
  const { entries } = await read({ [name]: post('Text', front) }, config);
  const [entry] = entries;
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

async function translated(
  body: string,
  files: Readonly<Record<string, string>> = {},
  config?: string,
) {
  const { entry, notices } = await read({ [NAME]: post(body), ...files }, config);
  return { text: entry('Roses').body.text, notices };
}

it('reads the settings', async () => {
  const { blog } = await read(
    {},
    'title: Garden\ndescription: >\n  All about\n  roses\nurl: https://ada.example\nbaseurl: /blog\ntimezone: Europe/Berlin\nlang: en_GB',
  );
  expect(blog.facts).toEqual({
    title: 'Garden',
    description: 'All about roses',
    language: 'en-GB',
    timeZone: 'Europe/Berlin',
    url: 'https://ada.example/',
    hosts: [],
  });
});

it('says so if the settings cannot be read', async () => {
  const { notices } = await read({ [NAME]: post('Text') }, 'title: [');
  expect(notices).toEqual([expect.stringContaining('The settings cannot be read')]);
});

describe('files', () => {
  it('reads posts below any folder of posts, whose folders above are categories', async () => {
    const { entries } = await read({
      'garden/_posts/sub/2020-1-5-roses.markdown': post('Text', 'title: A\ncategory: Red'),
      '_posts/2020-01-06-lilies.html': post('<p>Text</p>', 'title: B'),
    });
    expect(
      entries.map(({ title, tags, published, legacyUrls, body }) => [
        title,
        tags,
        published,
        legacyUrls,
        body.format,
      ]),
    ).toEqual([
      ['B', [], '2020-01-06', ['/2020/01/06/lilies.html'], 'html'],
      ['A', ['garden', 'Red'], '2020-01-05', ['/garden/red/2020/01/05/roses.html'], 'markdown'],
    ]);
  });

  it('reads a folder of posts alone', async () => {
    const { entries } = await readBlog(jekyll, { '2020-01-31-roses.md': post('Text') });
    expect(entries).toMatchObject([{ type: 'post', title: 'Roses' }]);
  });

  it('reads drafts, and posts that are not published', async () => {
    const { entries } = await read({
      '_drafts/lilies.md': post('Text', 'title: Lilies'),
      '_posts/2020-01-31-roses.md': post('Text', 'title: Roses\npublished: no'),
      '_posts/2020-02-01-secret.md': post('Text', 'title: Secret\nhidden: true'),
    });
    expect(entries.map(({ title, status, published }) => [title, status, published])).toEqual([
      ['Lilies', 'draft', undefined],
      ['Roses', 'draft', '2020-01-31'],
      ['Secret', 'private', '2020-02-01'],
    ]);
  });

  it('reports what Jekyll does not publish', async () => {
    const { entries, leftOut } = await read({
      '_posts/roses.md': post('Text'),
      '_posts/2020-01-31-plain.md': 'Text',
      '_posts/2020-01-31-old.textile': post('h1. Text'),
      '_notes/a.md': post('Text'),
      '_layouts/default.html': post('{{ content }}'),
      'vendor/x/_posts/2020-01-31-roses.md': post('Text'),
      'README.md': 'Text',
    });
    expect(entries).toEqual([]);
    expect(leftOut).toEqual([
      '_posts/2020-01-31-old.textile: texts in textile, which is not Markdown',
      '_posts/2020-01-31-plain.md: posts without front matter, which Jekyll does not publish',
      '_posts/roses.md: files in `_posts` without a date in their name, which Jekyll does not publish',
    ]);
  });

  it('reads pages, but not those that templates fill', async () => {
    const { entries, leftOut } = await read({
      'about.md': post('Text', 'title: About\npermalink: /about/'),
      'team/index.md': post('Text', 'title: Team'),
      'contact.html': post('<p>Text</p>', 'title: Contact'),
      'index.html': post(
        '{% for post in site.posts %}{{ post.title }}{% endfor %}',
        'layout: home',
      ),
      'archive.md': post('', 'layout: archive'),
      '404.html': post('Nothing here', 'layout: page'),
    });
    expect(entries.map(({ type, title, legacyUrls }) => [type, title, legacyUrls])).toEqual([
      ['page', 'About', ['/about/']],
      ['page', 'Contact', ['/contact.html']],
      ['page', 'Team', ['/team/']],
    ]);
    expect(leftOut).toEqual([
      '404.html: pages for wrong addresses',
      'archive.md: pages that templates fill, such as lists of posts',
      'index.html: pages that templates fill, such as lists of posts',
    ]);
  });

  it('reads collections that had pages', async () => {
    const config = 'collections:\n  recipes: { output: true }\n  notes: {}\npermalink: pretty';
    const { entries, leftOut } = await read(
      { '_recipes/tea.md': post('Text', 'title: Tea'), '_notes/a.md': post('Text') },
      config,
    );
    expect(entries).toMatchObject([{ type: 'page', title: 'Tea', legacyUrls: ['/recipes/tea/'] }]);
    expect(leftOut).toEqual(['_notes/a.md: texts of the collection "notes", which had no pages']);
  });

  it('finds the site in a folder of any name, and in `source`', async () => {
    const { entries } = await readBlog(jekyll, {
      'garden-main/_config.yml': 'source: src',
      'garden-main/src/_posts/2020-01-31-roses.md': post('Text'),
      'garden-main/src/images/a.png': 'png',
    });
    expect(entries).toMatchObject([
      {
        id: '_posts/2020-01-31-roses.md',
        place: { file: 'garden-main/src/_posts/2020-01-31-roses.md' },
        body: { base: 'garden-main/src/_posts' },
      },
    ]);
  });
});

describe('front matter', () => {
  it('maps its fields', async () => {
    const front = `title: "Roses: <em>red</em>"
date: 2020-02-03 10:00:00 +0100
last_modified_at: 2020-03-01
author: Ada
excerpt: "How <b>they</b> grow"
image: { path: /images/rose.jpg, alt: A rose }
canonical_url: https://mag.example/roses
lang: de
pin: true
redirect_from: [old/roses, /older/roses/]`;
    expect(await readOne(front, 'timezone: Europe/Berlin')).toMatchObject({
      title: 'Roses: red',
      published: '2020-02-03T10:00:00+01:00',
      updated: '2020-03-01',
      authors: ['Ada'],
      description: 'How they grow',
      cover: { url: '/images/rose.jpg', alt: 'A rose' },
      canonicalUrl: 'https://mag.example/roses',
      language: 'de',
      pinned: true,
      legacyUrls: ['/2020/02/03/roses.html', '/old/roses', '/older/roses/'],
    });
  });

  it('takes the title from the name of the file if there is none', async () => {
    expect((await readOne('layout: post', undefined, '_posts/2020-01-31-red-roses.md')).title).toBe(
      'Red Roses',
    );
  });

  it.each([
    ['tags: [a b, c]', ['a b', 'c']],
    ['tags: a b c', ['a', 'b', 'c']],
    ['tags: a b, c', ['a b', 'c']],
    ['tag: a b', ['a b']],
    ['categories: [A, B]\ntags: [b, c]', ['A', 'B', 'c']],
    ['category: Red Roses', ['Red Roses']],
  ])('reads the tags of %j', async (front, tags) => {
    expect((await readOne(`title: Roses\n${front}`)).tags).toEqual(tags);
  });

  it('reads times without an offset as Jekyll does: in UTC with seconds, else in its zone', async () => {
    const config = 'timezone: Asia/Tokyo';
    const utc = await readOne('title: A\ndate: 2020-01-31 20:00:00', config);
    expect(utc).toMatchObject({
      published: '2020-02-01T05:00:00+09:00',
      legacyUrls: ['/2020/02/01/roses.html'],
    });
    const local = await readOne('title: A\ndate: 2020-01-31 20:00', config);
    expect(local).toMatchObject({
      published: '2020-01-31T20:00:00+09:00',
      legacyUrls: ['/2020/01/31/roses.html'],
    });
  });

  it('keeps both possible days if the zone of the old site is unknown', async () => {
    const { published, legacyUrls } = await readOne('title: A\ndate: 2020-02-01 00:30:00 +0200');
    expect(published).toBe('2020-02-01T00:30:00+02:00');
    expect(legacyUrls).toEqual(['/2020/02/01/roses.html', '/2020/01/31/roses.html']);
  });

  it('applies the defaults of the settings', async () => {
    const config = `defaults:
  - scope: { path: "", type: posts }
    values: { author: Ada, permalink: "/p/:title/" }
  - scope: { path: _posts/guests }
    values: { author: Grace }`;
    const { entries } = await read(
      {
        [NAME]: post('Text', 'title: A'),
        '_posts/guests/2020-01-31-lilies.md': post('Text', 'title: B'),
        'about.md': post('Text', 'title: C'),
      },
      config,
    );
    expect(entries.map(({ title, authors, legacyUrls }) => [title, authors, legacyUrls])).toEqual([
      ['A', ['Ada'], ['/p/roses/']],
      ['B', ['Grace'], ['/p/lilies/']],
      ['C', [], ['/about.html']],
    ]);
  });

  it('names authors by the data file, without their mail addresses', async () => {
    const { items } = await read({
      [NAME]: post('Text', 'title: Roses\nauthor: ada'),
      '_data/authors.yml':
        'ada:\n  name: Ada Example\n  email: ada@ada.example\n  web: https://ada.example\n  bio: Gardener\ngrace: { name: Grace }',
    });
    expect(items[0]).toEqual({
      type: 'author',
      name: 'Ada Example',
      bio: 'Gardener',
      url: 'https://ada.example',
      avatar: undefined,
      legacyUrls: [],
    });
    expect(items[1]).toMatchObject({ type: 'post', authors: ['Ada Example'] });
    expect(items).toHaveLength(2);
  });

  it('reads invalid YAML field by field, with a notice', async () => {
    const { entries, items } = await read({
      [NAME]: post('Text', 'layout: post\ntitle: Roses: red'),
    });
    expect(entries).toMatchObject([{ title: 'Roses: red' }]);
    expect(items[0]).toMatchObject({ type: 'notice', place: { file: NAME, line: 3 } });
  });

  it('makes redirects of texts that only redirect', async () => {
    const { items } = await read({
      'old.md': post('', 'redirect_to: https://ada.example/new'),
    });
    expect(items).toEqual([{ type: 'redirect', from: '/old.html', to: 'https://ada.example/new' }]);
  });
});

describe('addresses', () => {
  it.each([
    ['', '/garden/2020/01/31/Red-Roses.html'],
    ['permalink: date', '/garden/2020/01/31/Red-Roses.html'],
    ['permalink: pretty', '/garden/2020/01/31/Red-Roses/'],
    ['permalink: ordinal', '/garden/2020/031/Red-Roses.html'],
    ['permalink: weekdate', '/garden/2020/W05/Fri/Red-Roses.html'],
    ['permalink: none', '/garden/Red-Roses.html'],
    ['permalink: /:year/:i_month/:i_day/:title', '/2020/1/31/Red-Roses'],
    ['permalink: /:short_year/:short_month/:slug/', '/20/Jan/red-roses/'],
    ['permalink: /:categories/:title:output_ext', '/garden/Red-Roses.html'],
    ['permalink: pretty\nbaseurl: /blog', '/blog/garden/2020/01/31/Red-Roses/'],
    ['collections: { posts: { permalink: "/p/:title/" } }', '/p/Red-Roses/'],
  ])('follows the settings %j', async (config, address) => {
    const entry = await readOne(
      'title: Roses\ncategories: Garden',
      config,
      '_posts/2020-01-31-Red-Roses.md',
    );
    expect(entry.legacyUrls[0]).toBe(address);
  });

  it('follows the front matter', async () => {
    expect((await readOne('permalink: /roses/', 'baseurl: /blog')).legacyUrls).toEqual([
      '/blog/roses/',
    ]);
    expect((await readOne('permalink: /:year/:title.html')).legacyUrls).toEqual([
      '/2020/roses.html',
    ]);
    expect((await readOne('slug: lilies')).legacyUrls).toEqual(['/2020/01/31/lilies.html']);
    expect((await readOne('basename: lilies')).slug).toBe('lilies');
  });

  it('takes the id that jekyll-feed gives', async () => {
    const config = 'url: https://ada.example\nbaseurl: /blog\nplugins: [jekyll-feed]';
    expect((await readOne('title: A', config)).guid).toBe(
      'https://ada.example/blog/2020/01/31/roses',
    );
    expect((await readOne('title: A', 'url: https://ada.example')).guid).toBeUndefined();
  });
});

describe('Liquid', () => {
  it('turns blocks of code into fences, with their language', async () => {
    const { text, notices } = await translated(
      'A\n\n{% highlight ruby linenos %}\nputs `x`\n{% raw %}{{ y }}{% endraw %}\n{% endhighlight %}\n\nB {% highlight js %}a(){% endhighlight %} C',
    );
    expect(text).toBe('A\n\n```ruby\nputs `x`\n{{ y }}\n```\n\nB `a()` C');
    expect(notices).toEqual([]);
  });

  it('makes code elements in HTML', async () => {
    const { entries } = await read({
      '_posts/2020-01-31-roses.html': post(
        '<div>{% highlight js %}\na < b\n{% endhighlight %}</div>',
      ),
    });
    expect(entries[0]?.body.text).toBe(
      '<div><pre><code class="language-js">a &lt; b\n</code></pre></div>',
    );
  });

  it('never changes code, but takes away the marks of raw text', async () => {
    const { text, notices } = await translated(
      '`{% raw %}{% foo %}{% endraw %}` `{{ site.title }}`\n\n```\n{% post_url x %}\n{% raw %}{{ a }}{% endraw %}\n```\n{% raw %}{{ b }}{% endraw %}',
    );
    expect(text).toBe(
      '`{% foo %}` `{{ site.title }}`\n\n```\n{% post_url x %}\n{{ a }}\n```\n{{ b }}',
    );
    expect(notices).toEqual([]);
  });

  it('leads links to posts and files to their old addresses', async () => {
    const { text, notices } = await translated(
      '[a]({% post_url 2020-02-01-lilies %}) [b]({{ site.baseurl }}{% post_url 2020-02-01-lilies %}) [c]({% link about.md %}) [d]({% link images/a.png %}) [e]({{ "/x/" | relative_url }}) [f]({{ site.url }}{{ site.baseurl }}/y/) [g]({{ "/z.png" | prepend: site.baseurl }}) [h](2020-02-01-lilies.md#top)',
      {
        '_posts/2020-02-01-lilies.md': post('Text', 'title: Lilies'),
        'about.md': post('Text', 'title: About'),
      },
      'baseurl: /blog\nurl: https://ada.example',
    );
    expect(text).toBe(
      '[a](/blog/2020/02/01/lilies.html) [b](/blog/2020/02/01/lilies.html) [c](/blog/about.html) [d](/blog/images/a.png) [e](/blog/x/) [f](https://ada.example/blog/y/) [g](/blog/z.png) [h](/blog/2020/02/01/lilies.html#top)',
    );
    expect(notices).toEqual([]);
  });

  it('inserts what it knows of the page and the site', async () => {
    const { text, notices } = await translated(
      '{{ page.title | upcase }} {{ page.date | date: "%B %Y" }} {{ site.title }} {{ page.none }}{{ site.none | default: "x" }}{%- comment -%} hidden {%- endcomment -%}!',
    );
    expect(text).toBe('ROSES January 2020 Garden x!');
    expect(notices).toEqual([]);
  });

  it('follows conditions and variables', async () => {
    const { text } = await translated(
      '{% assign colour = "red" %}{% if colour == "red" %}A{% elsif page.title %}B{% else %}C{% endif %}{% unless page.title contains "Lil" %}D{% endunless %}{% capture x %}E{{ colour }}{% endcapture %}{{ x }}',
    );
    expect(text).toBe('ADEred');
  });

  it('expands the own includes', async () => {
    const { text, notices } = await translated(
      '{% include figure.html src="/a.png" caption="A rose" %}\n\n{% include figure.html src="/b.png" %}',
      {
        '_includes/figure.html':
          '<figure>\n    <img src="{{ include.src | relative_url }}">\n\n    {% if include.caption %}\n    <figcaption>{{ include.caption }}</figcaption>\n    {% endif %}\n</figure>\n',
      },
      'baseurl: /blog',
    );
    expect(text).toBe(
      '<figure>\n<img src="/blog/a.png">\n<figcaption>A rose</figcaption>\n</figure>\n\n<figure>\n<img src="/blog/b.png">\n</figure>',
    );
    expect(notices).toEqual([]);
  });

  it('renders Markdown in the HTML of includes', async () => {
    const { text } = await translated('{% include note.html text="Two *red* roses" %}', {
      '_includes/note.html': '<aside>{{ include.text | markdownify }}</aside>',
    });
    expect(text).toBe('<aside>Two <em>red</em> roses</aside>');
  });

  it('puts blank lines around players, so that Markdown is read on both sides', async () => {
    const { text } = await translated(
      'A *red* rose:\n{% youtube abc %}\n*White* ones.\n\n{% youtube def %}\n\n- {% youtube ghi %}\n- [b](/b/)\n\nA {% youtube jkl %} in a line',
    );
    expect(text).toBe(
      'A *red* rose:\n\nhttps://www.youtube.com/watch?v=abc\n\n*White* ones.\n\nhttps://www.youtube.com/watch?v=def\n\n- <iframe src="https://www.youtube.com/embed/ghi"></iframe>\n- [b](/b/)\n\nA <iframe src="https://www.youtube.com/embed/jkl"></iframe> in a line',
    );
  });

  it('stops at includes that include themselves', async () => {
    const { text } = await translated('{% include a.html %}', {
      '_includes/a.html': '{% include a.html %}',
    });
    expect(text).toBe('{% include a.html %}');
  });

  it('knows common includes of themes by their names', async () => {
    const { text } = await translated(
      '{% include youtubePlayer.html id="abc" %}\n{% include video id="12" provider="vimeo" %}\n{% include image.html url="/a.png" description="A *rose*" %}\n{% gist ada/0123456789 %}',
    );
    expect(text.split('\n\n')).toEqual([
      'https://www.youtube.com/watch?v=abc',
      'https://vimeo.com/12',
      '<figure><img src="/a.png" alt=""><figcaption>A <em>rose</em></figcaption></figure>',
      '<https://gist.github.com/ada/0123456789>',
    ]);
  });

  it('leaves unknown tags visible, each with one notice and its line', async () => {
    const { items, entry } = await read({
      [NAME]: post(
        'A\n\n{% rose red %} {% rose red %}\n{% bed a_b %}Inside *text*{% endbed %}\n{{ site.posts }}',
      ),
    });
    expect(entry('Roses').body.text).toBe(
      'A\n\n{% rose red %} {% rose red %}\n`{% bed a_b %}`Inside *text*{% endbed %}\n{{ site.posts }}',
    );
    const notices = items.flatMap((item) => (item.type === 'notice' ? [item] : []));
    expect(notices.map(({ place, message }) => [place.line, /`(.*?)`/.exec(message)?.[1]])).toEqual(
      [
        [6, '{% rose red %}'],
        [7, '{% bed a_b %}'],
        [7, '{% endbed %}'],
        [8, '{{ site.posts }}'],
      ],
    );
  });

  it('takes the tags of Octopress', async () => {
    const { text } = await translated(
      '{% img left /a.jpg 300 200 "A title" "What it shows" %}\n{% codeblock Roses lang:rb https://a.example/r.rb source %}\nputs 1\n{% endcodeblock %}\n{% blockquote Ada Example, A Book https://a.example/ page %}\nWords\n{% endblockquote %}\n{% pullquote %}So{% endpullquote %}',
    );
    expect(text).toContain(
      '<img src="/a.jpg" alt="What it shows" title="A title" width="300" height="200">',
    );
    expect(text).toContain('[Roses (source)](https://a.example/r.rb)\n\n```rb\nputs 1\n```');
    expect(text).toContain('> Words\n>\n> — Ada Example, A Book, [page](https://a.example/)');
    expect(text).toContain('\n> So\n');
  });
});

describe('kramdown', () => {
  it('drops attributes, and keeps ids that links lead to', async () => {
    const { text } = await translated(
      '## One {#one}\n\n## Two {#two .x}\n\nSee [above](#one){:target="_blank" rel=\'noopener\'} and ![a](b.png){: .wide width="50%"}.\n{: .note}\n\n`code`{:.ruby} and {:ok, value} stay.\n\n# Head\n{:.no_toc}\n',
    );
    expect(text).toBe(
      '## <a id="one"></a>One\n\n## Two\n\nSee [above](#one) and ![a](b.png).\n\n`code` and {:ok, value} stay.\n\n# Head\n',
    );
  });

  it('drops tables of contents, options and comments', async () => {
    const { text } = await translated(
      '* TOC\n{:toc}\n\n{::options parse_block_html="true" /}\nA{::comment}hidden{:/comment}B\n{::nomarkdown}<b>c</b>{:/nomarkdown}\n',
    );
    expect(text).toBe('AB\n<b>c</b>\n');
  });

  it('gives Markdown in HTML the blank lines that others need', async () => {
    const { text } = await translated('<div class="note" markdown="1">\nA *b*\n</div>\n');
    expect(text).toBe('<div class="note">\n\nA *b*\n\n</div>\n');
  });
});

it('marks the end of the summary where the settings say so', async () => {
  const { text } = await translated(
    'A\n\n<!-- cut -->\n\nB',
    {},
    'excerpt_separator: <!-- cut -->',
  );
  expect(text).toBe('A\n\n<!--more-->\n\nB');
});

it('finds the files of the site by their addresses', async () => {
  const { blog, entry } = await read(
    {
      [NAME]: post('Text'),
      'assets/Rose 1.JPG': 'jpg',
      '_posts/beside.png': 'png',
    },
    'url: https://ada.example\nbaseurl: /blog',
  );
  const file = (url: string) => blog.file?.(url, entry('Roses'))?.path;
  expect(file('/assets/Rose%201.jpg')).toBe('assets/Rose 1.JPG');
  expect(file('/blog/assets/Rose 1.JPG?v=1')).toBe('assets/Rose 1.JPG');
  expect(file('https://ada.example/blog/assets/Rose%201.JPG')).toBe('assets/Rose 1.JPG');
  expect(file('../assets/Rose%201.JPG')).toBe('assets/Rose 1.JPG');
  expect(file('beside.png')).toBe('_posts/beside.png');
  expect(file('https://other.example/assets/Rose%201.JPG')).toBeUndefined();
  expect(file('../../../../../etc/passwd')).toBeUndefined();
  expect(file('mailto:ada@ada.example')).toBeUndefined();
  expect(file('')).toBeUndefined();
});

it('takes linear time for tags that never end', async () => {
  const start = performance.now();
  await translated('{% if a %} {% raw %} {{ {% highlight %} `` ` '.repeat(5000));
  expect(performance.now() - start).toBeLessThan(10_000);
});
